package identity

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
)

// relative is the mention that a "who" at byte off stands for: the name directly before it, a comma, a bracket or a
// description between. It is -1 where another noun stands there.
func (s *scene) relative(off int) int {
	for i := min(len(s.mentions), s.mentionFrom(off)+1) - 1; i >= 0 && off-s.mentions[i].End < 300; i-- {
		m := s.mentions[i]
		end := m.End
		if m.RoleSpan.Start > m.Start {
			end = max(end, m.RoleSpan.End)
		}
		if m.Kind == people.Unnamed || end > off || off-end > 60 {
			continue
		}
		if m.Kind == people.Human && s.tellsWhose(m.Start) {
			return -1 // "a friend of Vale, who"
		}
		gap := strings.TrimRight(strings.TrimSpace(s.doc.Text[end:off]), "—–-")
		if m.Kind == people.Human {
			gap = strings.TrimSpace(hailing.ReplaceAllString(gap, ""))
		}
		if i := strings.IndexByte(gap, '('); i >= 0 && strings.Contains(gap, ")") && strings.TrimSpace(gap[:i]) == "" {
			gap = strings.TrimSpace(gap[strings.LastIndexByte(gap, ')')+1:])
		}
		if age := strings.Trim(gap, ", 0123456789"); age == "" && m.Kind == people.Human {
			return i
		}
		return -1
	}
	return -1
}

// hailing is where a person comes from: "Vale of Dolna, who".
var hailing = regexp.MustCompile(`^(of|from) (\p{Lu}[\pL.-]* ?){1,3}`)

// tellsWhose reports whether the name at byte off only identifies another: a noun for people and "of" go before it.
func (s *scene) tellsWhose(off int) bool {
	f := strings.Fields(english.Fold(s.leading(off, sentenceAt(s.doc, off))))
	if len(f) < 2 || !slices.Contains([]string{"of", "for", "to"}, f[len(f)-1]) {
		return false
	}
	noun := f[len(f)-2]
	_, person := people.Describes(noun)
	return person || occupation(noun)
}
