package when

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
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
	if len(found) == 0 {
		return Interval{}, bad
	}
	longest := slices.MaxFunc(found, func(a, b mention) int { return a.Len() - b.Len() })
	if !p.onlyFiller(longest) {
		return Interval{}, bad
	}
	since := p.at(longest.first-1).id == wSince || longest.end < len(p.toks)
	for _, d := range a.reading().resolve(typed, found) {
		if d.Span != longest.Span {
			continue
		}
		if since {
			d.Interval = between(d.From, a.Today)
		}
		if !d.printable() {
			break
		}
		return d.Interval, nil
	}
	return Interval{}, bad
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
	for i := range m.first {
		if !fillers[strings.ToLower(p.raw(i))] {
			return false
		}
	}
	return m.end == len(p.toks) || m.end == len(p.toks)-1 && (p.raw(m.end) == "onwards" || p.raw(m.end) == "onward")
}

// fillers may lead a typed date without changing it.
var fillers = english.Set("on in the at for during throughout of from since full whole entire over by end beginning start close " +
	"earlier later all back around about just circa early late roughly")

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
