package when

import (
	"time"

	"rapporteur/corpus/civil"
)

// validDay reports whether the calendar has the day.
func validDay(y, m, d int) bool {
	return m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
}

func daysIn(y, m int) int { return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day() }

func monthOf(n int) time.Month { return time.Month(n) }

func between(from, to civil.Day) Interval { return Interval{from, to, RangePrecision} }

func oneDay(d civil.Day) Interval { return Interval{d, d, DayPrecision} }

// monthsIn has the length of the units that are whole months.
var monthsIn = [century + 1]int{month: 1, quarter: 3, half: 6, year: 12, decade: 120}

var precisions = [century]Precision{month: MonthPrecision, quarter: QuarterPrecision, half: RangePrecision,
	year: YearPrecision, decade: DecadePrecision}

// unitAround is the calendar unit that holds d. Weeks begin on Monday (ISO 8601), decades in years that end in 0.
func unitAround(d civil.Day, u unit) Interval {
	switch n := monthsIn[u]; {
	case u == week:
		monday := d.Add(-((int(d.Weekday()) + 6) % 7))
		return Interval{monday, monday.Add(6), WeekPrecision}
	case u == weekend:
		sunday := unitAround(d, week).To
		return Interval{sunday.Add(-1), sunday, RangePrecision}
	case n > 0:
		first := (12*d.Year+int(d.Month)-1)/n*n + 1 // counted from the year 0
		return Interval{civil.Of(0, monthOf(first), 1), civil.Of(0, monthOf(first+n), 0), precisions[u]}
	}
	return oneDay(d)
}

func wholeYear(y int) Interval { return unitAround(civil.Of(y, 1, 1), year) }

// addUnits moves d by n units, to the last day of a month that is too short.
func addUnits(d civil.Day, u unit, n int) civil.Day {
	switch u {
	case day:
		return d.Add(n)
	case week, weekend:
		return d.Add(7 * n)
	}
	first := civil.Of(d.Year, d.Month+monthOf(n*monthsIn[u]), 1)
	return civil.Of(first.Year, first.Month, min(d.Day, daysIn(first.Year, int(first.Month))))
}

// seasonOf is season n of the year in which it begins, in whole months of the north: spring is March to May,
// winter December to February.
func seasonOf(y, n int) Interval {
	first := time.Month(3 * n)
	return Interval{civil.Of(y, first, 1), civil.Of(y, first+3, 0), SeasonPrecision}
}

// printable reports whether the years have four digits and the interval is not empty.
func (i Interval) printable() bool {
	return i.From.Year >= 1000 && i.To.Year <= 9999 && !i.To.Before(i.From)
}

// String is the interval as "2022-01-17..2022-01-23 week", or one day as itself.
func (i Interval) String() string {
	if i.From == i.To {
		return i.From.String()
	}
	return i.From.String() + ".." + i.To.String() + " " + string(i.Precision)
}
