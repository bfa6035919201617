package story

import (
	"slices"

	"rapporteur/corpus/when"
)

func (r *reading) days() when.Interval { return when.Interval{From: r.from, To: r.to} }

// on reports whether a sentence has a date of the edition's days.
func (r *reading) on(s *sentence) bool {
	return s.dated(func(d when.Interval) bool { return d.Days() <= 2 && d.Overlaps(r.days()) })
}

func (s *sentence) dated(is func(when.Interval) bool) bool {
	return slices.ContainsFunc(s.dates, func(d when.Date) bool { return is(d.Interval) })
}

// week reports whether the interval is short enough to date something.
func week(d when.Interval) bool { return d.Days() <= 7 }

func (r *reading) ifDated(is func(when.Interval) bool) []float64 {
	return r.each(func(s *sentence) float64 { return if1(s.dated(is)) })
}

func earlier(r *reading) []float64 {
	return r.ifDated(func(d when.Interval) bool {
		return week(d) && d.To.Before(r.from.Add(-1)) && !d.To.Before(r.from.Add(-30))
	})
}

func later(r *reading) []float64 {
	return r.ifDated(func(d when.Interval) bool { return week(d) && d.From.After(r.to) })
}

func undated(r *reading) []float64 {
	return r.each(func(s *sentence) float64 { return if1(len(s.dates) == 0) })
}

// datedWords is the likeness to the sentences, of any article, that are dated to these days.
func datedWords(r *reading) []float64 {
	on := func(s *sentence) float64 { return if1(r.on(s)) }
	c := r.centreOf(r.told, on)
	for i, x := range r.centreOf(r.around, on) {
		c[i] += x
	}
	return r.each(func(s *sentence) float64 { return c.along(s.vec) })
}
