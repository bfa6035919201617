package people

import (
	"slices"
	"strings"

	"rapporteur/corpus/text/english"
)

// Key is a coarser form of one folded word of a name, alike for the ways in which one foreign name is written in
// Latin letters: Sergei, Sergey and Sergej; Zelensky, Zelenskyy and Zelenskiy; Yevgeny and Evgeni. Two different
// names may share a key, so a key is a reason to look, never proof.
func Key(word string) string { return foldedKey(english.Fold(word)) }

func foldedKey(w string) string {
	if given, ok := lists().languages[w]; ok {
		return given
	}
	key := strings.TrimSuffix(transliterations.Replace(w), "j")
	if key == "" {
		return w
	}
	return string(slices.Compact([]byte(key)))
}

// transliterations brings Slavic, Arabic and Turkish letters to one Latin form; the longer patterns stand first.
var transliterations = strings.NewReplacer(
	"shch", "s", "sch", "s", "tch", "c", "dzh", "j",
	"iyy", "i", "yy", "i", "iy", "i", "yi", "i", "ij", "i", "ii", "i", "ey", "ei", "ej", "ei", "ai", "ai", "ay", "ai",
	"kh", "h", "zh", "j", "sh", "s", "ch", "c", "ts", "c", "tz", "c", "cz", "c", "ph", "f", "th", "t",
	"ye", "e", "yo", "o", "yu", "u", "ya", "a", "ju", "u", "ja", "a", "ia", "a", "iu", "u", "jo", "o", "je", "e",
	"ks", "x", "ck", "k", "q", "k", "y", "i", "w", "v", "ou", "u", "oo", "u", "ee", "i", "dh", "d", "gh", "g",
)

// GivenClass is one form of all folded given names that one person may bear: of Bob and Robert, Sergei and Sergey.
func GivenClass(given string) string {
	if full, ok := lists().short[given]; ok {
		given = full
	}
	return foldedKey(given)
}

// GivenName tells whether a folded word is a known given name, and the sex that bears it; Unknown where both do.
func GivenName(word string) (Gender, bool) {
	sex, ok := lists().given[word]
	return sex, ok
}
