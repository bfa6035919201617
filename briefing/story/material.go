package story

import (
	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
	"rapporteur/corpus/when"
)

// A digest of a day tells what was published on that day and the next, since
// morning papers tell of the day before; and compares with a few days before, which
// show what is background.
const (
	Before = 3 // days
	After  = 1 // days
)

// Material is what a digest is composed from.
type Material struct {
	From, To civil.Day // the days the digest is of, both included
	Articles []Article // those it tells
	Around   []Article // of the days before: compared with, never told
}

// An Article is an article with what reading found in it. Indexes of sentences in
// Statements, Dates and Events are indexes of Sentences, and Event.Date of Dates.
type Article struct {
	*article.Article
	Sentences  []text.Sentence
	Statements []attribution.Statement
	Dates      []when.Date
	Events     []when.Event
	// About has the sentences a digest on a topic may tell, ascending; nil for all.
	About []int
}

// teller names who publishes the article: an article without a publisher counts
// by its title, as elsewhere in this program.
func (a *Article) teller() string {
	if a.Publisher != "" {
		return a.Publisher
	}
	return "title:" + a.Title
}

// A Place is where words stand: a span of the article of that index in
// Material.Articles.
type Place struct {
	Article int
	Span    span.Span
}
