package when

import (
	"fmt"
	"strings"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
)

// Asking is on which day and with which habits a member types.
type Asking struct {
	Today    civil.Day // in the member's zone
	DayFirst bool      // 3/4 is the third of April
}

// A NotADateError is a typed date that could not be read. Its text is written for
// the member and has examples of what works.
type NotADateError struct{ Typed string }

// Error says what was typed and what would work.
func (e *NotADateError) Error() string {
	return fmt.Sprintf("%q is not a date I can read; try 2022-01-21, 21 jan 2022, last friday, jan 2022 or 2014", e.Typed)
}

// Read is the stretch of days that a member types: "yesterday", "21.1.", "last
// fri", "feb 2022". What is not wholly a date gives a *NotADateError.
func Read(typed string, a Asking) (Interval, error) {
	p := askedPhrase(typed)
	found := p.mentions(0, nil)
	best := -1
	for i := range found {
		if best < 0 || found[i].Len() > found[best].Len() {
			best = i
		}
	}
	if best < 0 || !p.onlyFiller(found[best]) {
		return Interval{}, &NotADateError{Typed: clip(typed)}
	}
	placed := a.reading().resolve(typed, found)
	for _, d := range placed {
		if d.Span == found[best].Span {
			return d.Interval, nil
		}
	}
	return Interval{}, &NotADateError{Typed: clip(typed)}
}

func (a Asking) reading() *reading {
	return &reading{published: a.Today, dayFirst: a.DayFirst, ordered: true, typed: true}
}

// askedPhrase is what a member typed, where capitals tell nothing.
func askedPhrase(typed string) phrase {
	p := phrase{text: typed, typed: true}
	p.toks = scan(typed, span.Span{End: len(typed)}, nil)
	for i := range p.toks {
		p.toks[i].capital = true
	}
	return p
}

// onlyFiller reports whether all that stands outside m is such words as "on" and
// "the".
func (p *phrase) onlyFiller(m mention) bool {
	for i, t := range p.toks {
		if i >= m.first && i < m.end {
			continue
		}
		switch t.id {
		case wOn, wIn, wThe, wAt, wFor, wDuring, wOf, wFrom, wBetween:
		default:
			return false
		}
	}
	return true
}

// clip keeps what a member typed short enough to be told back.
func clip(s string) string {
	s = strings.ToValidUTF8(strings.TrimSpace(s), "")
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// Spot finds the date in a question in plain words, such as "what happened last
// friday in Kyiv", with the place of its words in the question.
func Spot(question string, a Asking) (Interval, span.Span, bool) {
	p := askedPhrase(question)
	found := p.mentions(0, nil)
	var best Date
	for _, d := range a.reading().resolve(question, found) {
		if d.Len() > best.Len() {
			best = d
		}
	}
	return best.Interval, best.Span, best.Len() > 0
}
