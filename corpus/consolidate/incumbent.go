package consolidate

import (
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
)

// heads are offices whose holders newspapers call by office and surname alone.
var heads = english.Set("president premier chancellor pope king queen emperor sultan")

// incumbent reports whether a role is such an office, held now: it ends with one or, with any, contains one.
func incumbent(role string, any bool) bool {
	words := strings.Fields(english.Fold(role))
	if slices.ContainsFunc(words, func(w string) bool { return w == "former" || w == "ex" || w == "late" }) {
		return false
	}
	for i := len(words) - 1; i >= 0; i-- {
		if heads[words[i]] || words[i] == "minister" && i > 0 && words[i-1] == "prime" {
			return true
		}
		if !any {
			return false
		}
	}
	return false
}

type surnameIn struct{ article, surname string }

// incumbents is the surnames that an article prints alone with such an office while all it names in full hold another:
// "President Holm" beside "First lady Vera Holm". Bare, the surname means the holder, who is not named in full.
func (m *merger) incumbents() map[surnameIn]bool {
	titled, held, other := map[surnameIn]bool{}, map[surnameIn]bool{}, map[surnameIn]bool{}
	for i, s := range m.sightings {
		n := m.of[i]
		if n < 0 || s.Kind != people.Human || s.Role == "" {
			continue
		}
		parts := m.names[n].parts
		at := surnameIn{s.Article, parts[len(parts)-1]}
		switch {
		case len(parts) == 1 && incumbent(s.Role, false):
			titled[at] = true
		case incumbent(s.Role, true):
			held[at] = true
		case len(parts) > 1:
			other[at] = true
		}
	}
	for at := range titled {
		if held[at] || !other[at] {
			delete(titled, at)
		}
	}
	return titled
}

// absent is the candidates that an article does not name.
func (m *merger) absent(candidates []int, article string) []int {
	return slices.DeleteFunc(slices.Clone(candidates), func(c int) bool { return m.names[c].articles[article] > 0 })
}
