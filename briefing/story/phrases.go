package story

import (
	"math"
	"slices"
)

// A gram is two or three words in a row; the third is -1 in a pair.
type gram [3]int32

// A spread is how many articles have something, and the last of them. Articles come one after the
// other, so remembering the last one is enough to count each once.
type spread struct{ n, last int32 }

func (s *spread) add(at int) {
	if s.last != int32(at+1) {
		s.last = int32(at + 1)
		s.n++
	}
}

// triples is the mean log of the number of articles over a sentence's runs of three words, as
// Gillick and Favre weigh their concepts (2009).
func triples(r *reading) []float64 {
	most := 0
	for i := range r.told {
		most += len(r.told[i].words)
	}
	number := make(map[gram]int32, most)
	spreads, runs := make([]spread, 0, most), make([]int32, 0, most) // runs: of r.told, in order
	for i := range r.told {
		s := &r.told[i]
		for j := 0; j+3 <= len(s.words); j++ {
			g := gram(s.words[j : j+3])
			n, ok := number[g]
			if !ok {
				n = int32(len(spreads))
				number[g], spreads = n, append(spreads, spread{})
			}
			spreads[n].add(s.at)
			runs = append(runs, n)
		}
	}
	for i := range r.around {
		s := &r.around[i]
		for j := 0; j+3 <= len(s.words); j++ {
			if n, ok := number[gram(s.words[j:j+3])]; ok {
				spreads[n].add(s.at)
			}
		}
	}
	return r.each(func(s *sentence) float64 {
		var sum float64
		for j := 0; j+3 <= len(s.words); j++ {
			if !r.functional(s.words[j : j+3]) {
				sum += math.Log(float64(spreads[runs[0]].n))
			}
			runs = runs[1:]
		}
		return sum / float64(len(s.words))
	})
}

// functional reports whether all words are function words.
func (r *reading) functional(words []int32) bool {
	return !slices.ContainsFunc(words, func(w int32) bool { return !r.lex.words[w].stop })
}
