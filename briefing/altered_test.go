package briefing

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
	"rapporteur/corpus/text/near"
	"rapporteur/corpus/text/term"
)

// An alteration makes of words that somebody said others that nobody did, by one word
// that is the news; false where there is nothing to alter. Other is somebody else's
// words, to take from.
type alteration struct {
	name string
	do   func(words, other []string) ([]string, bool)
}

func alterations() []alteration {
	return []alteration{
		{"country", func(w, _ []string) ([]string, bool) { return replaced(w, otherCountry) }},
		{"figure", func(w, _ []string) ([]string, bool) { return replaced(w, otherFigure) }},
		{"name", otherName},
		{"negation", negated},
	}
}

// replaced is the words with the first that change changes.
func replaced(words []string, change func(string) string) ([]string, bool) {
	for i, w := range words {
		if to := change(w); to != "" {
			out := slices.Clone(words)
			out[i] = to
			return out, true
		}
	}
	return nil, false
}

func otherCountry(word string) string {
	country := people.Nation(strings.Trim(word, ".,;:’'\"”“s"))
	switch {
	case country == "":
		return ""
	case slices.Contains(people.Demonyms(country), english.Fold(word)):
		return "Norwegian"
	}
	return "Norway"
}

var wholeFigure = regexp.MustCompile(`^[1-9][0-9]{1,2}$`)

func otherFigure(word string) string {
	if !wholeFigure.MatchString(word) {
		return ""
	}
	return "7" + word
}

// otherName puts a name of other in the place of one.
func otherName(words, other []string) ([]string, bool) {
	name := func(w string) bool {
		return capitalised(w) && len(w) > 3 && !term.Common(strings.ToLower(w)) && !english.DayNames.Has(strings.ToLower(w)) && people.Nation(w) == ""
	}
	at := slices.IndexFunc(other[1:], name)
	if at < 0 || strings.Contains(english.Fold(strings.Join(words, " ")), english.Fold(other[at+1])) {
		return nil, false
	}
	out, ok := replaced(words[1:], func(w string) string {
		if !name(w) {
			return ""
		}
		return other[at+1]
	})
	return append(words[:1:1], out...), ok
}

func negated(words, _ []string) ([]string, bool) {
	text := strings.Join(words, " ")
	if near.Read("it is not so").AtOdds(near.Read(text)) {
		return replaced(words, func(w string) string {
			switch w {
			case "will", "would", "is", "are", "was", "were", "can", "could", "should":
				return w + " not"
			}
			return ""
		})
	}
	return nil, false
}
