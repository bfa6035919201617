package attribution

import (
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// An Extractor finds the statements of articles. It is safe for concurrent use.
type Extractor struct {
	verbs map[string]bool
}

// New makes an extractor ready for use.
func New() (*Extractor, error) {
	return &Extractor{verbs: reportingVerbs()}, nil
}

// Statements finds the statements of doc, in the order of their cues. Speakers
// have their span and a coarse basis; who is meant is for the identity step.
func (x *Extractor) Statements(doc *text.Document) []Statement {
	var out []Statement
	for first := 0; first < len(doc.Sentences); {
		end := first + 1
		for doc.Ordered && end < len(doc.Sentences) && doc.Sentences[end].Paragraph == doc.Sentences[first].Paragraph {
			end++
		}
		p := passage{x: x, doc: doc, first: first, end: end}
		p.Span = span.Span{Start: doc.Sentences[first].Start, End: doc.Sentences[end-1].End}
		out = append(out, p.statements()...)
		first = end
	}
	return out
}
