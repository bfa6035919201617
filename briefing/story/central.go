package story

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
