package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
)

// A spoken is a word with what tells whether a subject ends at it.
type spoken struct {
	span.Span
	fold  string
	upper bool
	stop  bool // a mark stands behind it
}

func wordsIn(s string, at span.Span) []spoken {
	var out []spoken
	for _, w := range text.Words(at.Of(s)) {
		w = span.Span{Start: at.Start + w.Start, End: at.Start + w.End}
		printed := w.Of(s)
		first, _ := utf8.DecodeRuneInString(printed)
		if !unicode.IsLetter(first) {
			if n := len(out); n > 0 && printed != "." || n > 0 && !shortened(out[n-1].Of(s)) {
				out[n-1].stop = true
			}
			continue
		}
		if len(out) > 60 {
			break
		}
		fold := strings.ToLower(printed)
		if strings.IndexFunc(printed, notPlain) >= 0 {
			fold = english.Fold(printed) // dear, and most words are plain
		}
		out = append(out, spoken{w, fold, unicode.IsUpper(first), false})
	}
	return out
}

func notPlain(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') }

// shortened reports whether a full stop behind a word may be its own: "Dr", "A".
func shortened(w string) bool { return len(w) <= 4 && w != strings.ToUpper(w) || len(w) == 1 }

// subject is the noun phrase with a name, or the pronoun, that words begin with: "the nurse, Ona Berg", "he".
func subject(words []spoken) (span.Span, bool) {
	named := false
	for i, w := range words {
		if i >= 12 {
			break
		}
		if i == 0 && speakingPronouns[w.fold] {
			return w.Span, true
		}
		next := i+1 < len(words)
		named = named && english.NameParticles.Has(w.fold) || w.upper && !english.Calendar.Has(w.fold) &&
			!english.FunctionWords.Has(w.fold)
		if named && w.upper && (!next || w.stop || !words[i+1].upper && !english.NameParticles.Has(words[i+1].fold) &&
			!describes(words[i+1:])) {
			return span.Span{Start: words[0].Start, End: w.End}, true
		}
	}
	return span.Span{}, false
}

var speakingPronouns = english.Set("he she they we")

// describes reports whether the words that follow a capital go on to a name: the rest of a role, "Harbour board
// member Ona Berg".
func describes(words []spoken) bool {
	for i, w := range words[:min(len(words), 5)] {
		if w.stop && !w.upper {
			return false
		}
		if w.upper {
			return i > 0
		}
	}
	return false
}

// sourceless gives the statements for which the tagger found a cue and no source the subject of the cue.
func (s *structure) sourceless() {
	for i := range s.out {
		st := &s.out[i]
		if !st.Speaker.Empty() || !st.Speech || st.Form != Indirect || st.Cue.Empty() || s.quoted(st.Cue.Start) ||
			s.doc.Sentences[st.Sentence].Title {
			continue
		}
		source, ok := s.subjectOf(st.Cue, wordsIn(s.doc.Text, s.doc.Sentences[st.Sentence].Span))
		if ok && source.End <= st.Cue.Start && !slices.ContainsFunc(st.Content, source.Overlaps) {
			st.Speaker = Speaker{Span: source, Basis: guessBasis(source.Of(s.doc.Text))}
		}
	}
}

// subjectOf is the subject of a cue: what stands before it, or for a verb that "and" joins or a participle behind a
// comma ("Vale left, saying that") the name or the pronoun with which the sentence begins.
func (s *structure) subjectOf(cue span.Span, words []spoken) (span.Span, bool) {
	n := slices.IndexFunc(words, func(w spoken) bool { return w.End > cue.Start })
	if n < 1 || words[n].Start > cue.End ||
		slices.ContainsFunc(words[n:], func(w spoken) bool { return w.Start < cue.End && passives[w.fold] }) {
		return span.Span{}, false
	}
	verb := words[n].fold
	if english.Adverbs.Has(verb) || verb == "even" {
		verb = words[min(n+1, len(words)-1)].fold
	}
	start := max(1, verbStart(words, n))
	aside := slices.ContainsFunc(words[start:n], func(w spoken) bool { return w.stop })
	n = start
	if last := words[n-1]; aside && last.stop && last.upper { // "Vale, meanwhile, called"
		words = append(slices.Clone(words[:n-1]), spoken{last.Span, last.fold, true, false})
	}
	participle := strings.HasSuffix(verb, "ing")
	switch {
	case participle && words[n-1].stop, joining[words[n-1].fold]:
		return opener(words)
	case participle:
		return span.Span{}, false
	}
	return s.subjectBefore(words, n)
}

// verbStart is where the adverbs and auxiliaries before the verb at word i begin, or i.
func verbStart(words []spoken, i int) int {
	for i > 0 && (auxiliaries[words[i-1].fold] || english.Adverbs.Has(words[i-1].fold) || words[i-1].fold == "also") {
		i--
	}
	return i
}

var joining = english.Set("and but then")

// opener is the name or the pronoun with which a sentence begins, but for a word that joins it to the one before.
func opener(words []spoken) (span.Span, bool) {
	if len(words) > 1 && (joining[words[0].fold] || english.Adverbs.Has(words[0].fold)) {
		words = words[1:]
	}
	if words[0].fold == "it" {
		return words[0].Span, true
	}
	at, ok := subject(words)
	i := slices.IndexFunc(words, func(w spoken) bool { return w.End == at.End })
	return at, ok && !words[i].stop && !english.Calendar.Has(words[0].fold) && !english.Prepositions.Has(words[0].fold)
}
