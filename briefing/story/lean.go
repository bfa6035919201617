package story

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
)

// leansOn reports whether the sentence needs the one before it: by its first words, a pronoun or a "this".
func (r *reading) leansOn(s *sentence) bool {
	return english.LeaningOpeners.Has(r.lex.words[s.words[0]].text) || strings.Contains(s.text, ", meanwhile,") ||
		r.unnamed(s) || refers(s.text) || goesOn(s.text) || points(s.text)
}

// unnamed reports whether a pronoun is for a person that the sentence has not named; countries and BP are no persons.
func (r *reading) unnamed(s *sentence) bool {
	if !slices.ContainsFunc(s.words, func(w int32) bool { return pronouns[r.lex.words[w].text] }) {
		return false
	}
	named, run := false, outside
	separates := func(c rune) bool { return !unicode.IsLetter(c) && c != '\'' && c != '’' }
	for i, w := range strings.FieldsFunc(s.text, separates) {
		low, capital := strings.ToLower(w), unicode.IsUpper(firstRune(w))
		before, _, _ := strings.Cut(strings.ReplaceAll(low, "’", "'"), "'")
		switch {
		case pronouns[before]:
			return !named
		case low == "the" || low == "a" || low == "an":
			run = opened
		case english.RankingStopWords.Has(low) || english.DayWords.Has(low):
			run = outside
		case run != outside && !capital:
			named = named || person(low) // "the minister said he", but not "the move comes as he"
			run = nounward
		case capital && run != opened && !nobody(w) && (i > 0 || !r.lex.ordinary(low) && !english.HeadlineLeads.Has(low)):
			named = true
		}
	}
	return false
}

// Where the words are after a "the" or "a".
const (
	outside  = iota
	opened   // no lower-case word yet: "the White House"
	nounward // one or more: "the move surprised Brenn"
)

func person(noun string) bool {
	noun = strings.TrimSuffix(strings.ReplaceAll(noun, "’", "'"), "'s")
	return english.PersonNouns.Has(noun) || strings.HasSuffix(noun, "man") ||
		len(noun) > 5 && strings.HasSuffix(noun, "ist")
}

// nobody reports whether a word with a capital names no person: "BP", "Estonia".
func nobody(word string) bool {
	return len(word) > 1 && strings.ToUpper(word) == word || people.Nation(word) != "" || people.Seat(word) != ""
}

// refers reports whether another sentence names what this one begins with: "The company", not "The company that built".
func refers(text string) bool {
	rest, ok := strings.CutPrefix(text, "The ")
	if !ok {
		return false
	}
	noun, rest, _ := strings.Cut(rest, " ")
	noun, owner := strings.CutSuffix(strings.ReplaceAll(noun, "’", "'"), "'s")
	next, _, _ := strings.Cut(rest, " ")
	return english.ReferringNouns.Has(strings.TrimRight(noun, ",")) &&
		(owner || strings.HasSuffix(noun, ",") || !english.DefiningWords.Has(next))
}

// goesOn reports whether the sentence begins with words that continue another.
func goesOn(text string) bool {
	return hasPrefix(text, "As a result", "At the same ", "On the same ", "In addition", "For example", "For instance",
		"In contrast", "By contrast", "In both ", "In that ", "At that ", "In response, ", "In turn, ",
		"That said", "Of those")
}

// points reports whether the text has a "this" or "these", other than "this week", outside quotation marks.
func points(text string) bool {
	if !strings.Contains(text, " this") && !strings.Contains(text, " these") {
		return false
	}
	inside := false
	words := strings.Fields(text)
	for i, w := range words {
		if low := letters(w); !inside && (low == "this" || low == "these") && !strings.ContainsAny(w, "\"“”") {
			if i+1 == len(words) || !english.TimeNouns.Has(strings.TrimSuffix(letters(words[i+1]), "'s")) {
				return true
			}
		}
		if strings.Count(w, `"`)%2 == 1 {
			inside = !inside
		}
		inside = strings.Contains(w, "“") || inside && !strings.Contains(w, "”")
	}
	return false
}

// "They" may be anyone in the sentence.
var pronouns = english.Set("he she him her his hers himself herself")
