package people

import (
	"slices"
	"strings"

	"rapporteur/corpus/text/english"
)

// joinMisspelt joins a rare full name with a frequent one that differs by one letter of the surname.
func (m *merger) joinMisspelt() {
	near := map[string][]int{}
	full := m.full()
	for _, i := range full {
		if m.names[i].count < often {
			break // full has the most frequent first
		}
		for _, key := range nearKeys(m.names[i].parts) {
			near[key] = append(near[key], i)
		}
	}
	if len(near) == 0 {
		return
	}
	for _, i := range full {
		for _, key := range nearKeys(m.names[i].parts) {
			for _, j := range near[key] {
				if m.misspelling(i, j) {
					m.join(j, i)
				}
			}
		}
	}
}

// often is how many times a name must be met, and how many times as often as its misspelling, to be what was meant.
const often = 5

// nearKeys is given name and surname, a letter left out in turn: surnames that share one are a letter apart.
func nearKeys(parts []string) []string {
	given, last := Key(parts[0]), parts[len(parts)-1]
	if len(last) < 5 {
		return nil
	}
	out := make([]string, 0, len(last))
	for i := 1; i < len(last); i++ {
		out = append(out, given+" "+last[:i]+last[i+1:])
	}
	return append(out, given+" "+last)
}

// misspelling reports whether name i looks like a misspelling of name j.
func (m *merger) misspelling(i, j int) bool {
	a, b := m.names[m.root(i)], m.names[m.root(j)]
	if m.root(i) == m.root(j) || b.count < often*a.count ||
		a.gender != Unknown && b.gender != Unknown && a.gender != b.gender {
		return false
	}
	own, bare := m.byName[string(Human)+" "+m.names[i].parts[len(m.names[i].parts)-1]]
	for article := range a.articles {
		if b.articles[article] > 0 || bare && m.names[own].articles[article] > 0 {
			return false // beside the other, or so spelt again
		}
	}
	return true
}

// joinBare gives names of one word to the full names that end, or begin, with them.
func (m *merger) joinBare() {
	bySurname, byGiven := map[string][]int{}, map[string][]int{}
	m.met, m.enough = map[string]map[int]int{}, m.enoughMet()
	for _, i := range m.full() {
		r := m.root(i)
		parts := m.names[i].parts
		last := parts[len(parts)-1]
		for _, key := range []string{last, "~" + foldedKey(last)} {
			bySurname[key] = append(bySurname[key], r)
			if m.met[key] == nil {
				m.met[key] = map[int]int{}
			}
			m.met[key][r] += len(m.names[i].articles)
		}
		byGiven[parts[0]] = append(byGiven[parts[0]], r)
	}
	for _, index := range []map[string][]int{bySurname, byGiven} {
		for word, roots := range index {
			slices.Sort(roots)
			index[word] = slices.Compact(roots)
		}
	}
	type bare struct {
		name   int
		gender Gender
	}
	incumbents := m.incumbents()
	bearers := map[bare]int{} // of the article at hand; -1 for nobody
	for i, s := range m.sightings {
		if i > 0 && s.Article != m.sightings[i-1].Article {
			clear(bearers)
		}
		n := m.of[i]
		if n < 0 || s.Kind != Human || len(m.names[n].parts) != 1 {
			continue
		}
		key := bare{n, s.Gender}
		r, ok := bearers[key]
		if !ok {
			word := m.names[n].parts[0]
			if s.Gender == Unknown && incumbents[surnameIn{s.Article, word}] {
				r = m.bearer(word, m.absent(bySurname[word], s.Article), s)
			} else {
				r = m.bareBearer(word, s, bySurname, byGiven)
			}
			bearers[key] = r
		}
		if r >= 0 {
			m.of[i] = r
		}
	}
}

// bareBearer is the person meant by a sighting of one word, or -1. A known given name means a
// person of another article only if it is a surname ten times as often.
func (m *merger) bareBearer(word string, s Sighting, bySurname, byGiven map[string][]int) int {
	if _, given := lists().given[word]; given {
		for _, index := range []map[string][]int{byGiven, bySurname} {
			if r := m.inArticle(index[word], s); r >= 0 {
				return r
			}
		}
		first := 0
		for _, c := range byGiven[word] {
			first += m.names[c].count
		}
		if r := m.bearer(word, bySurname[word], s); r >= 0 && m.names[r].count >= 10*first {
			return r
		}
		return -1
	}
	key := word
	if len(bySurname[key]) == 0 {
		key = "~" + Key(word)
	}
	if r := m.bearer(key, bySurname[key], s); r >= 0 {
		return r
	}
	return m.inArticle(byGiven[word], s)
}

// bearer is the person, among those with one surname, meant by a sighting of it: the one of its article, the only one,
// or one ten times as frequent as the others, if enough articles print that name. It is -1 where that stays unknown.
func (m *merger) bearer(surname string, candidates []int, s Sighting) int {
	if r := m.inArticle(candidates, s); r >= 0 {
		return r
	}
	best, total := -1, 0
	for _, c := range candidates {
		if m.disagrees(c, s) {
			continue
		}
		total += m.names[c].count
		if best < 0 || m.names[c].count > m.names[best].count {
			best = c
		}
	}
	if best >= 0 && m.names[best].count*11 >= total*10 && m.met[surname][best] >= m.enough {
		return best
	}
	return -1
}

// enoughMet is in how many articles a person must be printed in full for the surname elsewhere to mean that person:
// one in fifty, up to three. In a large corpus a name seen once is seldom the one meant.
func (m *merger) enoughMet() int {
	articles := map[string]bool{}
	for _, s := range m.sightings {
		articles[s.Article] = true
	}
	return min(3, max(1, len(articles)/50))
}

// inArticle is the one candidate whom the sighting's article prints in full, or three times as often as others; or -1.
func (m *merger) inArticle(candidates []int, s Sighting) int {
	best, most, others := -1, 0, 0
	for _, c := range candidates {
		n := m.names[c].articles[s.Article]
		if n == 0 || m.disagrees(c, s) {
			continue
		}
		if n > most {
			best, most, others = c, n, others+most
		} else {
			others += n
		}
	}
	if most < 3*others {
		return -1
	}
	return best
}

func (m *merger) disagrees(c int, s Sighting) bool {
	g := m.names[c].gender
	return g != Unknown && s.Gender != Unknown && g != s.Gender
}

// Bare is a printed name without titles and forms of address before it and brackets and account names behind it:
// "Sen. Jeanne Shaheen (D-N.H.)" is "Jeanne Shaheen". A name of titles alone stays.
func Bare(printed string) string {
	g := lists()
	if i := strings.IndexByte(printed, '('); i > 0 {
		printed = printed[:i]
	}
	words := strings.Fields(printed)
	start := 0
	for i := 0; i < len(words); i++ {
		w := english.Fold(words[i])
		if _, ok := g.titles[w]; !ok {
			continue
		}
		next := i + 1
		if next < len(words) && words[next] == "of" {
			next = officeAfter(g, words, next+1)
		}
		if next < len(words) && (i == 0 || start > 0 || g.given[english.Fold(words[0])] == "") {
			start = next
			i = next - 1
		}
	}
	words = words[start:]
	for len(words) > 2 && glued(words) {
		words = words[:len(words)-1]
	}
	return strings.Trim(strings.Join(words, " "), " ,;:")
}

// officeAfter is where the office that begins at word i ends; len(words) where it is none that the gazetteer knows.
func officeAfter(g *gazetteer, words []string, i int) int {
	for n := min(4, len(words)-i); n > 0; n-- {
		if g.offices[english.Fold(strings.Join(words[i:i+n], " "))] {
			return i + n
		}
	}
	return len(words)
}

// glued reports whether the last word is an account name made of an earlier word.
func glued(words []string) bool {
	if !camel(words[len(words)-1]) {
		return false
	}
	last := english.Fold(words[len(words)-1])
	return slices.ContainsFunc(words[:len(words)-1], func(w string) bool {
		f := english.Fold(w)
		return len(f) > 3 && len(last) > len(f) && strings.HasSuffix(last, f)
	})
}
