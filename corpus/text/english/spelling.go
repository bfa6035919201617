package english

import (
	"strings"
	"sync"
)

// Names and search terms are respelt by different rules: a name keeps its spelling unless the word is listed
// ("Seymour" is no "Seymor"), while search terms lose nothing when all words of one ending are respelt alike.

// americanName is w, a folded word, in American spelling where it is a listed one or has an ending that no name has.
func americanName(w string) string {
	if s, ok := americanOf()[w]; ok {
		return s
	}
	for _, e := range endings[:nameEndings] {
		if strings.HasSuffix(w, e.british) && len(w) > len(e.british)+2 {
			return strings.TrimSuffix(w, e.british) + e.american
		}
	}
	return w
}

var americanOf = sync.OnceValue(spellings.Table)

// americanTerm respells the endings in which British and American words differ. Words that merely look alike ("four"
// has too few letters, "devour" has not) are respelt as well; since every word is, only a collision could do harm.
func americanTerm(w string) string {
	w = strings.Replace(w, "oeuv", "euv", 1)
	for _, e := range endings {
		if len(w) >= len(e.british)+3 && strings.HasSuffix(w, e.british) {
			return w[:len(w)-len(e.british)] + e.american
		}
	}
	return w
}

// nameEndings is how many of the endings, the first of them, no name has.
const nameEndings = 4

// endings pairs British with American ones.
var endings = [...]struct{ british, american string }{
	{"isation", "ization"}, {"isations", "izations"}, {"yse", "yze"}, {"ysed", "yzed"},
	{"euvre", "euver"}, {"euvres", "euvers"}, {"ogramme", "ogram"}, {"ogrammes", "ograms"},
	{"ise", "ize"}, {"ised", "ized"}, {"ises", "izes"}, {"ising", "izing"}, {"ysing", "yzing"},
	{"our", "or"}, {"ours", "ors"}, {"oured", "ored"}, {"ouring", "oring"}, {"ourable", "orable"},
	{"ence", "ense"}, {"ences", "enses"}, {"entre", "enter"}, {"entres", "enters"},
	{"elled", "eled"}, {"elling", "eling"}, {"eller", "eler"},
}
