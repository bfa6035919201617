package when

import (
	"time"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// nearby is how many days a date without its year lies from publication at most: half a year. Beyond that, writers
// name the year.
const nearby = 182

// possibleDays returns the days on which an undated article can have been published, by its own expressions; none
// where they do not show the year.
func possibleDays(doc *text.Document, found []mention) []civil.Day {
	const most = 2000 // mentions; more are a chronicle without one day
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

// possibleYears returns the first and last possible year of publication, or 0. Two things show it: a noun that has
// both "next year's" and a year's number, and a day with its weekday beside the newest year.
func possibleYears(doc *text.Document, found []mention) (from, to int) {
	newest, latest, dated := 0, 0, false
	for i := range found {
		m := &found[i]
		if m.kind == calendar && m.year.number > 0 {
			newest = max(newest, m.year.number)
			if m.tense != future {
				latest = max(latest, m.year.number)
			}
		}
		dated = dated || m.kind == calendar && m.unit == day && m.weekday > 0 && !m.year.given()
	}
	if y := tiedYear(doc, found, newest); y > 0 {
		return y, y
	}
	if dated && latest > 0 {
		return latest, latest + 1
	}
	return 0, 0
}

// tiedYear is the year of publication where the text has "next year's budget" in one place and "the 2022 budget"
// in another, 2022 being its newest year and not in the past tense.
func tiedYear(doc *text.Document, found []mention, newest int) int {
	for i := range found {
		m := &found[i]
		if m.kind != relative || m.unit != year || m.n != 1 {
			continue
		}
		head := headAfter(doc, m)
		for j := range found {
			n := &found[j]
			open := n.kind == calendar && n.unit == year && n.year.number == newest && n.tense != past
			if open && head != "" && headAfter(doc, n) == head {
				return newest - 1
			}
		}
	}
	return 0
}

// headAfter is the noun that the mention qualifies: the last of the lower-case words after it, up to a function
// word or a mark.
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

// allows reports whether the mentions fit an article published on d: full dates in the past tense lie before d;
// dates without a year lie near d, on the side of their tense and on their weekday.
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
		off := at.From.Sub(d) > nearby || d.Sub(at.To) > nearby ||
			m.unit == day && m.weekday > 0 && at.From.Weekday() != weekdayOf(m.weekday)
		if m.year.number > 0 {
			off = m.tense == past && d.Before(at.From)
		}
		if off {
			return false
		}
	}
	return true
}

// resolveAgreed keeps what comes out the same for all possible days of publication; with none possible, what needs
// no such day.
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
		} else {
			out = intersect(out, dates)
		}
	}
	return out
}

// intersect returns the dates of a that b has too, with the same interval. Both are in order of discovery.
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
