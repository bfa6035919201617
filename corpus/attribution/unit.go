package attribution

import (
	"unicode/utf8"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// A unit is what is tagged at once: a paragraph, or a piece of one that is longer than newspapers print.
type unit struct {
	span.Span
	first int // its first sentence
}

// Bounds of a unit, in bytes: a paragraph is divided between sentences beyond the first, anywhere at the second.
const (
	longUnit    = 2500
	longestUnit = 6000
)

// unitsOf groups the sentences of doc by paragraph. In documents out of order a
// paragraph is one line, whose own sentences still belong together.
func unitsOf(doc *text.Document) []unit {
	var out []unit
	for i, s := range doc.Sentences {
		if s.Empty() || s.Dateline {
			continue
		}
		if n := len(out) - 1; n >= 0 && joins(doc, out[n], i) {
			out[n].End = s.End
			continue
		}
		u := unit{Span: s.Span, first: i}
		for u.Len() > longestUnit {
			cut := u.Start + longestUnit
			for cut < u.End && !utf8.RuneStart(doc.Text[cut]) {
				cut++
			}
			out = append(out, unit{Span: span.Span{Start: u.Start, End: cut}, first: i})
			u.Start = cut
		}
		if !u.Empty() {
			out = append(out, u)
		}
	}
	return out
}

// joins reports whether the i-th sentence of doc belongs to u.
func joins(doc *text.Document, u unit, i int) bool {
	a, b := doc.Sentences[u.first], doc.Sentences[i]
	return a.Paragraph == b.Paragraph && a.Title == b.Title && b.End-u.Start <= longUnit
}
