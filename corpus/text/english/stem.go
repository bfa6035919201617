package english

import (
	"strings"
	"sync"

	snowball "github.com/kljensen/snowball/english"
)

// There are two stemmers: search must meet a question's word in whatever form and spelling an article has it (Stem),
// while ranking counts words and must not count two as one (LightStem). Both keep figures that a single one would lose.

// Stem is the search key of a word as FoldWord makes it: Porter's second English stemmer
// over the word's regular base in American spelling.
func Stem(word string) string {
	word = base(word)
	if len(word) < 4 || !isASCII(word) {
		return word
	}
	return snowball.Stem(americanTerm(word), false)
}

var (
	verbOf = sync.OnceValue(nominalisations.Table)
	baseOf = sync.OnceValue(irregularForms.Table)
)

// base is the form of a folded word that is stemmed.
func base(word string) string {
	if b, ok := baseOf()[word]; ok {
		return b
	}
	if b, ok := verbOf()[strings.TrimSuffix(word, "s")]; ok {
		return b
	}
	if b, ok := strings.CutSuffix(word, "men"); ok && len(b) >= 3 && !notMen[word] {
		return b + "man"
	}
	return again(word)
}

// notMen end as the plural of "man" does and are none.
var notMen = Set("abdomen bremen carmen drammen regimen specimen tiananmen turkmen")

// again is the base of a prefixed irregular form: rebuilt, oversaw, misled.
func again(word string) string {
	for _, prefix := range []string{"fore", "mis", "out", "over", "re", "under"} {
		rest, ok := strings.CutPrefix(word, prefix)
		if !ok || word == "resent" { // seldom sent again
			continue
		}
		if b, ok := baseOf()[rest]; ok {
			return prefix + b
		}
	}
	return word
}

// LightStem removes the most frequent English inflections. It is light on purpose: two
// forms of one word should meet, two words should not.
func LightStem(w string) string {
	n := len(w)
	switch {
	case n > 4 && strings.HasSuffix(w, "ies"):
		return w[:n-3] + "y"
	case n > 5 && strings.HasSuffix(w, "ing"):
		return undouble(w[:n-3])
	case n > 4 && strings.HasSuffix(w, "ed"):
		return undouble(w[:n-2])
	case n > 4 && (strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "shes")):
		return w[:n-2]
	case n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i':
		return strings.TrimSuffix(w[:n-1], "e")
	case n > 4 && w[n-1] == 'e':
		return w[:n-1]
	}
	return w
}

func undouble(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("lsz", rune(w[n-1])) {
		return w[:n-1]
	}
	return strings.TrimSuffix(w, "e")
}

// Singular is a regular plural without its ending; it may take an s that is no
// plural's, and then nothing is made of the rest.
func Singular(word string) string {
	if w, ok := strings.CutSuffix(word, "ies"); ok {
		return w + "y"
	}
	return strings.TrimSuffix(word, "s")
}

// Inflect is the forms of a regular verb.
func Inflect(v string) []string {
	stem, last := v, v[len(v)-1]
	switch {
	case last == 'e':
		return []string{v, v + "s", v + "d", v[:len(v)-1] + "ing"}
	case last == 'y' && !strings.ContainsRune("aeou", rune(v[len(v)-2])):
		return []string{v, v[:len(v)-1] + "ies", v[:len(v)-1] + "ied", v + "ing"}
	case strings.HasSuffix(v, "ss"), strings.HasSuffix(v, "sh"), last == 'x':
		return []string{v, v + "es", v + "ed", v + "ing"}
	case v == "admit", v == "quip", v == "blog", v == "rebut":
		stem += string(last)
	}
	return []string{v, v + "s", stem + "ed", stem + "ing"}
}
