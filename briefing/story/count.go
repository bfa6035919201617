package story

import "math"

// average is the mean of f over a sentence's stems. Adding three to their number keeps a sentence
// of three words from being best by three.
func (r *reading) average(f func(stem int32) float64) []float64 {
	return r.each(func(s *sentence) float64 {
		var sum float64
		for _, t := range s.vec {
			sum += f(t.stem)
		}
		return sum / float64(len(s.vec)+3)
	})
}

// topic is the mean log of how many sentences have a sentence's stems.
func topic(r *reading) []float64 {
	n := make([]float64, len(r.lex.words))
	for i := range r.told {
		for _, t := range r.told[i].vec {
			n[t.stem]++
		}
	}
	return r.average(func(stem int32) float64 { return math.Log1p(n[stem]) })
}

// openers is the mean log of how many articles open with a sentence's stems.
func openers(r *reading) []float64 {
	n := make([]spread, len(r.lex.words))
	for i := range r.told {
		if s := &r.told[i]; s.place < opening {
			for _, t := range s.vec {
				n[t.stem].add(s.at)
			}
		}
	}
	return r.average(func(stem int32) float64 { return math.Log(max(1, float64(n[stem].n))) })
}
