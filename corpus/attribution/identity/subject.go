package identity

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// widen gives a source that a preposition governs the whole phrase before the cue: where "the council that took power
// from Vale" or "rebels with Vale" said something, the tagger may have marked Vale alone, who did not say it.
func (s *scene) widen() {
	for i, st := range s.statements {
		at := st.Speaker.Span
		if at.Empty() || st.Cue.Empty() || at.Start < 0 || st.Cue.End > len(s.doc.Text) || at.End > st.Cue.Start {
			continue
		}
		s.statements[i].Speaker.End = s.apposedTo(at, st.Cue)
		k := sentenceAt(s.doc, at.Start)
		start := at.Start - len(clauseBefore(s.leading(at.Start, k)))
		words := strings.Fields(english.Fold(s.doc.Text[start:at.Start]))
		if namedActs.MatchString(s.doc.Text[start:at.Start]) {
			continue
		}
		for n := len(words); n > 0 && (determiners[words[n-1]] || isTitle(words[n-1])); n-- {
			words = words[:n-1]
		}
		if n := len(words) - 1; n >= 1 && english.Prepositions.Has(words[n]) && !hasOwner(s.doc.Text[at.End:]) &&
			speaks(st.Cue.Of(s.doc.Text)) && nounPhraseOnly(words) {
			s.statements[i].Speaker.Span.Start = start
		}
	}
}

// apposedTo is where the name ends that commas set between a description and its cue, "Vale's lawyer, Ona Berg, said",
// or the end of the description itself.
func (s *scene) apposedTo(at, cue span.Span) int {
	i := s.mentionFrom(at.End)
	if i == len(s.mentions) || s.mentions[i].Kind != people.Human || s.mentions[i].Start < at.End ||
		s.mentions[i].End > cue.Start ||
		s.doc.Text[at.End:s.mentions[i].Start] != ", " || s.doc.Text[s.mentions[i].End:cue.Start] != ", " {
		return at.End
	}
	return s.mentions[i].End
}

// namedActs matches a name with a verb behind it, in "Vale sided with Ost, who said", not in "a man detained with Ost".
var namedActs = regexp.MustCompile(`\p{Lu}[\pL.-]+ \p{Ll}+ed\b`)

// speaks reports whether a cue holds a verb of speech.
func speaks(cue string) bool {
	return slices.ContainsFunc(strings.Fields(english.Fold(cue)), english.SpeechVerbs.Has)
}

// relay gives the words that an agency or a paper reports somebody "as saying" to him: "the agency quoted Vale as
// saying". Who relays them has not said them.
func (s *scene) relay() {
	for i, st := range s.statements {
		if st.Speaker.Empty() || st.Cue.Empty() || st.Cue.End > len(s.doc.Text) || st.Speaker.Start < 0 {
			continue
		}
		start, k := min(st.Cue.Start, st.Speaker.Start), sentenceAt(s.doc, st.Cue.Start)
		for n := s.mentionFrom(start); n < len(s.mentions) && s.mentions[n].Start < st.Cue.End+60; n++ {
			m := s.mentions[n]
			if m.Sentence == k && m.Start > st.Speaker.End &&
				relayed.MatchString(s.doc.Text[m.End:min(len(s.doc.Text), m.End+60)]) {
				s.statements[i].Speaker.Span = m.Span
				if content := slices.DeleteFunc(slices.Clone(st.Content), m.Span.Overlaps); len(content) > 0 {
					s.statements[i].Content = content
				}
			}
		}
	}
}

// relayed matches what stands behind the name of somebody whose words another reports, an apposition between.
var relayed = regexp.MustCompile(`^(?:, [^,.]{1,40},)? as (?:saying|telling|stating)\b`)

// nounPhraseOnly reports whether folded words are one noun phrase as far as their form tells: it begins with no
// preposition, and has no verb but behind a relative pronoun.
func nounPhraseOnly(words []string) bool {
	if english.Prepositions.Has(words[0]) || pronouns[words[0]] != (pronoun{}) {
		return false
	}
	for _, w := range words {
		switch {
		case w == "who" || w == "that" || w == "which":
			return true
		case english.FiniteVerbs.Has(w) || english.IrregularPasts.Has(w) || english.SpeechVerbs.Has(w):
			return false
		}
	}
	return true
}

// clauseBefore is the end of a text from where the clause at hand begins: behind a comma, a mark or a conjunction.
func clauseBefore(text string) string {
	if i := strings.LastIndexAny(text, ",;:()“”\"—–"); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[i:])
		text = text[i+n:]
	}
	text = strings.TrimLeft(text, " \t\n")
	for first, rest, ok := strings.Cut(text, " "); ok && english.ClauseOpeners.Has(english.Fold(first)); {
		text = strings.TrimLeft(rest, " ")
		first, rest, ok = strings.Cut(text, " ")
	}
	return text
}

// isTitle reports whether a folded word stands before names.
func isTitle(w string) bool {
	_, person := people.Describes(w)
	return person || w == "mr" || w == "mrs" || w == "ms"
}
