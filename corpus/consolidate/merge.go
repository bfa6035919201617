package consolidate

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
)

// Merge makes one person of the many ways in which a corpus names somebody. It returns the people, in the order of
// their names, and for each sighting the index of its person, or -1 for the unnamed, for names of nothing but titles
// and for names glued of two others, which belong to nobody.
//
// Two full names are joined on the evidence that evidence.go weighs, the best first, and never where a name of the one
// speaks against a name of the other. A bare surname is the person whom its article names in full; failing that, the
// only person of the corpus who bears it, or one who is met ten times as often as all others; else it stands for
// itself.
func Merge(sightings []people.Sighting) ([]people.Person, []int) {
	m := merger{sightings: sightings, of: make([]int, len(sightings)), byName: map[string]int{}, spelt: map[string]spelling{}}
	m.gather()
	m.dropSeams()
	m.humanize()
	m.joinFull()
	m.joinFull() // again, now that more is known of each
	m.joinBare()
	return m.people()
}

// name is one folded name and all sightings of it.
type name struct {
	parts    []string // folded words; what ends it as "jr" is in suffix
	suffix   string   // "jr", "sr" or ""
	kind     people.Kind
	gender   people.Gender
	count    int
	articles map[string]int  // to how often each prints it
	trades   map[string]bool // the nouns of the roles printed with it
	parent   int             // union-find
	members  []int           // of a root, all its names
	seam     bool            // two names glued together
}

// merger joins names by union-find.
type merger struct {
	sightings []people.Sighting
	of        []int // sighting to name
	names     []name
	byName    map[string]int
	spelt     map[string]spelling
	met       map[string]map[int]int // by surname, in how many articles each person is printed in full
	enough    int                    // how many of those let a surname elsewhere mean one
}

// spelling is what a printed name comes to, kept since a corpus prints few names often.
type spelling struct {
	form   string   // without titles
	parts  []string // folded
	suffix string
}

// gather makes one name of the sightings that fold alike.
func (m *merger) gather() {
	for i, s := range m.sightings {
		m.of[i] = -1
		sp := m.spell(s)
		if s.Kind == people.Unnamed || len(sp.parts) == 0 {
			continue
		}
		key := string(s.Kind) + " " + strings.Join(sp.parts, " ") + "," + sp.suffix
		n, ok := m.byName[key]
		if !ok {
			n = len(m.names)
			m.byName[key] = n
			m.names = append(m.names, name{parts: sp.parts, suffix: sp.suffix, kind: s.Kind, articles: map[string]int{},
				trades: map[string]bool{}, parent: n, members: []int{n}})
		}
		m.of[i] = n
		one := &m.names[n]
		one.count += max(1, s.Count)
		one.articles[s.Article] += max(1, s.Count)
		if one.gender == people.Unknown {
			one.gender = s.Gender
		}
		for _, w := range people.RoleWords(s.Role) {
			if _, person := people.Describes(w); person {
				one.trades[w] = true
			}
		}
	}
}

func (m *merger) spell(s people.Sighting) spelling {
	sp, ok := m.spelt[s.Name]
	if ok {
		return sp
	}
	sp.form = people.Bare(s.Name)
	if s.Kind == people.Body {
		sp.form = strings.TrimPrefix(strings.TrimPrefix(s.Name, "the "), "The ")
	}
	sp.parts = strings.Fields(english.Fold(people.WithoutNickname(sp.form)))
	if s.Kind == people.Human {
		if bare := articles.ReplaceAllString(people.WithoutNickname(sp.form), ""); bare != "" {
			sp.parts = strings.Fields(english.Fold(bare))
		}
	}
	for n := len(sp.parts); s.Kind == people.Body && n > 1 && (sp.parts[0] == "the" || sp.parts[0] == "us" && n > 2); n-- {
		sp.parts = sp.parts[1:]
	}
	if n := len(sp.parts); s.Kind == people.Human && n > 1 && generations[sp.parts[n-1]] {
		sp.parts, sp.suffix = sp.parts[:n-1], sp.parts[n-1]
	}
	m.spelt[s.Name] = sp
	return sp
}

// articles are the Arabic articles of names, which papers print or leave out: "al-Obeidy", "el Sayeh". A capital
// without a hyphen is a given name: "Al Gore".
var articles = regexp.MustCompile(`\b(?:[AaEe]l|[Aa]sh?|[Aa]d|[Aa]n|[Aa]r|[Aa]t|[Uu]l)[-’']|\b(?:al|el|ul) `)

// generations end names of people who share theirs with a parent.
var generations = english.Set("jr sr ii iii")

// known is the human name of the given parts, without a suffix, or -1.
func (m *merger) known(parts []string) int {
	n, ok := m.byName[string(people.Human)+" "+strings.Join(parts, " ")+","]
	if !ok {
		return -1
	}
	return n
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
	a.members = append(a.members, b.members...)
	a.articles, a.trades = union(a.articles, b.articles), both(a.trades, b.trades)
	if a.gender == people.Unknown {
		a.gender = b.gender
	}
}

func union(a, b map[string]int) map[string]int {
	out := make(map[string]int, len(a)+len(b))
	for _, m := range []map[string]int{a, b} {
		for k, n := range m {
			out[k] += n
		}
	}
	return out
}

func both(a, b map[string]bool) map[string]bool {
	out := make(map[string]bool, len(a)+len(b))
	for k := range a {
		out[k] = true
	}
	for k := range b {
		out[k] = true
	}
	return out
}

// dropSeams finds the names that two others are glued to make, as captions and headlines do: "Vera Holm Sara Palmer",
// "Holm Palmer", or "Karl Vera Holm" where Karl Holm and Vera Holm are two. They would be bridges between people, and
// are nobody.
func (m *merger) dropSeams() {
	surnames := map[string]bool{} // of names that begin with a known given name
	for _, n := range m.names {
		if n.kind == people.Human && len(n.parts) > 1 && given(n.parts[0]) {
			surnames[n.parts[len(n.parts)-1]] = true
		}
	}
	for i := range m.names {
		n := &m.names[i]
		if n.kind != people.Human || n.suffix != "" {
			continue
		}
		if len(n.parts) == 2 && surnames[n.parts[0]] && surnames[n.parts[1]] && !given(n.parts[0]) {
			n.seam = true
		}
		last := len(n.parts) - 1
		for at := 2; at < last; at++ {
			a, b := m.known(n.parts[:at]), m.known(n.parts[at:])
			n.seam = n.seam || a >= 0 && b >= 0 && a != b && !english.NameParticles.Has(n.parts[at]) &&
				!english.NameParticles.Has(n.parts[at-1])
		}
		for at := 1; at < last; at++ {
			a, b := m.known(append(slices.Clone(n.parts[:at]), n.parts[last])), m.known(n.parts[at:])
			n.seam = n.seam || a >= 0 && b >= 0 && m.distinct(a, b) &&
				min(len(m.names[a].articles), len(m.names[b].articles)) >= len(n.articles)
		}
	}
}

// humanize makes one of a person's name and the same name taken for a body's in some article, if the person's is met at
// least as often.
func (m *merger) humanize() {
	for i, n := range m.names {
		if n.kind != people.Body || len(n.parts) < 2 {
			continue
		}
		if p := m.known(n.parts); p >= 0 && m.names[p].count >= n.count {
			m.join(p, i)
			m.names[i].parent = p
		}
	}
}

// distinct reports whether two names with one surname have given names that nobody has both of.
func (m *merger) distinct(a, b int) bool {
	return a != b && m.names[a].parts[0] != m.names[b].parts[0] && given(m.names[a].parts[0]) &&
		given(m.names[b].parts[0]) &&
		likeGiven(m.names[a].parts[0], m.names[b].parts[0]) < 0
}

// given reports whether a folded word is a known given name.
func given(w string) bool {
	_, ok := people.GivenName(w)
	return ok
}

// full is the human names of two words or more that are no seams, the most frequent first.
func (m *merger) full() []int {
	var out []int
	for i, n := range m.names {
		if n.kind == people.Human && len(n.parts) > 1 && !n.seam {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(i, j int) int { return m.names[j].count - m.names[i].count })
	return out
}
