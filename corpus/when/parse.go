package when

import (
	"fmt"
	"strings"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
)

// ParseContext is who types: on which day, which "yesterday" needs, and in which order of day and month.
type ParseContext struct {
	Today    civil.Day // in the member's zone
	DayFirst bool      // 3/4 is the third of April
}

// A NotADateError is a typed date that could not be read. Its text is for the member and shows what works.
type NotADateError struct{ Typed string }

// Error quotes what was typed and gives examples.
func (e *NotADateError) Error() string {
	const works = "try 2022-01-21, 21 jan 2022, last friday, week of jan 17, feb 2022 or 2014"
	if e.Typed == "" {
		return "no date was given; " + works
	}
	return fmt.Sprintf("“%s” is not a date I can read; %s", e.Typed, works)
}

// maxTyped is the most bytes that a typed date can have.
const maxTyped = 100

// Parse reads a stretch of days as members type it: "yesterday", "21.1.", "last fri", "week of jan 17", "between
// March and May 2021", "since christmas". A weekday or month alone is the newest that has begun; "the last three
// days" end today. Anything else gives a *NotADateError.
func Parse(typed string, a ParseContext) (Interval, error) {
	bad := &NotADateError{Typed: truncate(typed)}
	if len(typed) > maxTyped {
		return Interval{}, bad
	}
	typed = normalise(typed)
	p := typedPhrase(typed)
	found := p.mentions(0, nil)
	best := longestMention(found)
	if best < 0 || !p.onlyFiller(found[best]) {
		return Interval{}, bad
	}
	since := p.at(found[best].first-1).id == wSince || found[best].end < len(p.toks)
	for _, d := range a.reading().resolve(typed, found) {
		if d.Span != found[best].Span {
			continue
		}
		if since {
			d.Interval = Interval{d.From, a.Today, RangePrecision}
		}
		if !d.printable() {
			return Interval{}, bad
		}
		return d.Interval, nil
	}
	return Interval{}, bad
}

// longestMention is the index of the mention with the most bytes, or -1.
func longestMention(found []mention) int {
	best := -1
	for i := range found {
		if best < 0 || found[i].Len() > found[best].Len() {
			best = i
		}
	}
	return best
}

func (a ParseContext) reading() *resolver {
	return &resolver{published: a.Today, dayFirst: a.DayFirst, ordered: true, typed: true}
}

// typedPhrase scans what a member typed. Its capitals mean nothing, so every word counts as capitalised.
func typedPhrase(typed string) phrase {
	p := phrase{text: typed, typed: true}
	p.toks = scan(typed, span.Span{End: len(typed)}, nil)
	for i := range p.toks {
		p.toks[i].capital = true
	}
	return p
}

// onlyFiller reports whether only words such as "on" and "the" stand outside m.
func (p *phrase) onlyFiller(m mention) bool {
	for i := range p.toks {
		if i < m.first && !filler(p, i) {
			return false
		}
	}
	return m.end == len(p.toks) || m.end == len(p.toks)-1 && (p.raw(m.end) == "onwards" || p.raw(m.end) == "onward")
}

// filler reports whether token i may lead a typed date without changing it.
func filler(p *phrase, i int) bool {
	switch p.at(i).id {
	case wOn, wIn, wThe, wAt, wFor, wDuring, wOf, wFrom, wSince, wFull, wOver, wBy, wEnd, wEarlier, wLater:
		return true
	}
	switch strings.ToLower(p.raw(i)) {
	case "all", "back", "around", "about", "just", "circa", "early", "late", "roughly":
		return true
	}
	return false
}

// truncate shortens what a member typed, to quote it.
func truncate(s string) string {
	s = strings.ToValidUTF8(strings.TrimSpace(s), "")
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// FindIn finds the date in a question such as "what happened last friday in Kyiv", and its place there: the
// longest expression, the first of equals.
func FindIn(question string, a ParseContext) (Interval, span.Span, bool) {
	p := phrase{text: question, asked: true}
	p.toks = scan(question, span.Span{End: len(question)}, nil)
	for i := range p.toks {
		if t := &p.toks[i]; t.month > 0 || t.weekday > 0 || t.festive {
			t.capital = true
		}
	}
	found := p.mentions(0, nil)
	var best Date
	for _, d := range a.reading().resolve(question, found) {
		if d.Len() > best.Len() {
			best = d
		}
	}
	return best.Interval, best.Span, best.Len() > 0
}
