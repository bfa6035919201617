// Package text divides an article into sentences and words, as byte spans of the
// article's text; it tells boilerplate from news and finds quotations.
//
// # Why not a trained splitter
//
// The splitters trained on newspapers, such as Punkt in neurosnap/sentences, part `"Why now?" Anna Berg asked.`
// after the question and do not part "in 2008. He left", and take the greater part of reading's time. Rules that
// know the abbreviations and the quotations of the press do better: they divide all 48 paragraphs of testdata/split
// right that have no dateline, Punkt 38 of them. They mark boilerplate too and still do 120,000 sentences a second
// on one core (go test -bench Split), Punkt alone 27,000.
//
// # Measured
//
// Over the 924 articles of PolNeAR one of 41,200 hand-marked sources and cues is divided by a sentence's end, and
// of 22,027 cues 7 stand in sentences taken for boilerplate, notes of the editors all: testdata/polnear.txt, which
// go test -run PolNeAR -update writes.
package text

import "rapporteur/corpus/span"

// A Sentence is one sentence of an article, without white space at its ends.
type Sentence struct {
	span.Span
	Paragraph   int  // index of its paragraph: 0 is the title, 1 the first of the body
	Title       bool // it is the article's title
	Boilerplate bool // an appeal for money, a credit, a "read more": never answered with
	Dateline    bool // "OSLO, March 9 (AP) -": it dates the article, but tells nothing
}

// A Document is an article divided into sentences, ready for the steps that find statements, dates and people.
type Document struct {
	Text      string
	Sentences []Sentence // in the order of the text; they do not overlap
	Ordered   bool       // false: a neighbouring sentence says nothing about this one
}
