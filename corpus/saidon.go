package corpus

import (
	"strings"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
	"rapporteur/corpus/when"
)

// nearCue is how many bytes may stand between a cue and the date of its saying: "on
// Friday, after two hours of talks with the mayor, Holm told reporters".
const nearCue = 90

// saidOn is the day on which a statement was made, where a date in its own clause
// tells it: one day, outside the words said, by the cue and not beyond another
// speaker's. Without such a date it is unknown, since newspapers repeat old words.
func saidOn(doc *text.Document, e *store.Entry, s *attribution.Statement) civil.Day {
	if s.Cue.Empty() {
		return civil.Day{}
	}
	best, day := nearCue+1, civil.Day{}
	for _, d := range e.Dates {
		if d.Sentence != s.Sentence || d.Precision != when.DayPrecision || d.Planned || inContent(s, d.Span) {
			continue
		}
		between := gap(s.Cue, d.Span)
		if between.Len() >= best || !sameClause(doc, e, s, between) || aboutAnother(doc, s, d) {
			continue
		}
		if p := e.Article.Published; p.IsZero() || !d.From.After(p) {
			best, day = between.Len(), d.From
		}
	}
	return day
}

func inContent(s *attribution.Statement, date span.Span) bool {
	for _, c := range s.Content {
		if c.Overlaps(date) {
			return true
		}
	}
	return false
}

// gap is what stands between two spans.
func gap(a, b span.Span) span.Span {
	if a.Start > b.Start {
		a, b = b, a
	}
	return span.Span{Start: a.End, End: max(a.End, b.Start)}
}

// sameClause reports whether nothing between cue and date parts them: words that
// somebody said, another statement's cue, or a mark that ends a clause.
func sameClause(doc *text.Document, e *store.Entry, s *attribution.Statement, between span.Span) bool {
	for _, c := range s.Content {
		if c.Overlaps(between) {
			return false
		}
	}
	for i := range e.Statements {
		if o := e.Statements[i].Cue; o != s.Cue && between.Holds(o) && !o.Empty() {
			return false
		}
	}
	words := between.Of(doc.Text)
	if strings.ContainsAny(words, ";:()\"“”") {
		return false
	}
	for w := range strings.FieldsSeq(words) {
		if clauseWords[w] {
			return false
		}
	}
	return true
}

// aboutAnother reports whether the date belongs to a clause of its own beside the
// speaker: "Holm, who resigned on Friday, said".
func aboutAnother(doc *text.Document, s *attribution.Statement, d when.Date) bool {
	if d.Start > s.Cue.Start {
		return false
	}
	head := doc.Text[doc.Sentences[s.Sentence].Start:d.Start]
	comma := strings.LastIndexAny(head, ",(")
	if comma < 0 {
		return false
	}
	clause := strings.Fields(head[comma+1:])
	return len(clause) > 0 && clauseOpeners[clause[0]]
}

var (
	clauseWords = english.Set("that who which whom whose where because while although and but " +
		"is are was were has have had will would")
	clauseOpeners = english.Set("who which whose whom where when after before since while")
)
