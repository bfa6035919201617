package consolidate

import (
	"cmp"
	"slices"

	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
)

// Keep gives each person of now the id that before has for whom it is, and a number from next to who is new. Where two
// people have become one, it keeps the id of the one with more statements, then the older; where one has become two,
// the one who has the old name keeps it. No id is given twice, and none that before has goes to anybody else.
func Keep(before, now []people.Person, next func() int64) {
	named := map[string][]int{} // people of now by their folded names
	for i, p := range now {
		for _, name := range foldedNames(p) {
			named[name] = append(named[name], i)
		}
	}
	type claim struct {
		of     int // in before
		on     int // in now
		whole  bool
		exact  bool // the name itself is the same, not an alias that others may have too
		shared int
	}
	var claims []claim
	for i, p := range before {
		if p.ID == 0 {
			continue
		}
		names, shared := foldedNames(p), map[int]int{}
		for _, name := range names {
			for _, j := range named[name] {
				shared[j]++
			}
		}
		for j, n := range shared {
			if now[j].Kind == p.Kind {
				exact := names[0] == english.Fold(now[j].Name)
				claims = append(claims, claim{i, j, slices.Contains(named[names[0]], j), exact, n})
			}
		}
	}
	slices.SortFunc(claims, func(a, b claim) int {
		p, q := before[a.of], before[b.of]
		return cmp.Or(cmp.Compare(boolean(b.whole), boolean(a.whole)), cmp.Compare(q.Statements, p.Statements),
			cmp.Compare(p.ID, q.ID), cmp.Compare(boolean(b.exact), boolean(a.exact)), cmp.Compare(b.shared, a.shared),
			cmp.Compare(a.on, b.on))
	})
	taken := map[int64]bool{}
	for _, c := range claims {
		if id := before[c.of].ID; now[c.on].ID == 0 && !taken[id] {
			now[c.on].ID, taken[id] = id, true
		}
	}
	for i := range now {
		if now[i].ID == 0 {
			now[i].ID = next()
		}
	}
}

// foldedNames is the names of a person as english.Fold has them, the canonical one first.
func foldedNames(p people.Person) []string {
	out := []string{english.Fold(p.Name)}
	for _, alias := range p.Aliases {
		out = append(out, english.Fold(alias))
	}
	return out
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}
