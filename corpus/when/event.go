package when

import "rapporteur/corpus/text"

// Events has what the dates place: for each date the clause it modifies. A date
// that bounds a range places nothing by itself; the range does.
func Events(doc *text.Document, dates []Date) []Event {
	out := make([]Event, 0, len(dates))
	for i := range dates {
		if bounded(dates, i) {
			continue
		}
		s := dates[i].Sentence
		out = append(out, Event{Sentence: s, Clause: doc.Sentences[s].Span, Date: i, Planned: dates[i].Planned})
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
