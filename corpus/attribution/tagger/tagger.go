// Package tagger marks the words of a passage that are the source, the cue or the content of an attribution. It is a
// bidirectional long short-term memory under a linear-chain conditional random field (Huang, Xu and Yu, 2015; Lample et
// al., 2016), in plain Go: it reads a model that the train command wrote, and knows nothing of statements.
package tagger

import (
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// A Passage is what is tagged at once: a paragraph, or a sentence where lines are in any order.
type Passage struct {
	span.Span                  // where it stands in the article
	Text      string           // its text alone
	Words     []span.Span      // its words, in bytes of Text
	Quotes    []text.Quotation // its quotations, in bytes of Text
	Title     bool             // it is the article's title
}

// Passages divides the stretches of an article's text at spans into words. The first span is the title where
// titled. Quotations are carried from one passage to the next only where ordered.
func Passages(s string, spans []span.Span, titled, ordered bool) []Passage {
	out := make([]Passage, len(spans))
	quotes := text.Quotations(s, spans, ordered)
	for i, p := range spans {
		out[i] = Passage{Span: p, Text: p.Of(s), Title: titled && i == 0}
		out[i].Words = text.Words(out[i].Text)
		for ; len(quotes) > 0 && quotes[0].Start < p.End; quotes = quotes[1:] {
			q := quotes[0]
			q.Span, q.Inner = moved(q.Span, -p.Start), moved(q.Inner, -p.Start)
			out[i].Quotes = append(out[i].Quotes, q)
		}
	}
	return out
}

// InArticle is the bytes of the article where s, of the passage's text, stands.
func (p *Passage) InArticle(s span.Span) span.Span { return moved(s, p.Start) }

func moved(s span.Span, by int) span.Span { return span.Span{Start: s.Start + by, End: s.End + by} }
