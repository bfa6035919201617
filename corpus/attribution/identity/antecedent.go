package identity

import (
	"strings"
	"unicode"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
)

// antecedent is the phrase that a "who" at byte off refers to: the nearest before it that begins
// with a determiner and reaches up to it, or ends with words that say which ("a rigger from the
// yard, who"); or a single noun for people ("officials who"). It is empty where "who" asks.
func (s *scene) antecedent(off int) span.Span {
	k := sentenceAt(s.doc, off)
	start := off - len(s.leading(off, k))
	words := text.Words(s.doc.Text[start:off])
	for i := range words {
		words[i] = span.Span{Start: start + words[i].Start, End: start + words[i].End}
	}
	for len(words) > 0 && words[len(words)-1].Of(s.doc.Text) == "," {
		words = words[:len(words)-1]
	}
	if len(words) == 0 || strings.Trim(s.doc.Text[words[len(words)-1].End:off], ", ") != "" {
		return span.Span{}
	}
	end := words[len(words)-1].End
	for i := len(words) - 1; i >= 0 && i > len(words)-12; i-- {
		w := english.Fold(words[i].Of(s.doc.Text))
		if unlettered(w) && words[i].Of(s.doc.Text) != "-" {
			break
		}
		if !english.Articles.Has(w) && !english.Possessives.Has(w) && !english.SeveralPeople.Has(w) {
			continue
		}
		at := span.Span{Start: words[i].Start, End: end}
		np := nounPhrase(strings.Fields(english.Fold(at.Of(s.doc.Text))))
		if len(np) < 2 && !english.SeveralPeople.Has(w) {
			continue
		}
		head := np[len(np)-1]
		if _, person := people.Describes(head); person || occupation(head) || len(np) == len(words)-i {
			return at
		}
	}
	last := words[len(words)-1]
	fold := english.Fold(last.Of(s.doc.Text))
	if _, person := people.Describes(fold); person || indefinite[fold] {
		return last
	}
	return span.Span{}
}

// unlettered reports whether a word has neither letter nor digit.
func unlettered(w string) bool {
	return !strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// indefinite are words for unknown people.
var indefinite = english.Set("those anyone someone somebody everyone people others many some")

// describedBy is the speaker for a "who" behind a description: the person it means, otherwise an unnamed one.
func (t *threads) describedBy(at span.Span) (attribution.Speaker, int) {
	before := t.antecedent(at.Start)
	if before.Empty() {
		return attribution.Speaker{Span: at, Basis: attribution.Unattributed}, nobody
	}
	s, e := t.nominal(t.read(before))
	if e != nobody {
		s.Span, s.Basis = at, attribution.Pronoun
	}
	return s, e
}
