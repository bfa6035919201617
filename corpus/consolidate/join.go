package consolidate

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/corpus/people"
)

// A pair is two names that may be one person's, with the evidence for it.
type pair struct {
	i, j  int
	worth float64
}

// joinFull joins full names, the pairs with most evidence first. Two groups are joined only if no name of the one
// speaks against a name of the other: that "J. Holm" may be Jan Holm makes no Jan of Josef Holm.
func (m *merger) joinFull() {
	var pairs []pair
	fitting := map[int][]int{} // for a name with an initial, the names that it fits
	m.compare(func(i, j int) {
		if m.root(i) == m.root(j) {
			return
		}
		worth := m.evidence(i, j)
		if worth < m.needed(i, j) {
			return
		}
		pairs = append(pairs, pair{i, j, worth})
		for _, at := range [][2]int{{i, j}, {j, i}} {
			if len(m.names[at[0]].parts[0]) == 1 && len(fitting[at[0]]) < mostBlock {
				fitting[at[0]] = append(fitting[at[0]], at[1])
			}
		}
	})
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.worth, a.worth) })
	for _, p := range pairs {
		i, j := m.root(p.i), m.root(p.j)
		if i != j && !m.opposed(i, j) && !m.ambiguous(p.j, fitting[p.i]) && !m.ambiguous(p.i, fitting[p.j]) {
			m.join(i, j)
		}
	}
}

// mostMembers is how many names of a person are looked at for one that speaks against a join.
const mostMembers = 32

// opposed reports whether a name of person i speaks against a name of person j.
func (m *merger) opposed(i, j int) bool {
	a, b := m.names[i].members, m.names[j].members
	for _, x := range a[:min(len(a), mostMembers)] {
		for _, y := range b[:min(len(b), mostMembers)] {
			if m.evidence(x, y) < 0 && m.comparable(x, y) {
				return true
			}
		}
	}
	return false
}

// comparable reports whether two names have surnames that can be one.
func (m *merger) comparable(i, j int) bool {
	a, b := m.names[i].parts, m.names[j].parts
	return skeleton(a[len(a)-1]) == skeleton(b[len(b)-1])
}

// ambiguous reports whether a name with an initial may as well be one of the others that it fits, who is not name i and
// not half as frequent or rarer: "J. Holm" beside Jan and Josef.
func (m *merger) ambiguous(i int, fitting []int) bool {
	return slices.ContainsFunc(fitting, func(rival int) bool {
		a, b := m.root(i), m.root(rival)
		return a != b && 2*m.names[b].count > m.names[a].count && m.opposed(a, b)
	})
}

// compare calls do for each two full names that may be one person's, by keys that such names share.
func (m *merger) compare(do func(i, j int)) {
	blocks := map[string][]int{}
	seen := map[[2]int]bool{}
	for _, i := range m.full() {
		filed, sought := keysOf(m.names[i].parts)
		for _, key := range sought {
			for _, j := range blocks[key] {
				at := [2]int{min(i, j), max(i, j)}
				if i != j && !seen[at] {
					seen[at] = true
					do(j, i)
				}
			}
		}
		for _, key := range filed {
			if len(blocks[key]) < mostBlock {
				blocks[key] = append(blocks[key], i)
			}
		}
	}
}

// mostBlock is how many names of one key a name is compared with: the most frequent, which come first.
const mostBlock = 48

// keysOf is the keys under which a name is filed and those under which the names are sought that may be one person's
// with it: the whole name's letters, a beginning or end of it, a surname but for a letter, and given name and surname
// by class and by sound. An initial seeks all given names of its letter.
func keysOf(parts []string) (filed, sought []string) {
	last, whole := parts[len(parts)-1], "="+strings.Join(parts, "")
	surname := "~" + skeleton(last)
	filed = append(filed, whole)
	sought = append(sought, whole)
	givens := parts[:1]
	if len(parts) > 2 && len(parts[0]) == 1 {
		givens = parts[:2]
	}
	for _, given := range givens {
		initial := given[:1]
		if len(given) == 1 {
			filed, sought = append(filed, initial+"."+surname, initial+"*"+surname), append(sought, initial+"*"+surname)
			continue
		}
		exact := []string{people.GivenClass(given) + surname, ">" + skeleton(given) + surname}
		filed, sought = append(filed, append(exact, initial+"*"+surname)...), append(sought, append(exact,
			initial+"."+surname)...)
	}
	if len(last) > 4 {
		for i := 1; i <= len(last); i++ {
			key := parts[0] + " " + last[:i-1] + last[i:]
			if i == len(last) {
				key = parts[0] + " " + last
			}
			filed, sought = append(filed, key), append(sought, key)
		}
	}
	for n := 2; n <= len(parts); n++ {
		ends := []string{"<" + strings.Join(parts[:n], " "), "<" + strings.Join(parts[len(parts)-n:], " ")}
		filed, sought = append(filed, ends...), append(sought, ends...)
	}
	if len(parts) > 3 {
		filed, sought = append(filed, "<"+parts[1]+" "+parts[2]), append(sought, "<"+parts[1]+" "+parts[2])
	}
	return filed, sought
}
