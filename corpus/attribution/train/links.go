package main

import (
	"cmp"
	"fmt"
	"slices"

	"rapporteur/corpus/attribution/linker"
	"rapporteur/corpus/attribution/polnear"
	"rapporteur/corpus/attribution/tagger"
)

// A choice is what the linker learns from: the features of each alternative, and which is right.
type choice struct {
	of    string // content or source
	among [][]uint16
	right int
}

// trainLinker learns from gold parts, in the versions that keep paragraphs.
func trainLinker(articles, held []polnear.Article) *linker.Linker {
	const rounds = 6
	l := new(linker.Linker)
	var all []choice
	for _, a := range articles {
		all = append(append(all, choicesOf(a, version{})...), choicesOf(a, version{strip: true})...)
	}
	for round := range rounds {
		for _, c := range all {
			l.Learn(c.among, c.right, 0.1/float64(1+round))
		}
	}
	right, total := map[string]int{}, map[string]int{}
	for _, a := range held {
		for _, c := range choicesOf(a, version{}) {
			total[c.of]++
			if l.Best(c.among) == c.right {
				right[c.of]++
			}
		}
	}
	for _, of := range []string{"content", "source"} {
		fmt.Printf("links of gold parts, %s: %d of %d right\n", of, right[of], total[of])
	}
	return l
}

// choicesOf is every choice that the links of the article make.
func choicesOf(a polnear.Article, v version) []choice {
	var out []choice
	for _, e := range examples(a, v) {
		parts := slices.Clone(e.parts)
		slices.SortFunc(parts, func(a, b tagger.Part) int { return cmp.Compare(a.First, b.First) })
		s := linker.NewChoices(&e.passage, parts)
		for _, l := range e.links {
			cue := slices.Index(parts, l.cue[0])
			for _, c := range l.content {
				out = append(out, choice{"content", s.CuesFor(slices.Index(parts, c)), slices.Index(s.Cues(), cue)})
			}
			source := -1
			if len(l.source) > 0 {
				source = slices.Index(parts, l.source[0])
			}
			out = append(out, choice{"source", s.SourcesFor(cue), s.SourceChoice(source)})
		}
	}
	return out
}
