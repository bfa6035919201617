package identity

import (
	"slices"
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
	s.joinInitials(entity, joined)
	for i := range s.of {
		s.of[i] = entity(i)
	}
}

// joinInitials joins a short form of three letters and more to the only body whose words begin with them.
func (s *scene) joinInitials(entity func(int) int, joined map[int]int) {
	full := map[string]int{} // by initials; nobody where two bodies have them
	for i, m := range s.mentions {
		words := slices.DeleteFunc(strings.Fields(m.Name), func(w string) bool { return lowerCased(w) })
		if m.Kind != people.Body || m.Place || s.of[i] < 0 || len(words) < 3 {
			continue
		}
		initials := ""
		for _, w := range words {
			initials += strings.ToUpper(w[:1])
		}
		if e, ok := full[initials]; ok && e != entity(i) {
			full[initials] = nobody
		} else {
			full[initials] = entity(i)
		}
	}
	for i, m := range s.mentions {
		e, ok := full[m.Name]
		if ok && e != nobody && m.Kind == people.Body && s.of[i] >= 0 && entity(i) != e {
			joined[entity(i)] = e
		}
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

// acronym reports whether a pronoun's letters are all capitals, as in WHO and IT.
func acronym(w string) bool { return len(w) > 1 && w == strings.ToUpper(w) }
