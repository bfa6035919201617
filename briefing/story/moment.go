package story

import (
	"math"

	"rapporteur/corpus/when"
)

// days is the stretch the digest is of.
func (r *reading) days() when.Interval { return when.Interval{From: r.from, To: r.to} }

// on reports whether a sentence says that it tells of the digest's days.
func (r *reading) on(s *sentence) bool {
	return s.dated(func(d when.Interval) bool { return d.Days() <= 2 && d.Overlaps(r.days()) })
}

// dated reports whether the sentence has an expression of time with the property.
func (s *sentence) dated(is func(when.Interval) bool) bool {
	for _, d := range s.dates {
		if is(d.Interval) {
			return true
		}
	}
	return false
}

// week reports whether the interval is short enough to place something.
func week(d when.Interval) bool { return d.Days() <= 7 }

func (r *reading) ifDated(is func(when.Interval) bool) []float64 {
	return r.each(func(s *sentence) float64 { return if1(s.dated(is)) })
}

func dayBefore(r *reading) []float64 {
	eve := when.Interval{From: r.from.Add(-1), To: r.from.Add(-1)}
	return r.ifDated(func(d when.Interval) bool { return week(d) && !d.Overlaps(r.days()) && d.Overlaps(eve) })
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

func nextDay(r *reading) []float64 {
	return r.each(func(s *sentence) float64 { return if1(s.article.Published.After(r.to)) })
}

func first(r *reading) []float64 {
	return r.each(func(s *sentence) float64 { return if1(s.place == 0 && s.article.Ordered) })
}

func early(r *reading) []float64 {
	return r.each(func(s *sentence) float64 { return if1(s.place < 3 && s.article.Ordered) })
}

func place(r *reading) []float64 {
	return r.each(func(s *sentence) float64 {
		if !s.article.Ordered {
			return math.Log1p(mostSentences / 4)
		}
		return math.Log1p(float64(s.place))
	})
}
