package main

import (
	"fmt"

	"rapporteur/corpus/attribution/polnear"
	"rapporteur/corpus/attribution/tagger"
)

// A score counts parts found, and right, and those of the gold standard.
type score struct{ right, found, gold int }

func (s score) f1() float64 {
	if s.right == 0 {
		return 0
	}
	return 200 * float64(s.right) / float64(s.found+s.gold)
}

// measure tags the held-out articles, in one version, and counts exact parts.
func (t *trainer) measure(held []polnear.Article, v version) string {
	chain := tagger.NewChain(t.w.Follow)
	l := newLane(t.w, t.lanes[0].vectors, t.learned, dropout{})
	var source, cue, content score
	for _, a := range held {
		for _, e := range examples(a, v) {
			if len(e.gold) == 0 {
				continue
			}
			l.forward(t.lex.Tokens(&e.passage, nil))
			found := tagger.PartsOf(chain.Best(l.emit))
			source.add(found, e.parts, tagger.Kind.Source)
			content.add(found, e.parts, tagger.Kind.Content)
			cue.add(found, e.parts, func(k tagger.Kind) bool { return k == tagger.Cue })
		}
	}
	return fmt.Sprintf("source %.1f cue %.1f content %.1f", source.f1(), cue.f1(), content.f1())
}

func (s *score) add(found, gold []tagger.Part, of func(tagger.Kind) bool) {
	have := map[[2]int]bool{}
	for _, p := range gold {
		if of(p.Kind) {
			have[[2]int{p.First, p.Last}] = true
			s.gold++
		}
	}
	for _, p := range found {
		if of(p.Kind) {
			s.found++
			if have[[2]int{p.First, p.Last}] {
				s.right++
			}
		}
	}
}
