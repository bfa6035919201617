package story

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/text/english"
)

// When a page is made text, a headline, a line under it or a caption loses its end and runs into the next sentence:
// "Bridge over the Lorn reopens Traffic is back The bridge over the Lorn was reopened on Tuesday." A seam is the
// place between. Often the next first word shows it: prose has no capital at "The" or "After" inside a sentence.

// caught is a caption with a quotation: a name and the words, without comma or full stop.
var caught = regexp.MustCompile(`^[^".:“”]{3,60}: (?:"[^"]{5,200}[^".,!?]"|“[^“”]{5,200}[^”.,!?]”) \p{Lu}`)

// seam is where the last glued line at the start of t ends, in bytes; 0 when there is none.
func seam(t string) int {
	at, last, before := 0, 0, ""
	if contains(t[:min(len(t), headLimit)], `: "`, ": “") {
		if m := caught.FindStringIndex(t); m != nil {
			_, size := utf8.DecodeLastRuneInString(t[:m[1]])
			last = m[1] - size
		}
	}
	for n := 0; at < min(len(t), headLimit); n++ {
		word, _, _ := strings.Cut(t[at:], " ")
		next := strings.TrimLeft(t[min(len(t), at+len(word)):], " ")
		if n >= fewestSeam && begun(before, word, next) {
			last = max(last, at)
		}
		before = word
		at = len(t) - len(next)
	}
	return last
}

const fewestSeam = 3 // how many words a glued line has

// begun reports whether a new sentence begins with word, by the word before it and the text after it.
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

// closes reports whether a line can end with the word: it needs no other, and no mark shows that more comes.
func closes(word string) bool {
	c, _ := utf8.DecodeLastRuneInString(word)
	if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune(closingMarks, c) {
		return false
	}
	word = strings.ToLower(strings.Trim(word, closingMarks))
	return word != "" && !english.RankingStopWords.Has(word)
}

// A firstWord says when a capital shows that a word begins a sentence.
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

// runIn reports whether the text seems to be two sentences, the first without its end: "Repairs took two years
// Engineers have opened the bridge". Where to part them is a guess, so it is not shown.
func runIn(text string) bool {
	words := strings.Fields(text[:min(len(text), headLimit)])
	verb := false
	for i := 1; i < len(words)-2; i++ {
		before := words[i-1]
		low := letters(before)
		verb = verb || english.FiniteVerbs.Has(low) || strings.HasSuffix(low, "ed")
		if !verb || !unicode.IsUpper(firstRune(words[i])) || len(low) < 3 || low != before ||
			english.RankingStopWords.Has(low) || english.HeadlineLeads.Has(low) || person(low) {
			continue
		}
		for n := i; n < min(len(words), i+mostNamed); n++ {
			next := words[n]
			if n > i && predicates[next] {
				return true
			}
			inName := unicode.IsUpper(firstRune(next)) || next == "and" || next == "of"
			if !inName || strings.ContainsAny(next[len(next)-1:], ",.;:)") {
				break
			}
		}
	}
	return false
}

const mostNamed = 6 // how many words a name before its verb may have

// predicates are verbs whose subject is surely the name before them.
var predicates = english.Set("has have is are was were will would says had")
