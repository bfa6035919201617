package story

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/text/english"
)

// A headline, a line under it or a caption loses its end when a page is made text,
// and runs into the sentence after it: "Bridge over the Lorn reopens Traffic is back
// The bridge over the Lorn was reopened on Tuesday." A seam is where such a line
// ends. Of many it can be told by the next one's first word: prose has no capital at
// "The" or "After" inside a sentence.

// caught is a caption of what somebody said, as a page has it under a picture: a name
// and the words, which have no comma or full stop.
var caught = regexp.MustCompile(`^[^".:“”]{3,60}: (?:"[^"]{5,200}[^".,!?]"|“[^“”]{5,200}[^”.,!?]”) \p{Lu}`)

// seam finds where the last line that is run into the beginning of t ends, in bytes; 0
// where there is none.
func seam(t string) int {
	at, last, before := 0, 0, ""
	if head := t[:min(len(t), headLimit)]; strings.Contains(head, `: "`) || strings.Contains(head, ": “") {
		if m := caught.FindStringIndex(t); m != nil {
			_, size := utf8.DecodeLastRuneInString(t[:m[1]])
			last = m[1] - size
		}
	}
	for n := 0; at < min(len(t), headLimit); n++ {
		word := t[at:]
		if end := strings.IndexByte(word, ' '); end >= 0 {
			word = word[:end]
		}
		next := strings.TrimLeft(t[min(len(t), at+len(word)):], " ")
		if n >= fewestSeam && begun(before, word, next) {
			last = max(last, at)
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
	tens, _, _ := strings.Cut(word, "-") // "Ninety-five cases"
	kind, ok := firstWords[tens]
	if !ok || !closes(before) {
		return false
	}
	lower := unicode.IsLower(firstRune(after)) || unicode.IsDigit(firstRune(after))
	switch kind {
	case naming: // "cracks in the pier The Lorn Bridge Company", but not "told The Lorn Herald"
		return lower || unicode.IsLower(firstRune(before)) && !english.TitleNouns.Has(strings.ToLower(before))
	case lettered: // "influenza A cases", "Plan A was"
		return lower && !english.LetteredNouns.Has(strings.ToLower(before))
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
	return word != "" && !english.RankingStopWords.Has(word)
}

// A firstWord says when a capital shows a word to begin a sentence.
type firstWord int

const (
	plain    firstWord = iota // before a word without a capital
	placing                   // before a name too, where the word before has no capital
	naming                    // likewise, where the word before is not followed by titles
	lettered                  // unless the word before is counted by letters
)

var firstWords = kinds(map[firstWord]string{
	naming: "The",
	plain: "An This These There When While After Before With As For From By To It If Since Although Despite During Under " +
		"More Most Some Many Several Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety " +
		"Meanwhile, Dozens Hundreds Thousands Millions Nearly Almost About Around Another",
	placing:  "In On At",
	lettered: "A",
})

func kinds(words map[firstWord]string) map[string]firstWord {
	m := map[string]firstWord{}
	for kind, list := range words {
		for _, w := range strings.Fields(list) {
			m[w] = kind
		}
	}
	return m
}

// runIn reports whether the text seems to be two sentences of which the first lost its
// end: "Repairs took two years Engineers have opened the bridge". Where to part them is
// a guess ("not convinced Brenn has paid"), so such a sentence is not shown.
func runIn(text string) bool {
	words := strings.Fields(text[:min(len(text), headLimit)])
	verb := false
	for i := 1; i < len(words)-2; i++ {
		before := words[i-1]
		low := letters(before)
		verb = verb || english.FiniteVerbs.Has(low) || strings.HasSuffix(low, "ed")
		if !verb || !unicode.IsUpper(firstRune(words[i])) || len(low) < 3 || low != before || english.RankingStopWords.Has(low) || english.HeadlineLeads.Has(low) || person(low) {
			continue
		}
		for n := i; n < min(len(words), i+mostNamed); n++ {
			next := words[n]
			if n > i && predicates[next] {
				return true
			}
			if !unicode.IsUpper(firstRune(next)) && next != "and" && next != "of" || strings.ContainsAny(next[len(next)-1:], ",.;:)") {
				break
			}
		}
	}
	return false
}

// mostNamed is how many words a name before its verb may have.
const mostNamed = 6

var (
	// predicates are the verbs that surely have the name before them for a subject.
	predicates = english.Set("has have is are was were will would says had")
)
