// Package article turns the bytes of a file into articles: one source file for each format.
package article

import (
	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
)

// ID names an article by its content, so that an article read twice is stored once: the first 16 hexadecimal digits
// of the SHA-256 of its title and body.
type ID string

// Provenance says how an article's publication day is known.
type Provenance string

// The ways in which a publication day is known.
const (
	FromHeader    Provenance = "header"    // in a header or the markup of the file
	FromText      Provenance = "text"      // inferred from expressions in the text
	FromFlag      Provenance = "flag"      // given by the operator with --published
	FromModerator Provenance = "moderator" // set by a moderator from Discord
	FromUnknown   Provenance = "unknown"   // not known
)

// Format is the format of the file an article was read from.
type Format string

// The formats that Parse recognises.
const (
	Lines      Format = "lines"      // title, YYYYMMDD, URL, then one sentence a line, in any order
	Paragraphs Format = "paragraphs" // a title line, then paragraphs in order
	HTML       Format = "html"       // a web page
	JSONLines  Format = "jsonl"      // one object a line: title, published, url, text
)

// An Article is one news article, as published.
type Article struct {
	ID        ID
	Title     string
	Publisher string // the URL's host without "www."; "" when there is no URL
	URL       string // http or https only; "" when unknown
	Published civil.Day
	Dated     Provenance // how Published is known
	Path      string     // the file it was read from, as the caller named it
	Format    Format
	Language  string // ISO 639-1, "" when it is not clear
	// Text is the decoded article, in UTF-8 with "\n" line ends: title, header lines if any, body. Every span of every
	// later step is a range of its bytes.
	Text string
	// Head is the title's span in Text.
	Head span.Span
	// Body has the span of each line of the body that is not blank, in the order of the file; a line is a paragraph,
	// except in Lines where it is a sentence.
	Body []span.Span
	// Ordered is false where the lines are in no order, so that a line says nothing about the next.
	Ordered bool
	// File maps spans of Text to byte offsets of the file on disk.
	File span.Map
}

// At returns the text at s.
func (a *Article) At(s span.Span) string { return s.Of(a.Text) }
