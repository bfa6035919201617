package when

import (
	"slices"
	"strings"

	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
)

// Events returns what the dates place: for each date the clause that it modifies. In "She left on Friday, and the
// port, shut since 2014, will open on Monday" each day gets its own part. A range places an event, its two ends
// and a dateline do not. The clauses of one sentence are disjoint or equal.
func Events(doc *text.Document, dates []Date) []Event {
	out := make([]Event, 0, len(dates))
	p := phrase{text: doc.Text}
	for i := range dates {
		if bounded(dates, i) || doc.Sentences[dates[i].Sentence].Dateline {
			continue
		}
		s := dates[i].Sentence
		if n := len(out); n == 0 || out[n-1].Sentence != s {
			p.toks = scan(doc.Text, doc.Sentences[s].Span, p.toks[:0])
		}
		e := Event{Sentence: s, Clause: doc.Sentences[s].Span, Date: i, Planned: dates[i].Planned}
		e.Telling = p.telling(dates[i].Start)
		if n := len(out); n > 0 && out[n-1].Sentence == s {
			p.divide(&out[n-1], &e, dates)
		}
		out = append(out, e)
	}
	return out
}

// bounded reports whether date i is an end of a range, which follows it.
func bounded(dates []Date, i int) bool {
	for j := i + 1; j < len(dates) && j <= i+2; j++ {
		if dates[j].Span != dates[i].Span && dates[j].Span.Holds(dates[i].Span) {
			return true
		}
	}
	return false
}

// telling reports whether the date at byte off stands right after a verb of reporting.
func (p *phrase) telling(off int) bool {
	i := p.tokenAt(off)
	return p.at(i-1).report || p.at(i-1).id == wOn && p.at(i-2).report
}

func (p *phrase) tokenAt(off int) int {
	i, _ := slices.BinarySearchFunc(p.toks, off, func(t token, off int) int { return t.Start - off })
	return i
}

// divide splits events a and b at the strongest clause border between their dates. Without a border both keep the
// same clause.
func (p *phrase) divide(a, b *Event, dates []Date) {
	border, strength := -1, 0
	lo, hi := p.tokenAt(dates[a.Date].End), p.tokenAt(dates[b.Date].Start)
	for i := lo; i <= hi && i < len(p.toks); i++ {
		if s := p.border(i); s > strength {
			border, strength = i, s
		}
	}
	if border < 0 {
		b.Clause = a.Clause
		return
	}
	b.Clause.Start = p.toks[border].Start
	a.Clause.End = b.Clause.Start - trailing(p.text[a.Clause.Start:b.Clause.Start])
}

// trailing is how many bytes at the end of s are white space, commas and dashes.
func trailing(s string) int { return len(s) - len(strings.TrimRight(s, " \t\n,;:–—-")) }

// border is how strongly a clause begins at token i: 0 for not at all.
func (p *phrase) border(i int) int {
	if i == 0 {
		return 0
	}
	t := &p.toks[i]
	between := p.text[p.toks[i-1].End:t.Start]
	comma := strings.ContainsRune(between, ',')
	link := linking[p.raw(i)]
	switch {
	case strings.ContainsAny(between, ";") || t.gap == gapDash:
		return 5
	case comma && link:
		return 4
	case comma:
		return 2
	case link:
		return 3
	}
	return 0
}

// linking has the words that begin a clause beside another.
var linking = english.Set("and but while whereas although though which who where because after before when as then so")
