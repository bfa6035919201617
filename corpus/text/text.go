// Package text divides an article into sentences and words, as byte spans of the
// article's text; it tells boilerplate from news and finds quotations.
package text

import "rapporteur/corpus/span"

// A Sentence is one sentence of an article, trimmed of white space at its ends.
type Sentence struct {
	span.Span
	Paragraph   int  // index of its paragraph: 0 is the title, 1 the first of the body
	Title       bool // it is the article's title
	Boilerplate bool // an appeal for money, a credit, a "read more": never answered with
	Dateline    bool // "OSLO, March 9 (AP) -": it dates the article, but tells nothing
}

// A Document is an article divided into sentences, ready for the steps that find
// statements, dates and people.
type Document struct {
	Text      string
	Sentences []Sentence // in the order of the text; they do not overlap
	Ordered   bool       // false: a neighbouring sentence says nothing about this one
}
