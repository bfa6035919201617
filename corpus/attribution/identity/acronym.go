package identity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/people"
)

// joinAcronyms joins a short form to its body: after "the Harbour Workers Federation (HWF)" every HWF is that one.
func (s *scene) joinAcronyms() {
	joined := map[int]int{}
	entity := func(mention int) int {
		e := s.of[mention]
		for into, ok := joined[e]; ok; into, ok = joined[e] {
			e = into
		}
		return e
	}
	for i := 0; i+1 < len(s.mentions); i++ {
		full, short := s.mentions[i], s.mentions[i+1]
		if full.Kind != people.Body || short.Kind != people.Body || full.Place || s.of[i] < 0 || s.of[i+1] < 0 ||
			entity(i) == entity(i+1) {
			continue
		}
		if strings.TrimSpace(s.doc.Text[full.End:short.Start]) != "(" || !strings.HasPrefix(s.doc.Text[short.End:], ")") ||
			!shortens(short.Name, full.Name) {
			continue
		}
		joined[entity(i+1)] = entity(i)
	}
	for i := range s.of {
		s.of[i] = entity(i)
	}
}

// shortens reports whether the letters of an acronym begin words of a name, in their order.
func shortens(acronym, name string) bool {
	letters := []rune(strings.ReplaceAll(acronym, ".", ""))
	if len(letters) < 2 || acronym != strings.ToUpper(acronym) {
		return false
	}
	n := 0
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		if first, _ := utf8.DecodeRuneInString(w); n < len(letters) && unicode.ToUpper(first) == letters[n] {
			n++
		}
	}
	return n == len(letters)
}
