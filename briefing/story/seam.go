package story

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A headline, a line under it or a caption loses its end when a page is made text,
// and runs into the sentence after it: "Bridge over the Lorn reopens Traffic is back
// The bridge over the Lorn was reopened on Tuesday." A seam is where such a line
// ends. Of many it can be told by the next one's first word: prose has no capital at
// "The" or "After" inside a sentence.

// seam finds where the last line that is run into the beginning of t ends, in bytes; 0
// where there is none.
func seam(t string) int {
	at, last, before := 0, 0, ""
	for n := 0; at < min(len(t), headLimit); n++ {
		word := t[at:]
		if end := strings.IndexByte(word, ' '); end >= 0 {
			word = word[:end]
		}
		next := strings.TrimLeft(t[min(len(t), at+len(word)):], " ")
		if n >= fewestSeam && begun(before, word, next) {
			last = at
		}
		before = word
		at = len(t) - len(next)
	}
	return last
}

// fewestSeam is how many words a line that is run into another has.
const fewestSeam = 3

// begun reports whether a new sentence begins with word, between the word before it
// and the text after it.
func begun(before, word, after string) bool {
	kind, ok := firstWords[word]
	if !ok || !closes(before) {
		return false
	}
	lower := unicode.IsLower(firstRune(after)) || unicode.IsDigit(firstRune(after))
	switch kind {
	case lettered: // "influenza A cases", "Plan A was"
		return lower && !countedByLetter[strings.ToLower(before)]
	case placing: // "swine flu In France", but not "Dies In Crash"
		return lower || unicode.IsLower(firstRune(before))
	}
	return lower
}

// closes reports whether a line can end with the word: it is not one that needs
// another, and has no mark that shows the line to go on.
func closes(word string) bool {
	c, _ := utf8.DecodeLastRuneInString(word)
	if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune(closingMarks, c) {
		return false
	}
	word = strings.ToLower(strings.Trim(word, closingMarks))
	return word != "" && !stopWords[word]
}

// A firstWord says when a capital shows a word to begin a sentence.
type firstWord int

const (
	plain    firstWord = iota // before a word without a capital
	placing                   // before a name too, where the word before has no capital
	lettered                  // unless the word before is counted by letters
)

var firstWords = kinds(map[firstWord]string{
	plain: "The An This These There When While After Before With As For From By To It If Since Although Despite During Under " +
		"More Most Some Many Several Two Three Four Five Six Seven Eight Nine Ten Dozens Hundreds Thousands Millions Nearly Almost About Around Another",
	placing:  "In On At",
	lettered: "A",
})

// countedByLetter are words after which "A" is a letter.
var countedByLetter = set("influenza flu hepatitis vitamin type plan group grade class level section part exhibit schedule category team block model " +
	"option appendix serie series company strain virus unit gate terminal hall ward list stage phase point side room route highway line zone")

func kinds(words map[firstWord]string) map[string]firstWord {
	m := map[string]firstWord{}
	for kind, list := range words {
		for _, w := range strings.Fields(list) {
			m[w] = kind
		}
	}
	return m
}
