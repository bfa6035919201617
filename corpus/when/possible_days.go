package when

import (
	"time"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// nearby is how far, in days, a day or month printed without its year is taken to
// lie from publication: half a year, beyond which writers name the year.
const nearby = 182

// possibleDays is the days on which an undated article can have been published,
// as far as its own expressions tell; none where they do not tell the year.
func possibleDays(doc *text.Document, found []mention) []civil.Day {
	const most = 2000 // mentions; more are a chronicle, with no one day to look for
	from, to := possibleYears(doc, found)
	if from == 0 || len(found) > most {
		return nil
	}
	var out []civil.Day
	for d := civil.Of(from, time.January, 1); d.Year <= to; d = d.Add(1) {
		if allows(d, found) {
			out = append(out, d)
		}
	}
	return out
}

// possibleYears is the first and last year of publication that the text leaves
// open, or 0. Two things tell it: one noun with "next year's" and with a year's
// number, and a weekday printed with a day of the month beside the newest year.
func possibleYears(doc *text.Document, found []mention) (from, to int) {
	newest, told, dated := 0, 0, false
	for i := range found {
		m := &found[i]
		if m.kind == calendar && m.year.number > 0 {
			newest = max(newest, m.year.number)
			if m.tense != future {
				told = max(told, m.year.number)
			}
		}
		dated = dated || m.kind == calendar && m.unit == day && m.weekday > 0 && !m.year.given()
	}
	if y := tiedYear(doc, found, newest); y > 0 {
		return y, y
	}
	if dated && told > 0 {
		return told, told + 1
	}
	return 0, 0
}

// tiedYear is the year of publication told by "next year's budget" in one place
// and "the 2022 budget" in another, where 2022 is the newest year of the text and
// not told as past.
func tiedYear(doc *text.Document, found []mention, newest int) int {
	for i := range found {
		m := &found[i]
		if m.kind != relative || m.unit != year || m.n != 1 {
			continue
		}
		head := headAfter(doc, m)
		for j := range found {
			n := &found[j]
			if n.kind == calendar && n.unit == year && n.year.number == newest && n.tense != past && head != "" && headAfter(doc, n) == head {
				return newest - 1
			}
		}
	}
	return 0
}

// headAfter is the noun that the mention qualifies: the last of the words in
// small letters that follow it, up to a function word or a mark.
func headAfter(doc *text.Document, m *mention) string {
	end := doc.Sentences[m.sentence].End
	toks := scan(doc.Text, span.Span{Start: m.End, End: end}, nil)
	head := ""
	for i := range toks {
		t := &toks[i]
		if i == 0 && t.gap == gapNone && t.End-t.Start == 1 {
			continue // the 's of the mention
		}
		if t.num >= 0 || t.word != (word{}) || i > 0 && t.gap != gapSpace || i > 4 || t.End-t.Start < 3 {
			break
		}
		head = t.Of(doc.Text)
	}
	return head
}

// allows reports whether an article published on d can have the mentions: what is
// told as past in full lies before d, and what lacks its year lies near d, on the
// side that its tense gives and on the weekday printed with it.
func allows(d civil.Day, found []mention) bool {
	r := resolver{published: d, ordered: true}
	for i := range found {
		m := &found[i]
		if m.kind != calendar || m.month == 0 || m.deixis != noDeixis || m.year.same {
			continue
		}
		at, ok := r.place(m)
		if !ok {
			continue
		}
		if m.year.number > 0 {
			if m.tense == past && d.Before(at.From) {
				return false
			}
			continue
		}
		switch {
		case at.From.Sub(d) > nearby, d.Sub(at.To) > nearby,
			m.unit == day && m.weekday > 0 && at.From.Weekday() != weekdayOf(m.weekday):
			return false
		}
	}
	return true
}

// resolveAgreed places what comes out the same whichever of the possible days is that of
// publication; with none possible, what needs no such day.
func (r *resolver) resolveAgreed(words string, found []mention, possible []civil.Day) []Date {
	if len(possible) == 0 {
		return r.resolve(words, found)
	}
	var out []Date
	for i, d := range possible {
		one := *r
		one.published, one.supposed = d, true
		dates := one.resolve(words, found)
		if i == 0 {
			out = dates
			continue
		}
		out = intersect(out, dates)
	}
	return out
}

// intersect is the dates of a that b has too, with the same interval. Both are in the
// order in which they were found.
func intersect(a, b []Date) []Date {
	kept, j := a[:0], 0
	for _, d := range a {
		for j < len(b) && (b[j].End < d.End || b[j].End == d.End && b[j].Start > d.Start) {
			j++
		}
		if j < len(b) && b[j].Span == d.Span && b[j].Interval == d.Interval {
			d.Planned = d.Planned && b[j].Planned
			kept = append(kept, d)
		}
	}
	return kept
}
