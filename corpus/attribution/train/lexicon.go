package main

import (
	"cmp"
	"maps"
	"slices"

	"rapporteur/corpus/attribution/polnear"
	"rapporteur/corpus/attribution/tagger"
	"rapporteur/corpus/text/english"
)

// A tally counts how often words stand in cues, in all and in each article.
type tally struct {
	all     counts
	article []counts
}

// counts is how often each word stands in cues, and in all.
type counts map[string]struct{ cues, seen int }

func (c counts) add(word string, cue bool) {
	n := c[word]
	n.seen++
	if cue {
		n.cues++
	}
	c[word] = n
}

// newTally counts the words of both versions of the articles: "dont", its apostrophe lost, should be known.
func newTally(articles []polnear.Article) *tally {
	t := &tally{all: counts{}}
	for _, a := range articles {
		own := counts{}
		for _, e := range append(examples(a, version{}), examples(a, version{strip: true})...) {
			for i, w := range e.passage.Words {
				word := english.FoldToken(w.Of(e.passage.Text))
				cue := e.gold[i].Kind() == tagger.Cue
				t.all.add(word, cue)
				own.add(word, cue)
			}
		}
		t.article = append(t.article, own)
	}
	return t
}

// without gives the cue level of a word by the articles other than this one.
func (t *tally) without(article int) func(string) uint8 {
	own := t.article[article]
	return func(word string) uint8 {
		c, o := t.all[word], own[word]
		return tagger.CueLevel((c.cues-o.cues)/2, (c.seen-o.seen)/2)
	}
}

// learnedFrom is how often a word must be seen to have an embedding of its own.
const learnedFrom = 8

// lexicon is every word that has a vector or a cue level, and how many words have an embedding.
func (t *tally) lexicon(v *tagger.Vectors) (tagger.Lexicon, int) {
	lex := tagger.Lexicon{}
	for i, w := range v.Words {
		lex[w] = tagger.Entry{Vector: int32(i), Cue: tagger.CueLevel(0, 0)}
	}
	words := slices.SortedFunc(maps.Keys(t.all), func(a, b string) int {
		return cmp.Or(cmp.Compare(t.all[b].seen, t.all[a].seen), cmp.Compare(a, b))
	})
	learned := int32(1)
	for _, w := range words {
		c := t.all[w]
		e, ok := lex[w]
		if !ok {
			e.Vector = -1
		}
		e.Cue = tagger.CueLevel(c.cues/2, c.seen/2)
		if c.seen >= learnedFrom {
			e.Learned = learned
			learned++
		} else if e.Vector < 0 && e.Cue == tagger.CueLevel(0, 0) {
			continue
		}
		lex[w] = e
	}
	return lex, int(learned)
}
