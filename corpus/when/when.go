package when

import (
	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
)

// Precision is how much of the calendar an expression names.
type Precision string

// The precisions. A month is a month, never its first day.
const (
	DayPrecision     Precision = "day"
	WeekPrecision    Precision = "week"
	MonthPrecision   Precision = "month"
	QuarterPrecision Precision = "quarter"
	SeasonPrecision  Precision = "season"
	YearPrecision    Precision = "year"
	DecadePrecision  Precision = "decade"
	RangePrecision   Precision = "range"
)

// An Interval is a stretch of days, both ends included, and its kind.
type Interval struct {
	From      civil.Day
	To        civil.Day
	Precision Precision
}

// Overlaps reports whether the two intervals share a day.
func (i Interval) Overlaps(j Interval) bool { return !i.To.Before(j.From) && !j.To.Before(i.From) }

// Holds reports whether day d lies in the interval.
func (i Interval) Holds(d civil.Day) bool { return !d.Before(i.From) && !d.After(i.To) }

// Days is the number of days in the interval.
func (i Interval) Days() int { return i.To.Sub(i.From) + 1 }

// A Date is an expression of time in an article, with the interval that it names.
type Date struct {
	span.Span        // the expression, in the article's text
	Interval         // what it resolves to; From is never after To
	Sentence  int    // index of the sentence that holds it
	Planned   bool   // still to come
	Why       string // how it was resolved, for members: "Friday before publication on 2022-01-22"
}

// An Event is a clause that says what happened, or will happen, in an interval.
type Event struct {
	Sentence int       // index of the sentence
	Clause   span.Span // the part of the sentence the expression modifies
	Date     int       // index of the Date that places it
	Planned  bool      // still to come
	Telling  bool      // the date is that of the report: "said on Tuesday"
}
