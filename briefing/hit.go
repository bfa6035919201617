package briefing

import (
	"slices"
	"strings"

	"rapporteur/briefing/phrase"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text/english"
	"rapporteur/corpus/text/near"
	"rapporteur/corpus/text/term"
)

// A hit is a statement that was found, and how well it fits the question.
type hit struct {
	store.StatementHit
	name  []string    // folded words of the speaker's name
	words []term.Term // of the content; spans are of Article's text
	near  near.Text   // the content
	score float64
	fit   phrase.Fit
}

func (d *Desk) newHit(t store.StatementHit) hit {
	t.Speaker = t.Speaker.Shown()
	h := hit{StatementHit: t, name: strings.Fields(english.Fold(t.Speaker.Name))}
	for _, c := range t.Content {
		h.words = append(h.words, d.termsIn(t.Article.Text, c)...)
	}
	return h
}

// termsIn is the words of a span, with their places in the whole text.
func (d *Desk) termsIn(text string, s span.Span) []term.Term {
	words := d.memo.Split(s.Of(text))
	for i := range words {
		words[i].Start += s.Start
		words[i].End += s.Start
	}
	return words
}

func (h hit) contentSpan() span.Span {
	return span.Span{Start: h.Content[0].Start, End: h.Content[len(h.Content)-1].End}
}

// quote is the exact words, without marks and spaces at the ends.
func (h hit) quote() string {
	pieces := make([]string, 0, len(h.Content))
	for _, c := range h.Content {
		if p := trimQuote(h.Article.At(c)); p != "" {
			pieces = append(pieces, p)
		}
	}
	return strings.Join(pieces, " … ")
}

// trimQuote removes what is not the speaker's from both ends: spaces, dashes, commas, the "that" of reported
// speech, and quotation marks unless there are more of them inside. Full stops and question marks stay.
func trimQuote(s string) string {
	const single, double = "‘’'`", "\"“”„«»"
	for was := ""; s != was; {
		was = s
		s = strings.TrimPrefix(strings.Trim(s, " \t\n,;:–—-"+single), "that ")
		if inner := strings.Trim(s, double); !strings.ContainsAny(inner, double) {
			s = inner
		}
	}
	return s
}

func (h hit) statement() Statement {
	sp, src := h.Speaker, cite(h.Article, h.contentSpan())
	return Statement{
		Grade:   string(sp.Grade()),
		Speaker: sp.Name, AsPrinted: printed(h), Basis: string(sp.Basis), Confidence: sp.Confidence,
		Form: string(h.Form), Quote: h.quote(), SaidOn: h.SaidOn, Sources: []Source{src}, ID: src.ID,
		Sentence: h.Article.At(h.Within.Span), Evidence: sp.Evidence, Negated: h.Negated, Conflict: h.Conflict,
	}
}

// printed is the speaker as the article names them, or "".
func printed(h hit) string { return h.Article.At(h.Speaker.Span) }

// basisRank orders how a speaker is known, the most reliable first.
func basisRank(b attribution.Basis) int {
	return slices.Index([]attribution.Basis{
		attribution.Named, attribution.Description, attribution.Pronoun, attribution.Anonymous, attribution.Unattributed,
	}, b)
}
