package identity

import (
	"slices"
	"strings"
	"sync"

	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
)

// office is a role in words that compare: one printed with a name, or one that a description tells.
type office struct {
	head    string // the noun: "secretary" of "Secretary of State"
	words   []string
	printed string // as the article prints it with a name, or ""
}

func officeOf(role string) office {
	o := office{words: people.RoleWords(role)}
	np := people.RoleWords(strings.Join(nounPhrase(strings.Fields(english.Fold(role))), " "))
	if len(np) > 0 {
		o.head = np[len(np)-1]
	}
	for n := len(np) - 1; n > 0; n-- {
		if _, person := people.Describes(np[n]); person {
			o.head = np[n] // "mayor" of "the first mayor elected there"
			np = np[:n+1]
			break
		}
	}
	if n := len(np); n > 1 && o.head == "general" && !ranks[np[n-2]] {
		if _, person := people.Describes(np[n-2]); person {
			o.head = np[n-2] + " general" // "attorney general" is no general
		}
	}
	return o
}

// ranks may stand before "general" of somebody who is one.
var ranks = english.Set("lieutenant major brigadier lt maj adjutant")

// changers make another office of their noun: a deputy minister is no minister, and neither is a former one.
var changers = english.Set("deputy vice prime press assistant associate shadow former staff late elect then")

// fit says how a role that the article prints with somebody meets a description.
type fit int

const (
	unfitting fit = iota
	loose         // the same noun; the description adds a place, a party or an epithet
	exact         // every word of the description stands in the role
)

// meets compares a role with what a description wants.
func (o office) meets(want office) fit {
	if !sameOffice(o.head, want.head) {
		return unfitting
	}
	for c := range changers {
		if slices.Contains(o.words, c) != slices.Contains(want.words, c) {
			return unfitting
		}
	}
	if o.head == "governor" && slices.Contains(o.words, "lieutenant") != slices.Contains(want.words, "lieutenant") {
		return unfitting
	}
	if covers(o.words, want.words) {
		return exact
	}
	placed := false
	for _, w := range want.words {
		switch {
		case slices.Contains(o.words, w) || sameOffice(w, o.head) || english.Epithets.Has(w):
		case w[0] == '@':
			return unfitting
		case people.Creed(w):
		case people.Located(w):
			placed = true
		default:
			return unfitting
		}
	}
	if placed && o.qualified(want) {
		return unfitting // of another town
	}
	return loose
}

// qualified reports whether a role says more than its noun and the description: the town, country or branch.
func (o office) qualified(want office) bool {
	return slices.ContainsFunc(o.words, func(w string) bool {
		return !sameOffice(w, o.head) && !strings.HasSuffix(o.head, w) && !strings.HasPrefix(o.head, w) &&
			!slices.Contains(want.words, w) && !people.Creed(w) && !english.Epithets.Has(w)
	})
}

// covers reports whether a role holds every word wanted, some in another form.
func covers(role, want []string) bool {
	for _, w := range want {
		if !slices.ContainsFunc(role, func(r string) bool { return sameOffice(r, w) }) {
			return false
		}
	}
	return true
}

// sameOffice reports whether two words name one office.
func sameOffice(a, b string) bool { return officeNoun(a) == officeNoun(b) }

// officeNoun is one word for all that name the office that a word names.
func officeNoun(w string) string {
	if noun, ok := officeNouns()[w]; ok {
		return noun
	}
	return w
}

var officeNouns = sync.OnceValue(english.OfficeSynonyms.Table)
