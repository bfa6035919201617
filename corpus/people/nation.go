package people

import (
	"slices"
	"strings"

	"rapporteur/corpus/text/english"
)

// Nation is the country that a word names, folded: "britain" for "Britain", "British" and "Britons". It is "" for
// other words, for capitals, which are cities as well as governments, and for "us" in small letters.
func Nation(word string) string {
	if word == "us" {
		return ""
	}
	g, word := lists(), english.Fold(word)
	if c := g.demonyms[word]; c != "" || g.capitals[word] {
		return c
	}
	return g.countries[word]
}

// Seat is the country whose capital or government a word is: "russia" of "Moscow" and "Kremlin"; "" of other words.
func Seat(word string) string {
	g, word := lists(), english.Fold(word)
	if !g.capitals[word] {
		return ""
	}
	return g.countries[word]
}

// Demonyms is the single words for what is of a country, as Nation gives it, folded and sorted.
func Demonyms(country string) []string {
	var out []string
	for word, of := range lists().demonyms {
		if of == country && !strings.Contains(word, " ") {
			out = append(out, word)
		}
	}
	slices.Sort(out)
	return out
}
