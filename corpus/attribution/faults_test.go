package attribution

import (
	"cmp"
	"maps"
	"slices"

	"rapporteur/corpus/attribution/polnear"
	"rapporteur/corpus/span"
)

// faults counts the faults of the relations found, by kind, in words. A relation with several faults counts under each.
type faults map[string]int

// sorted is the kinds, most frequent first.
func (k faults) sorted() []string {
	return slices.SortedFunc(maps.Keys(k), func(a, b string) int {
		return cmp.Or(cmp.Compare(k[b], k[a]), cmp.Compare(a, b))
	})
}

// add compares the relations found in an article with the gold ones.
func (k faults) add(a *polnear.Article, found []polnear.Relation) {
	used := make([]bool, len(found))
	gold, got := answers(a.Text, a.Relations), answers(a.Text, found)
	for i, g := range gold {
		best := -1
		for j, f := range got {
			if !used[j] && sameCue(a.Relations[i], g, found[j], f) {
				best = j
				break
			}
		}
		if best < 0 {
			k["attribution missed"]++
			continue
		}
		used[best] = true
		k.source(g, got[best])
		k.content(a.Text, a.Relations[i].Content, found[best].Content, g, got[best])
	}
	for j := range found {
		if !used[j] {
			k["attribution where there is none"]++
		}
	}
}

func sameCue(gr polnear.Relation, g answer, fr polnear.Relation, f answer) bool {
	if len(g.cue) > 0 {
		return g.cue.shared(f.cue) > 0
	}
	return len(fr.Cue) > 0 && gr.Cue[0].Overlaps(fr.Cue[0])
}

func (k faults) source(g, f answer) {
	switch {
	case g.source.key() == f.source.key():
	case len(g.source) == 0:
		k["source where there is none"]++
	case len(f.source) == 0:
		k["source missed"]++
	case g.source.shared(f.source) == 0:
		k["another source"]++
	default:
		k["source cut too long or short"]++
	}
}

func (k faults) content(s string, gs, fs []span.Span, g, f answer) {
	if g.content.key() == f.content.key() {
		return
	}
	g0, g1 := ends(s, gs)
	f0, f1 := ends(s, fs)
	exact := true
	for _, row := range []struct {
		fault bool
		kind  string
	}{
		{f1 > g1, "content ends late"}, {f1 < g1, "content ends early"},
		{f0 < g0, "content begins early"}, {f0 > g0, "content begins late"},
	} {
		if row.fault {
			k[row.kind]++
			exact = false
		}
	}
	if exact {
		k["words within the content differ"]++
	}
}

// ends is where the trimmed pieces begin and end.
func ends(s string, pieces []span.Span) (first, last int) {
	first = len(s)
	for _, p := range pieces {
		p = polnear.Trim(s, p)
		first, last = min(first, p.Start), max(last, p.End)
	}
	return first, last
}
