package briefing

import (
	"fmt"
	"time"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/when"
)

// A Day is a calendar day; rooms above this one need no other name for it.
type Day = civil.Day

// DayIn is the day that it is in a zone at a moment.
func DayIn(t time.Time, zone *time.Location) Day { return civil.From(t.In(zone)) }

// An Interval is a stretch of days, both ends included.
type Interval = when.Interval

// An Asker is on whose behalf a question is put: which walls apply, and what
// "today" and "21.1." mean there.
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

// A SaidQuestion asks what somebody said. Only Person is required.
type SaidQuestion struct {
	Asker
	Person string // as typed
	About  string // words the statements must be about
	From   Day    // zero: from the first
	To     Day    // zero: to the last
}

// A HappenedQuestion asks what happened in a stretch of days.
type HappenedQuestion struct {
	Asker
	On    string // as typed: "last friday", "2022-01-21", "feb 2022"
	About string
}

// An AskQuestion is in plain words, to be routed to one of the others.
type AskQuestion struct {
	Asker
	Text string
}

// A BriefQuestion asks for a digest of a stretch of days.
type BriefQuestion struct {
	Asker
	On    string // as typed; "" means the newest day that has news
	From  Day    // with To, instead of On
	To    Day
	About string
	Words int // about how many words the headlines have; 0 means 150
}

// A SourceQuestion asks to see where words stand.
type SourceQuestion struct {
	Asker
	ID string // of a Source
}

// An InputError is a mistake in what a member typed. Its text is written for the
// member and says what would work.
type InputError struct {
	Option  string // the option at fault, as shown to the member; "" when none
	Problem string // in plain words, with an example of what works
}

// Error is the problem, headed by the option it is about.
func (e *InputError) Error() string {
	if e.Option == "" {
		return e.Problem
	}
	return fmt.Sprintf("%s: %s", e.Option, e.Problem)
}
