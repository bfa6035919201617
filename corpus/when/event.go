package when

import (
	"strings"

	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
)

// Events returns what the dates place: for each date the clause that it modifies. In "She left on Friday, and the
// port, shut since 2014, will open on Monday" each day gets its own part. A range places an event, its two ends
// and a dateline do not. The clauses of one sentence are disjoint or equal.
func Events(doc *text.Document, dates []Date) []Event {
	out := make([]Event, 0, len(dates))
	var c clauses
	for i := range dates {
		if bounded(dates, i) || doc.Sentences[dates[i].Sentence].Dateline {
			continue
		}
		s := dates[i].Sentence
		if n := len(out); n == 0 || out[n-1].Sentence != s {
			c.read(doc, s)
		}
		e := Event{Sentence: s, Clause: doc.Sentences[s].Span, Date: i, Planned: dates[i].Planned}
		e.Telling = c.telling(dates[i].Start)
		if n := len(out); n > 0 && out[n-1].Sentence == s {
			c.divide(&out[n-1], &e, dates)
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

// clauses divides one sentence.
type clauses struct {
	phrase
}

func (c *clauses) read(doc *text.Document, s int) {
	c.text = doc.Text
	c.toks = scan(doc.Text, doc.Sentences[s].Span, c.toks[:0])
}

// telling reports whether the date at byte off stands right after a verb of reporting.
func (c *clauses) telling(off int) bool {
	i := c.tokenAt(off)
	return c.at(i-1).report || c.at(i-1).id == wOn && c.at(i-2).report
}

func (c *clauses) tokenAt(off int) int {
	for i := range c.toks {
		if c.toks[i].Start >= off {
			return i
		}
	}
	return len(c.toks)
}

// divide splits events a and b at the strongest clause border between their dates. Without a border both keep the
// same clause.
func (c *clauses) divide(a, b *Event, dates []Date) {
	border, strength := -1, 0
	lo, hi := c.tokenAt(dates[a.Date].End), c.tokenAt(dates[b.Date].Start)
	for i := lo; i <= hi && i < len(c.toks); i++ {
		if s := c.border(i); s > strength {
			border, strength = i, s
		}
	}
	if border < 0 {
		b.Clause = a.Clause
		return
	}
	b.Clause.Start = c.toks[border].Start
	a.Clause.End = b.Clause.Start - trailing(c.text[a.Clause.Start:b.Clause.Start])
}

// trailing is how many bytes at the end of s are white space, commas and dashes.
func trailing(s string) int { return len(s) - len(strings.TrimRight(s, " \t\n,;:–—-")) }

// border is how strongly a clause begins at token i: 0 for not at all.
func (c *clauses) border(i int) int {
	if i == 0 {
		return 0
	}
	t := &c.toks[i]
	between := c.text[c.toks[i-1].End:t.Start]
	comma := strings.ContainsRune(between, ',')
	link := linking[c.raw(i)]
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
