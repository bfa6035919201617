package people

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/text/english"
)

// A Sighting is one way in which one article names a person or body.
type Sighting struct {
	Article    string // tells articles apart; a bare surname looks to its own article first
	Name       string // as printed, without titles
	Kind       Kind
	Gender     Gender
	Role       string    // as printed with the name, or ""
	Day        civil.Day // the article's day; zero when not known
	Statements int       // how many statements of the article are credited to the name
	Count      int       // how often the article prints it; 0 means once
}

// Merge makes one person of the many ways in which a corpus names somebody. It
// returns the people, in the order of their names, and for each sighting the index
// of its person, or -1 for the unnamed and for names of nothing but titles.
//
// Full names are one person's where the surname agrees (in spelling or in its Key) and the given names can be one:
// equal, an initial, a short form, two languages. A misspelt surname joins only a name that is five times as
// frequent, letter for letter but one, with the same given name, never printed in the same article, and not so
// spelt again where it stands. A bare surname is the person whom its article names in full; failing that, the only
// person of the corpus who bears it, or one who is met ten times as often as all others; else it stands for itself.
func Merge(sightings []Sighting) ([]Person, []int) {
	m := merger{sightings: sightings, of: make([]int, len(sightings)), byName: map[string]int{}, spelt: map[string]spelling{}}
	m.gather()
	m.joinFull()
	m.joinStrays()
	m.joinContained()
	m.joinMisspelt()
	m.joinBare()
	return m.people()
}

// name is one folded name and all sightings of it.
type name struct {
	parts    []string // folded words, "jr" dropped
	kind     Kind
	gender   Gender
	count    int
	articles map[string]int
	parent   int // union-find
}

// merger joins names by union-find.
type merger struct {
	sightings []Sighting
	of        []int // sighting to name
	names     []name
	byName    map[string]int
	spelt     map[string]spelling
	met       map[string]map[int]int // by surname, in how many articles each person is printed in full
	enough    int                    // how many of those let a surname elsewhere mean one
}

// spelling is what a printed name comes to, kept since a corpus prints few names often.
type spelling struct {
	form  string   // without titles
	parts []string // folded
}

// gather makes one name of the sightings that fold alike.
func (m *merger) gather() {
	for i, s := range m.sightings {
		m.of[i] = -1
		parts := m.spell(s)
		if s.Kind == Unnamed || len(parts) == 0 {
			continue
		}
		key := string(s.Kind) + " " + strings.Join(parts, " ")
		n, ok := m.byName[key]
		if !ok {
			n = len(m.names)
			m.byName[key] = n
			m.names = append(m.names, name{parts: parts, kind: s.Kind, articles: map[string]int{}, parent: n})
		}
		m.of[i] = n
		m.names[n].count += max(1, s.Count)
		m.names[n].articles[s.Article] += max(1, s.Count)
		if m.names[n].gender == Unknown {
			m.names[n].gender = s.Gender
		}
	}
}

func (m *merger) spell(s Sighting) []string {
	sp, ok := m.spelt[s.Name]
	if !ok {
		sp.form = Bare(s.Name)
		if s.Kind == Body {
			sp.form = strings.TrimPrefix(strings.TrimPrefix(s.Name, "the "), "The ")
		}
		sp.parts = nameParts(sp.form, s.Kind)
		m.spelt[s.Name] = sp
	}
	return sp.parts
}

// NameWords is the folded words of a printed name, without the "Jr" that ends one.
func NameWords(printed string) []string {
	words := strings.Fields(english.Fold(printed))
	for n := len(words); n > 1 && (words[n-1] == "jr" || words[n-1] == "sr"); n-- {
		words = words[:n-1]
	}
	return words
}

// nameParts is the folded words of a name that count: no "Jr", and of a body no article and no "U.S.".
func nameParts(printed string, k Kind) []string {
	parts := strings.Fields(english.Fold(printed))
	if k == Body {
		for len(parts) > 1 && (parts[0] == "the" || parts[0] == "us" && len(parts) > 2) {
			parts = parts[1:]
		}
		return parts
	}
	if n := len(parts); n > 2 && parts[n-1] == "sr" {
		parts = parts[:n-1]
		parts[0] += " sr" // a father is not his son: the given name keeps them apart
	}
	return slices.DeleteFunc(parts, func(p string) bool { return len(parts) > 1 && p == "jr" })
}

func (m *merger) root(i int) int {
	for m.names[i].parent != i {
		m.names[i].parent = m.names[m.names[i].parent].parent
		i = m.names[i].parent
	}
	return i
}

// join puts the rarer name under the more frequent one.
func (m *merger) join(i, j int) {
	i, j = m.root(i), m.root(j)
	if i == j {
		return
	}
	if m.names[i].count < m.names[j].count {
		i, j = j, i
	}
	a, b := &m.names[i], &m.names[j]
	b.parent = i
	a.count += b.count
	for art, n := range b.articles {
		a.articles[art] += n
	}
	if a.gender == Unknown {
		a.gender = b.gender
	}
}

// full is the human names of two words or more, the most frequent first.
func (m *merger) full() []int {
	var out []int
	for i, n := range m.names {
		if n.kind == Human && len(n.parts) > 1 {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(i, j int) int {
		return cmp.Or(cmp.Compare(m.names[j].count, m.names[i].count),
			cmp.Compare(len(m.names[j].parts), len(m.names[i].parts)))
	})
	return out
}

// joinFull joins full names whose surnames share a Key and whose given names agree.
func (m *merger) joinFull() {
	full := m.full()
	earlier := newNamesakes() // numbered as in full
	for _, i := range full {
		parts := m.names[i].parts
		first, several := m.bearers(full, earlier.of(parts), i)
		if first >= 0 && (!several || len(parts[0]) > 1) {
			m.join(first, i)
		}
		earlier.add(parts)
	}
}

// bearers is the first of the people among earlier names who can bear name i as well, or -1, and whether there is
// another. All forms of a person must agree with it: that "J. Holm" may be Jan Holm makes no Jan of Josef Holm.
func (m *merger) bearers(full, earlier []int, i int) (first int, several bool) {
	first = -1
	others := map[int]bool{}
	for _, rank := range earlier {
		if j := full[rank]; !sameBearer(m.names[i], m.names[j]) {
			others[m.root(j)] = true
		}
	}
	for _, rank := range earlier {
		j := full[rank]
		if r := m.root(j); r != first && !others[r] && sameBearer(m.names[i], m.names[j]) {
			if first >= 0 {
				return first, true
			}
			first = r
		}
	}
	return first, false
}

// sameBearer reports whether two full names with surnames of one Key can be one person's: given names that agree,
// and no second given name that differs. Who goes by his second ("J. David Holm") is nobody of a first name alone.
func sameBearer(a, b name) bool {
	if len(a.parts) > len(b.parts) {
		a, b = b, a
	}
	if len(a.parts) == 2 && len(b.parts) > 2 && len(b.parts[0]) == 1 && len(b.parts[1]) > 2 && len(a.parts[0]) > 1 {
		return false
	}
	if len(a.parts) > 2 && len(b.parts) > 2 && !sameGivenName(a.parts[1], b.parts[1]) ||
		!sameGivenName(a.parts[0], b.parts[0]) {
		return false
	}
	return a.gender == Unknown || b.gender == Unknown || a.gender == b.gender ||
		foldedKey(a.parts[0]) == foldedKey(b.parts[0])
}

// joinStrays joins "Impeaching Vera Holm", which begins with no given name, with the more frequent name without it.
func (m *merger) joinStrays() {
	g := lists()
	for _, i := range m.full() {
		parts := m.names[i].parts
		if len(parts) < 3 || g.given[parts[0]] != "" || len(parts[0]) < 2 {
			continue
		}
		if j, ok := m.byName[string(Human)+" "+strings.Join(parts[1:], " ")]; ok &&
			m.names[m.root(j)].count >= often*m.names[i].count {
			m.join(j, i)
		}
	}
}

// joinContained joins a name with the only longer one that begins or ends with it: "Suu Kyi" and "Aung San Suu Kyi".
func (m *merger) joinContained() {
	owners := map[string]map[int]bool{}
	note := func(parts []string, i int) {
		key := strings.Join(parts, " ")
		if owners[key] == nil {
			owners[key] = map[int]bool{}
		}
		owners[key][m.root(i)] = true
	}
	full := m.full()
	for _, i := range full {
		parts := m.names[i].parts
		for n := 2; n < len(parts); n++ {
			note(parts[:n], i)
			note(parts[len(parts)-n:], i)
		}
		if len(parts) > 3 {
			note([]string{parts[1], parts[2]}, i)
		}
	}
	for _, i := range full {
		if own := owners[strings.Join(m.names[i].parts, " ")]; len(own) == 1 {
			for j := range own {
				m.join(i, j)
			}
		}
	}
}
