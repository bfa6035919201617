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

// newsPairs is news for neighbouring content words.
func newsPairs(r *reading) []float64 {
	now, was := map[gram]*spread{}, map[gram]*spread{}
	for i := range r.told {
		s := &r.told[i]
		r.contentPairs(s, func(g gram) {
			if now[g] == nil {
				now[g], was[g] = &spread{}, &spread{}
			}
			now[g].add(s.at)
		})
	}
	for i := range r.around {
		if s := &r.around[i]; r.before(s) {
			r.contentPairs(s, func(g gram) {
				if x := was[g]; x != nil {
					x.add(s.at)
				}
			})
		}
	}
	nNow, nWas := float64(r.articles), float64(r.count(r.before))
	return r.each(func(s *sentence) float64 {
		var sum float64
		r.contentPairs(s, func(g gram) {
			n := float64(now[g].n)
			sum += math.Log(n) * rise(n, nNow, float64(was[g].n), nWas)
		})
		return sum / float64(len(s.vec)+3)
	})
}

func (r *reading) contentPairs(s *sentence, f func(gram)) {
	last := int32(-1)
	for _, w := range s.words {
		if r.lex.words[w].stop {
			continue
		}
		stem := r.lex.words[w].stem
		if last >= 0 {
			f(gram{last, stem, -1})
		}
		last = stem
	}
}
