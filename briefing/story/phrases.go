package story

import "math"

// A gram is two or three words in a row; the third is -1 in a pair.
type gram [3]int32

// A spread is in how many articles a gram stands, and the last of them.
type spread struct{ n, last int32 }

func (s *spread) add(at int) {
	if s.last != int32(at+1) {
		s.last = int32(at + 1)
		s.n++
	}
}

// triples is the mean over a sentence's runs of three words of the log of the number
// of articles that have them, as Gillick and Favre weigh their concepts (2009).
func triples(r *reading) []float64 {
	seen := map[gram]*spread{}
	for i := range r.told {
		s := &r.told[i]
		for j := 0; j+3 <= len(s.words); j++ {
			g := gram(s.words[j : j+3])
			x := seen[g]
			if x == nil {
				x = &spread{}
				seen[g] = x
			}
			x.add(s.at)
		}
	}
	for i := range r.around {
		s := &r.around[i]
		for j := 0; j+3 <= len(s.words); j++ {
			if x := seen[gram(s.words[j:j+3])]; x != nil {
				x.add(s.at)
			}
		}
	}
	return r.each(func(s *sentence) float64 {
		var sum float64
		for j := 0; j+3 <= len(s.words); j++ {
			if !r.functional(s.words[j : j+3]) {
				sum += math.Log(float64(seen[gram(s.words[j:j+3])].n))
			}
		}
		return sum / float64(len(s.words))
	})
}

// functional reports whether all the words are function words.
func (r *reading) functional(words []int32) bool {
	for _, w := range words {
		if !r.lex.words[w].stop {
			return false
		}
	}
	return true
}
