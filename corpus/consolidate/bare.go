package consolidate

import (
	"slices"

	"rapporteur/corpus/people"
)

// joinBare gives names of one word to the full names that end, or begin, with them.
func (m *merger) joinBare() {
	bySurname, byGiven, byMiddle := m.indexFull()
	type bare struct {
		name   int
		gender people.Gender
	}
	incumbents := m.incumbents()
	bearers := map[bare]int{} // of the article at hand; -1 for nobody
	for i, s := range m.sightings {
		if i > 0 && s.Article != m.sightings[i-1].Article {
			clear(bearers)
		}
		n := m.of[i]
		if n < 0 || s.Kind != people.Human || len(m.names[n].parts) != 1 {
			continue
		}
		key := bare{n, s.Gender}
		r, ok := bearers[key]
		if !ok {
			word := m.names[n].parts[0]
			if suffix := m.names[n].suffix; suffix != "" {
				r = m.inArticle(slices.DeleteFunc(slices.Clone(bySurname[word]),
					func(c int) bool { return !m.suffixed(c, suffix) }), s)
			} else if s.Gender == people.Unknown && incumbents[surnameIn{s.Article, word}] {
				r = m.bearer(word, m.absent(bySurname[word], s.Article), s)
			} else {
				r = m.bareBearer(word, s, bySurname, byGiven)
				if r < 0 && len(bySurname[word])+len(byGiven[word]) == 0 {
					r = m.inArticle(byMiddle[word], s) // the first of two surnames, as Spanish names go on
				}
			}
			bearers[key] = r
		}
		if r >= 0 {
			m.of[i] = r
		}
	}
}

// indexFull is the people by the surnames, given names and middle names of their full names, and notes in how many
// articles each is met.
func (m *merger) indexFull() (bySurname, byGiven, byMiddle map[string][]int) {
	bySurname, byGiven, byMiddle = map[string][]int{}, map[string][]int{}, map[string][]int{}
	m.met, m.enough = map[string]map[int]int{}, m.enoughMet()
	for _, i := range m.full() {
		r := m.root(i)
		parts := m.names[i].parts
		last := parts[len(parts)-1]
		for _, key := range []string{last, "~" + people.Key(last)} {
			bySurname[key] = append(bySurname[key], r)
			if m.met[key] == nil {
				m.met[key] = map[int]int{}
			}
			m.met[key][r] += len(m.names[i].articles)
		}
		byGiven[parts[0]] = append(byGiven[parts[0]], r)
		for _, w := range parts[1 : len(parts)-1] {
			byMiddle[w] = append(byMiddle[w], r)
		}
	}
	for _, index := range []map[string][]int{bySurname, byGiven, byMiddle} {
		for word, roots := range index {
			slices.Sort(roots)
			index[word] = slices.Compact(roots)
		}
	}
	return bySurname, byGiven, byMiddle
}

// suffixed reports whether person c is printed with a suffix: the "Sr." that tells him from his son.
func (m *merger) suffixed(c int, suffix string) bool {
	return slices.ContainsFunc(m.names[c].members, func(i int) bool { return m.names[i].suffix == suffix })
}

// bareBearer is the person meant by a sighting of one word, or -1. A known given name means a
// person of another article only if it is a surname ten times as often.
func (m *merger) bareBearer(word string, s people.Sighting, bySurname, byGiven map[string][]int) int {
	if given(word) {
		if r := m.inArticle(byGiven[word], s); r >= 0 {
			return r
		}
		if r := m.inArticle(bySurname[word], s); r >= 0 {
			called := 0 // how often the article prints people with that given name
			for _, c := range byGiven[word] {
				called += m.names[c].articles[s.Article]
			}
			if called > m.names[r].articles[s.Article] {
				return -1 // "John" beside John Holm, John Berg and Evan John
			}
			return r
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
		key = "~" + people.Key(word)
	}
	if r := m.bearer(key, bySurname[key], s); r >= 0 {
		return r
	}
	return m.inArticle(byGiven[word], s)
}

// bearer is the person, among those with one surname, meant by a sighting of it: the one of its article, the only one,
// or one ten times as frequent as the others, if enough articles print that name. It is -1 where that stays unknown.
func (m *merger) bearer(surname string, candidates []int, s people.Sighting) int {
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
func (m *merger) inArticle(candidates []int, s people.Sighting) int {
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

func (m *merger) disagrees(c int, s people.Sighting) bool {
	g := m.names[c].gender
	return g != people.Unknown && s.Gender != people.Unknown && g != s.Gender
}
