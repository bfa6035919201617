package text

import (
	"strings"
	"sync"

	"rapporteur/corpus/text/english"
)

// An abbreviation says whether the full stop of a word ends a sentence as well.
type abbreviation uint8

const (
	whole        abbreviation = iota // no abbreviation: it does
	never                            // a title before a name, or "vs."
	beforeNumber                     // it does not before a figure: "No. 10"
	sometimes                        // a month: not before a figure, else as seldom
	seldom                           // a company's or a state's: only before a word that begins sentences
)

// kindOf knows the abbreviations of the English-language press, in the capitals
// they are written with. Forms with stops inside, such as "U.S.", need no list.
func kindOf(token string) abbreviation {
	kind, ok := abbreviations().kinds[token]
	if !ok {
		kind = abbreviations().kinds[titleCase(token)]
	}
	return kind
}

// titleCase is a word in capitals with small letters behind the first, as "MR. VOSS" in a transcript; others stay.
func titleCase(word string) string {
	if len(word) < 2 || word != strings.ToUpper(word) {
		return word
	}
	return word[:1] + strings.ToLower(word[1:])
}

// isAbbreviation knows the titles, months, states and company forms whose full stop is part of the word.
func isAbbreviation(word string) bool {
	return abbreviations().joined[word] || abbreviations().joined[titleCase(word)]
}

type abbreviationTable struct {
	kinds  map[string]abbreviation
	joined map[string]bool
}

var abbreviations = sync.OnceValue(func() abbreviationTable {
	kinds := map[string]abbreviation{
		"never": never, "beforeNumber": beforeNumber, "sometimes": sometimes, "seldom": seldom,
	}
	table := abbreviationTable{map[string]abbreviation{}, map[string]bool{}}
	for _, entry := range english.Abbreviations.Entries() {
		f := strings.Fields(entry)
		table.kinds[f[0]] = kinds[f[1]]
		table.joined[f[0]] = len(f) > 2
	}
	return table
})

// starts reports whether w is a word that sentences of news often begin with and names do not.
func starts(w string) bool {
	return w != "" && w[0] >= 'A' && w[0] <= 'Z' && english.SentenceStarts.Has(string(w[0]|0x20)+w[1:])
}
