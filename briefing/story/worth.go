package story

import (
	"iter"
	"math"
	"math/bits"
	"slices"
)

// What a sentence is worth by its words. An editor's line about a day is short, with words of the day's articles. How
// likely a word, or two in a row, is among them is learned from editors' lines, by signs that do not depend on the
// topic, as Li, Qian and Liu (2013) weigh bigrams; the signs are few, so two topics are enough to weigh them.

// Signs is how many signs a gram is judged by.
const Signs = 6

// A Usage is how a day's articles use a gram: the logs of one more than the number of articles, of articles that open
// with it and of publishers, the shares of articles and of function words, and whether it has only those.
type Usage [Signs]float64

// An Odds turns a usage into the chance that an editor's line has the gram: a logistic weight per sign and a constant.
type Odds [Signs + 1]float64

// Chance is between 0 and 1.
func (o Odds) Chance(u Usage) float64 {
	z := o[Signs]
	for i, x := range u {
		z += o[i] * x
	}
	return 1 / (1 + math.Exp(-z))
}

// A use counts who uses a gram.
type use struct {
	articles, openings spread
	publishers         uint64 // a bit set of publisher numbers modulo 64
}

func (u *use) add(s *sentence, publisher int) {
	u.articles.add(s.at)
	if s.place < opening {
		u.openings.add(s.at)
	}
	u.publishers |= 1 << (publisher % 64)
}

const opening = 3 // how many sentences open an article

// grams yields each word and each pair of words in a row, with the index of its last word.
func grams(words []int32) iter.Seq2[int, gram] {
	return func(yield func(int, gram) bool) {
		for j, w := range words {
			if !yield(j, gram{w, -1, -1}) || j > 0 && !yield(j, gram{words[j-1], w, -1}) {
				return
			}
		}
	}
}

// uses counts the words and pairs of the given sentences in all that may be shown.
func (r *reading) uses(of []int) map[gram]*use {
	all, publishers := map[gram]*use{}, map[string]int{}
	for _, i := range of {
		for _, g := range grams(r.told[i].words) {
			if all[g] == nil {
				all[g] = new(use)
			}
		}
	}
	for _, name := range r.tellerNames {
		if _, ok := publishers[name]; !ok {
			publishers[name] = len(publishers)
		}
	}
	for _, s := range r.told {
		for _, g := range grams(s.words) {
			if u := all[g]; u != nil {
				u.add(s, publishers[r.tellerNames[s.at]])
			}
		}
	}
	return all
}

func (r *reading) usage(g gram, u *use) Usage {
	words, functions := 0.0, 0.0
	for _, w := range g {
		if w >= 0 {
			words++
			functions += if1(r.lex.words[w].stop)
		}
	}
	return Usage{
		math.Log1p(float64(u.articles.n)), math.Log1p(float64(u.openings.n)),
		math.Log1p(float64(bits.OnesCount64(u.publishers))),
		float64(u.articles.n) / float64(r.articles), functions / words, if1(functions == words),
	}
}

// A worth numbers the grams of some sentences and has the chance of each.
type worth struct {
	number map[gram]int32
	chance []float64
}

func (r *reading) worth(m Model, of []int) worth {
	uses := r.uses(of)
	out := worth{number: make(map[gram]int32, len(uses)), chance: make([]float64, 0, len(uses))}
	for g, u := range uses {
		odds := m.Pairs
		if g[1] < 0 {
			odds = m.Words
		}
		out.number[g] = int32(len(out.chance))
		out.chance = append(out.chance, odds.Chance(r.usage(g, u)))
	}
	return out
}

// A heldGram is a gram of a sentence: its number, the index of its last word, and how often its chance counts.
type heldGram struct {
	gram, word int32
	times      float64
}

// pairWorth is how much more the chance of a pair counts than that of a word, since it is about as much lower.
const pairWorth = 6.0

// of lists the grams of a sentence, each at its first place.
func (v worth) of(words []int32) []heldGram {
	out := make([]heldGram, 0, 2*len(words))
	for j, g := range grams(words) {
		n, ok := v.number[g]
		if !ok || slices.ContainsFunc(out, func(t heldGram) bool { return t.gram == n }) {
			continue
		}
		times := 1.0
		if g[1] >= 0 {
			times = pairWorth
		}
		out = append(out, heldGram{n, int32(j), times})
	}
	return out
}

// adds is how much of an editor's line the first room words of a sentence probably add, per word, to the grams had.
func (v worth) adds(grams []heldGram, words, room int, had []bool) float64 {
	words = min(words, max(room, 1))
	var sum float64
	for _, t := range grams {
		if int(t.word) >= words {
			break
		}
		if !had[t.gram] {
			sum += t.times * v.chance[t.gram]
		}
	}
	return sum / float64(words)
}
