package attribution

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus/attribution/linker"
	"rapporteur/corpus/attribution/tagger"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

//go:embed vectors.bin
var vectorFile []byte

//go:embed model.bin
var modelFile []byte

// An Extractor finds the statements of articles. It is safe for concurrent use.
type Extractor struct {
	tagger *tagger.Model
	linker *linker.Linker
	lemmas map[string]string // a reporting verb's forms, to the verb
}

// New makes an extractor of the model built into the program; it takes some 20 ms, and an error means a broken build.
func New() (*Extractor, error) {
	v, err := tagger.DecodeVectors(vectorFile)
	if err != nil {
		return nil, fmt.Errorf("decode vectors.bin: %w", err)
	}
	return decode(modelFile, v)
}

// decode reads a model file: the linker's weights, then the tagger.
func decode(data []byte, v *tagger.Vectors) (*Extractor, error) {
	n := min(len(data), 4*linker.Size)
	l, err := linker.Decode(data[:n])
	if err != nil {
		return nil, fmt.Errorf("decode model.bin: %w", err)
	}
	t, err := tagger.Decode(data[n:], v)
	if err != nil {
		return nil, fmt.Errorf("decode model.bin: %w", err)
	}
	return &Extractor{tagger: t, linker: l, lemmas: speechVerbs()}, nil
}

// Statements finds the statements of doc, in the order of their cues. A speaker has the mention's span; whom it
// means is left to the identity step: Name is empty, and Basis a guess from the mention's own words.
func (x *Extractor) Statements(doc *text.Document) []Statement {
	units := unitsOf(doc)
	spans := make([]span.Span, len(units))
	for i, u := range units {
		spans[i] = u.Span
	}
	titled := len(units) > 0 && doc.Sentences[units[0].first].Title
	var out []Statement
	open := -1 // the statement whose quotation the passage before left open
	passages := tagger.Passages(doc.Text, spans, titled, doc.Ordered)
	names := labels(passages)
	for i := range passages {
		p := &passages[i]
		b := builder{x: x, doc: doc, unit: units[i], passage: p, parts: x.tagger.Tag(p)}
		own := b.statements(names)
		if open >= 0 && carried(p, own) {
			out[open].Content = append(out[open].Content, p.InArticle(p.Quotes[0].Span))
		} else {
			open = -1
		}
		out = append(out, own...)
		if n := len(p.Quotes); n == 0 || !p.Quotes[n-1].Unclosed {
			open = -1
		} else if len(own) > 0 && reaches(own[len(own)-1], p.Start+p.Quotes[n-1].End) {
			open = len(out) - 1
		}
	}
	out = x.byStructure(doc, out)
	if titled {
		b := builder{x: x, doc: doc, unit: units[0], passage: &passages[0]}
		return append(b.headline(out), out...)
	}
	return out
}

// labels counts what stands before a colon at the beginning of passages.
func labels(passages []tagger.Passage) map[string]int {
	out := map[string]int{}
	for _, p := range passages {
		if i := strings.IndexByte(p.Text, ':'); i > 0 && i < 60 && !p.Title {
			out[p.Text[:i]]++
		}
	}
	return out
}

// carried reports whether the passage begins with the rest of a quotation that no statement of its own has.
func carried(p *tagger.Passage, own []Statement) bool {
	if len(p.Quotes) == 0 || !p.Quotes[0].Carried {
		return false
	}
	return !slices.ContainsFunc(own, func(st Statement) bool {
		return slices.ContainsFunc(st.Content, p.InArticle(p.Quotes[0].Span).Overlaps)
	})
}

// reaches reports whether the statement's content runs to the byte at.
func reaches(st Statement, at int) bool { return st.Content[len(st.Content)-1].End == at }
