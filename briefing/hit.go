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

// A hit is a statement found, and how well it fits what was asked.
type hit struct {
	store.Told
	name  []string    // folded words of the speaker's name
	words []term.Term // of the content, spans in Told.Article's text
	near  near.Text   // the content
	score float64
	fit   phrase.Fit
}

// newHit divides the content into words.
func (d *Desk) newHit(t store.Told) hit {
	h := hit{Told: t, name: strings.Fields(english.Fold(t.Speaker.Name))}
	for _, c := range t.Content {
		h.words = append(h.words, d.termsIn(t.Article.Text, c)...)
	}
	return h
}

// containedIn is the words of a span of text, placed in the whole of it.
func (d *Desk) termsIn(text string, s span.Span) []term.Term {
	words := d.memo.Split(s.Of(text))
	for i := range words {
		words[i].Start += s.Start
		words[i].End += s.Start
	}
	return words
}

// contentSpan is the first to the last byte of the content.
func (h hit) contentSpan() span.Span {
	return span.Span{Start: h.Content[0].Start, End: h.Content[len(h.Content)-1].End}
}

// quote is the exact words, without the marks and spaces at the ends.
func (h hit) quote() string {
	pieces := make([]string, 0, len(h.Content))
	for _, c := range h.Content {
		if p := trimQuote(h.Article.At(c)); p != "" {
			pieces = append(pieces, p)
		}
	}
	return strings.Join(pieces, " … ")
}

// trimQuote takes off the ends of words shown as a quotation what is not the speaker's:
// spaces, dashes, commas, the "that" of reported speech, and quotation marks,
// unless their fellows stand in between. Full stops and question marks stay.
func trimQuote(s string) string {
	const (
		single = "‘’'`"
		double = "\"“”„«»"
	)
	for {
		was := s
		s = strings.TrimPrefix(strings.Trim(s, " \t\n,;:–—-"+single), "that ")
		inner := strings.Trim(s, double)
		if !strings.ContainsAny(inner, double) {
			s = inner
		}
		if s == was {
			return s
		}
	}
}

// statement is a hit as members are shown it.
func (h hit) statement() Statement {
	sp := h.Speaker
	src := cite(h.Article, h.contentSpan())
	return Statement{
		Speaker: sp.Name, AsPrinted: printed(h), Basis: string(sp.Basis), Confidence: sp.Confidence,
		Form: string(h.Form), Quote: h.quote(), SaidOn: h.SaidOn, Sources: []Source{src}, ID: src.ID,
		Sentence: h.Article.At(h.Within.Span), Evidence: sp.Evidence, Negated: h.Negated, Conflict: h.Conflict, Publishers: 1,
	}
}

// sentencesNaming is the mention as printed, or "".
func printed(h hit) string {
	if h.Speaker.Empty() {
		return ""
	}
	return h.Article.At(h.Speaker.Span)
}

// basisRank is how much a speaker's basis can be relied on, the most first.
func basisRank(b attribution.Basis) int {
	return slices.Index([]attribution.Basis{attribution.Named, attribution.Description, attribution.Pronoun, attribution.Anonymous, attribution.Unattributed}, b)
}
