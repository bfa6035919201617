package attribution

import (
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
		named = named && english.NameParticles.Has(w.fold) || w.upper && !english.Calendar.Has(w.fold)
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
