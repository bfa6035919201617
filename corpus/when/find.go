package when

import (
	"rapporteur/corpus/civil"
	"rapporteur/corpus/text"
)

// Find returns the dates of an article, resolved by its day of publication; with a zero day, only those that need
// none. Dates are ordered by their ends; a range follows its two ends. Boilerplate is skipped.
func Find(doc *text.Document, published civil.Day) []Date {
	found := findMentions(doc)
	r := resolver{published: published, ordered: doc.Ordered, dayFirst: writesDayFirst(found)}
	if !published.IsZero() {
		return r.resolve(doc.Text, found)
	}
	return r.resolveAgreed(doc.Text, found, possibleDays(doc, found))
}

// findMentions returns the expressions of all sentences, unresolved.
func findMentions(doc *text.Document) []mention {
	var out []mention
	p := phrase{text: doc.Text}
	for s := range doc.Sentences {
		if doc.Sentences[s].Boilerplate {
			continue
		}
		p.toks = scan(doc.Text, doc.Sentences[s].Span, p.toks[:0])
		out = p.mentions(s, out)
	}
	return out
}

// resolve places the mentions in their order; words is the text that has them.
func (r *resolver) resolve(words string, found []mention) []Date {
	out := make([]Date, 0, len(found))
	placed := make([]Interval, len(found))
	for n := range found {
		m := &found[n]
		var i Interval
		ok := false
		if m.kind == spanned {
			i, ok = r.placeRange(&found[m.from], placed[m.from], placed[m.to])
		} else if i, ok = r.placeWith(found, n); ok {
			r.remember(m, i)
			placed[n] = i
		}
		if !ok {
			if m.kind != spanned {
				r.previous = Interval{} // later mentions may count from this
			}
			continue
		}
		planned := m.tense == future && !i.To.Before(r.published) || !r.published.IsZero() && r.published.Before(i.From)
		why := r.explain(m, m.Of(words), i)
		out = append(out, Date{Span: m.Span, Interval: i, Sentence: m.sentence, Planned: planned, Why: why})
	}
	return out
}

// placeWith places mention n. It reads the next mention first where the text ties the two: "the quarter ended July
// 31", "two days earlier, on March 19".
func (r *resolver) placeWith(found []mention, n int) (Interval, bool) {
	m := &found[n]
	if n+1 == len(found) || found[n+1].sentence != m.sentence || found[n+1].kind != calendar {
		return r.place(m)
	}
	on := &found[n+1]
	switch {
	case m.kind == latest && on.first == m.end+1:
		r.ends, m.ended = r.place(on)
	case m.kind == narrated && m.unit == day && on.unit == day && on.first-m.end <= 1:
		return r.place(on)
	}
	return r.place(m)
}

// placeRange is from the first day of a to the last of b. Each was placed alone; where b came out before a, one
// moves: of two weekdays in the future, or typed, b by a week; else a back by a week or a year.
func (r *resolver) placeRange(m *mention, a, b Interval) (Interval, bool) {
	if b.To.Before(a.From) && !a.From.IsZero() && !b.From.IsZero() {
		switch {
		case m.kind == onWeekday && (r.typed || m.tense == future):
			b.To = b.To.Add(7)
		case m.kind == onWeekday:
			a.From = a.From.Add(-7)
		case m.month > 0 && !m.year.given():
			a.From = addUnits(a.From, year, -1)
		}
	}
	i := Interval{a.From, b.To, RangePrecision}
	return i, !a.From.IsZero() && !b.From.IsZero() && i.printable()
}

// writesDayFirst reports whether the article writes the day before the month: by its dates in figures where they
// allow one reading, else by those in words.
func writesDayFirst(found []mention) bool {
	words := 0
	for i := range found {
		m := &found[i]
		switch {
		case m.kind == slashed && m.month > 12:
			return true
		case m.kind == slashed && m.day > 12:
			return false
		case m.kind == calendar && m.unit == day && m.dayBeforeMonth:
			words++
		case m.kind == calendar && m.unit == day:
			words--
		}
	}
	return words > 0
}
