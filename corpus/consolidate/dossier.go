package consolidate

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
)

// dossier gathers what the corpus prints of one person.
type dossier struct {
	kind       people.Kind
	forms      map[string]int
	roles      map[string]people.Role // by folded title
	statements int
}

// people makes a Person of each joined name.
func (m *merger) people() ([]people.Person, []int) {
	dossiers := map[int]*dossier{}
	of := make([]int, len(m.sightings))
	for i, s := range m.sightings {
		of[i] = -1
		if m.of[i] < 0 || m.names[m.of[i]].seam {
			continue
		}
		r := m.root(m.of[i])
		of[i] = r
		d := dossiers[r]
		if d == nil {
			d = &dossier{kind: m.names[r].kind, forms: map[string]int{}, roles: map[string]people.Role{}}
			dossiers[r] = d
		}
		d.see(m.spelt[s.Name].form, s)
	}
	out := make([]people.Person, 0, len(dossiers))
	made := make(map[int]people.Person, len(dossiers))
	for r, d := range dossiers {
		made[r] = d.person()
	}
	at := make(map[int]int, len(dossiers))
	for i, r := range slices.SortedFunc(maps.Keys(made), func(a, b int) int {
		return cmp.Or(cmp.Compare(made[a].Name, made[b].Name), cmp.Compare(a, b))
	}) {
		at[r] = i
		out = append(out, made[r])
	}
	for i, r := range of {
		if r >= 0 {
			of[i] = at[r]
		}
	}
	return out, of
}

func (d *dossier) see(form string, s people.Sighting) {
	d.forms[form] += max(1, s.Count)
	d.statements += s.Statements
	key := english.Fold(s.Role)
	if key == "" || relational(key) || !isRole(s.Role) {
		return
	}
	r, ok := d.roles[key]
	if !ok {
		r = people.Role{Title: s.Role, First: s.Day, Last: s.Day}
	}
	if !s.Day.IsZero() && (r.First.IsZero() || s.Day.Before(r.First)) {
		r.First = s.Day
	}
	if s.Day.After(r.Last) {
		r.Last = s.Day
	}
	d.roles[key] = r
}

// isRole reports whether printed words are a role: short, with a noun for a person, and no form of address at the end,
// as scraps of a sentence have ("ground Mr.").
func isRole(printed string) bool {
	words := strings.Fields(english.Fold(printed))
	if len(words) == 0 || len(words) > 12 || people.Honorific(words[len(words)-1]) {
		return false
	}
	return slices.ContainsFunc(words, func(w string) bool { _, person := people.Describes(w); return person })
}

// relational reports whether a folded role only says how its bearer relates to another: "Blinken's counterpart",
// "the senator's rival". It is no office, and a question for it may as well mean the other person.
func relational(role string) bool {
	noun := role[strings.LastIndexByte(role, ' ')+1:]
	return english.RelationNounsOfPeople.Has(noun) || english.RelationNounsOfPeople.Has(strings.TrimSuffix(noun, "s"))
}

// person is the finished entry. The canonical name is the most frequent form of
// two words or more that is no mere initial; a longer one wins a tie.
func (d *dossier) person() people.Person {
	forms := slices.SortedFunc(maps.Keys(d.forms), func(a, b string) int {
		return cmp.Or(cmp.Compare(d.forms[b], d.forms[a]), cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	best := slices.MaxFunc(forms, func(a, b string) int { return fullness(a, d.kind) - fullness(b, d.kind) })
	p := people.Person{Name: best, Kind: d.kind, Statements: d.statements}
	for _, f := range forms {
		if f != best {
			p.Aliases = append(p.Aliases, f)
		}
	}
	p.Roles = slices.SortedFunc(maps.Values(d.roles),
		func(a, b people.Role) int { return cmp.Or(b.Last.Compare(a.Last), cmp.Compare(a.Title, b.Title)) })
	return p
}

// fullness grades a form as a canonical name: a surname alone, initials, in full, and in full with a known given name.
func fullness(form string, k people.Kind) int {
	words := strings.Fields(form)
	switch {
	case k == people.Body && (strings.HasPrefix(english.Fold(form), "us ") || len(form) > 6 &&
		form == strings.ToUpper(form)):
		return -1 // "U.S. State Department" is the State Department; a dateline shouts
	case k == people.Body || len(words) < 2:
		return 0
	case len(strings.Trim(words[0], ".")) < 2 || form == strings.ToUpper(form):
		return 1
	case given(english.Fold(words[0])):
		return 3
	}
	return 2
}
