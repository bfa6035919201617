package story

import "math"

func one(*sentence) float64 { return 1 }

func central(r *reading) []float64 {
	c := r.centreOf(r.told, one)
	return r.each(func(s *sentence) float64 { return c.along(s.vec) })
}

func wide(r *reading) []float64 {
	c := r.centreOf(r.around, one)
	return r.each(func(s *sentence) float64 { return c.along(s.vec) })
}

func leads(r *reading) []float64 {
	c := r.centreOf(r.told, func(s *sentence) float64 { return 1 / float64(1+s.place*s.place) })
	return r.each(func(s *sentence) float64 { return c.along(s.vec) })
}

// articleCentral is how central the beginning of its article is.
func articleCentral(r *reading) []float64 {
	c := r.centreOf(r.told, one)
	sum, n := make([]float64, r.articles), make([]float64, r.articles)
	for i := range r.told {
		if s := &r.told[i]; s.place < 10 {
			sum[s.at] += c.along(s.vec)
			n[s.at]++
		}
	}
	return r.each(func(s *sentence) float64 { return sum[s.at] / math.Max(1, n[s.at]) })
}

// datedWords is the nearness to the middle of the sentences, of any day, that say
// they tell of these days.
func datedWords(r *reading) []float64 {
	on := func(s *sentence) float64 { return if1(r.on(s)) }
	c := r.centreOf(r.told, on)
	for i, x := range r.centreOf(r.around, on) {
		c[i] += x
	}
	return r.each(func(s *sentence) float64 { return c.along(s.vec) })
}

func centralFirst(r *reading) []float64 {
	c := r.centreOf(r.told, one)
	return r.each(func(s *sentence) float64 { return if1(s.place == 0) * c.along(s.vec) })
}

// openings is how near the first sentences of other articles come.
func openings(r *reading) []float64 {
	var heads []*sentence
	for i := range r.told {
		if r.told[i].place == 0 {
			heads = append(heads, &r.told[i])
		}
	}
	return r.each(func(s *sentence) float64 {
		var sum float64
		for _, h := range heads {
			if h.at != s.at {
				x := h.vec.dot(s.vec)
				sum += x * x
			}
		}
		return math.Sqrt(sum)
	})
}
