package story

import "math"

// A tally counts in how many articles each stem stands.
type tally struct {
	n    []float64
	last []int32
}

func (r *reading) tally(all []sentence, keep func(*sentence) bool) []float64 {
	t := tally{make([]float64, len(r.lex.words)), make([]int32, len(r.lex.words))}
	for i := range all {
		if s := &all[i]; keep(s) {
			for _, w := range s.vec {
				if t.last[w.stem] != int32(s.at+1) {
					t.last[w.stem] = int32(s.at + 1)
					t.n[w.stem]++
				}
			}
		}
	}
	return t.n
}

// average is, for each sentence, the mean over its stems of f. A few are added to
// their number, so that a sentence of three words cannot be best by three.
func (r *reading) average(f func(stem int32) float64) []float64 {
	return r.each(func(s *sentence) float64 {
		var sum float64
		for _, t := range s.vec {
			sum += f(t.stem)
		}
		return sum / float64(len(s.vec)+3)
	})
}

func (r *reading) before(s *sentence) bool { return s.article.Published.Before(r.from) }

func (r *reading) sentencesWith(all []sentence, keep func(*sentence) bool) (n []float64, of float64) {
	n = make([]float64, len(r.lex.words))
	for i := range all {
		if s := &all[i]; keep(s) {
			of++
			for _, t := range s.vec {
				n[t.stem]++
			}
		}
	}
	return n, of
}

func every(*sentence) bool { return true }

func topic(r *reading) []float64 {
	n, _ := r.sentencesWith(r.told, every)
	return r.average(func(stem int32) float64 { return math.Log1p(n[stem]) })
}

func openers(r *reading) []float64 {
	n := r.tally(r.told, func(s *sentence) bool { return s.place < 3 })
	return r.average(func(stem int32) float64 { return math.Log(max(1, n[stem])) })
}

func publishersWords(r *reading) []float64 {
	seen := make([]uint64, len(r.lex.words))
	number := map[string]int{}
	for i := range r.told {
		s := &r.told[i]
		p := s.article.teller()
		if _, ok := number[p]; !ok {
			number[p] = len(number) % 64
		}
		for _, t := range s.vec {
			seen[t.stem] |= 1 << number[p]
		}
	}
	return r.average(func(stem int32) float64 {
		n := 0.0
		for x := seen[stem]; x != 0; x &= x - 1 {
			n++
		}
		return math.Log(max(1, n))
	})
}

func burst(r *reading) []float64 {
	now, nNow := r.sentencesWith(r.told, every)
	was, nWas := r.sentencesWith(r.around, r.before)
	return r.average(func(stem int32) float64 {
		if now[stem] < 3 {
			return 0
		}
		return max(-1, math.Log((now[stem]+0.5)/(nNow+10))-math.Log((was[stem]+0.5)/(nWas+10)))
	})
}

// rise is the log of how much likelier an article has it now than before; never
// less than 0.
func rise(now, ofNow, was, ofWas float64) float64 {
	return max(0, math.Log((now+0.5)/(ofNow+5))-math.Log((was+0.5)/(ofWas+5)))
}

// count is how many of the articles around have a sentence that is kept.
func (r *reading) count(keep func(*sentence) bool) int {
	n, last := 0, -1
	for i := range r.around {
		if s := &r.around[i]; s.at != last && keep(s) {
			n++
			last = s.at
		}
	}
	return n
}

func newsOpenings(r *reading) []float64 {
	now, was := r.tally(r.told, func(s *sentence) bool { return s.place < 3 }), r.tally(r.around, r.before)
	nNow, nWas := float64(r.articles), float64(r.count(r.before))
	return r.average(func(stem int32) float64 {
		return math.Log(max(1, now[stem])) * rise(now[stem], nNow, was[stem], nWas)
	})
}
