package people

import (
	"strings"
	"sync"

	"rapporteur/corpus/text/english"
)

// Describes reports whether a folded word is a noun for a person ("minister", "farmers"), and its gender.
func Describes(word string) (Gender, bool) {
	g := lists()
	t, ok := g.titles[word]
	if !ok && len(word) > 2 && word[len(word)-1] == 's' {
		t, ok = g.titles[word[:len(word)-1]]
	}
	return t.gender, ok && !t.honorific
}

// Honorific reports whether a folded word is a mere form of address: "mr".
func Honorific(word string) bool { return lists().titles[word].honorific }

// Creed reports whether a folded word names people by nation, party or creed: "american", "republican".
func Creed(word string) bool {
	return english.GroupNames.Has(word) || lists().demonyms[word] != ""
}

// groups reports whether a folded word names a group or its members, or is no name for another reason.
func (g *gazetteer) groups(fold string) bool {
	return english.GroupNames.Has(fold) || english.CapitalisedNonNames.Has(fold)
}

// Located reports whether a folded word is, or is part of, the name of a place.
func Located(word string) bool {
	return lists().place(word) || placeWords()[word]
}

// placeWords is the single words of all names of places.
var placeWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for p := range lists().places {
		for w := range strings.FieldsSeq(p) {
			out[w] = true
		}
	}
	return out
})
