package briefing

import (
	"fmt"
	"time"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/when"
)

// A Day is a calendar day.
type Day = civil.Day

// DayIn is the day in a zone at a moment.
func DayIn(t time.Time, zone *time.Location) Day { return civil.From(t.In(zone)) }

// An Interval is a stretch of days, both ends included.
type Interval = when.Interval

// An Asker is who asks: which collections they see, and what "today" and "3/4" mean to them.
type Asker struct {
	Guild    string // Discord's guild ID; "" sees the operator's articles alone
	Today    Day    // today in the asker's zone
	DayFirst bool   // 3/4 is the third of April
}

// A WhoQuestion asks who said a phrase, half-remembered or whole.
type WhoQuestion struct {
	Asker
	Phrase string
}

// A SaidQuestion asks what a person said. Only Person is required.
type SaidQuestion struct {
	Asker
	Person string // as typed
	About  string // topic of the statements
	From   Day    // zero: from the first
	To     Day    // zero: to the last
}

// A HappenedQuestion asks what happened in a stretch of days.
type HappenedQuestion struct {
	Asker
	On    string // as typed: "last friday", "2022-01-21", "feb 2022"
	About string
}

// An AskQuestion is in plain words; Ask finds out which other question it is.
type AskQuestion struct {
	Asker
	Text string
}

// A BriefQuestion asks for a summary of a stretch of days.
type BriefQuestion struct {
	Asker
	On    string // as typed; "" means the newest day that has news
	From  Day    // with To, instead of On
	To    Day
	About string
	Words int // about how many words the headlines have; 0 means 150
}

// A SourceQuestion asks for a passage in its article.
type SourceQuestion struct {
	Asker
	ID string // of a Source
}

// An InputError is a mistake in what a member typed, in words for them, with what works instead.
type InputError struct {
	Option  string // as the member sees it; "" for none
	Problem string // says what works, with an example
}

// Error is the problem with its option in front.
func (e *InputError) Error() string {
	if e.Option == "" {
		return e.Problem
	}
	return fmt.Sprintf("%s: %s", e.Option, e.Problem)
}

// checkOrder refuses a last day before the first; a zero day is open.
func checkOrder(from, to Day) error {
	if !from.IsZero() && !to.IsZero() && to.Before(from) {
		return &InputError{Option: "to", Problem: fmt.Sprintf("%s is before %s; the earlier day goes in from", to, from)}
	}
	return nil
}
