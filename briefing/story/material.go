package story

import (
	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
	"rapporteur/corpus/when"
)

// How many days around its own an edition reads.
const (
	Before = 3 // they show what is background
	After  = 1 // morning papers report the day before
)

// Material is what an edition is made from.
type Material struct {
	From, To civil.Day // the days it is about, both included
	Articles []Article // may be shown
	Around   []Article // of the days before: for comparison, never shown
}

// An Article is an article and what reading found in it. Statements and Dates have indexes of Sentences.
type Article struct {
	*article.Article
	Sentences  []text.Sentence
	Statements []attribution.Statement
	Dates      []when.Date
	About      []int // the sentences that an edition on a topic may show, ascending; nil for all
}

func (a *Article) datesIn(s span.Span) []when.Date {
	var in []when.Date
	for _, d := range a.Dates {
		if s.Overlaps(d.Span) {
			in = append(in, d)
		}
	}
	return in
}

// A Place is a span of the article with that index in Material.Articles.
type Place struct {
	Article int
	Span    span.Span
}
