package when

import (
	"time"

	"rapporteur/corpus/civil"
)

// placeWeekNumber follows ISO 8601: week 1 holds 4 January.
func (r *resolver) placeWeekNumber(m *mention) (Interval, bool) {
	y := m.year.number
	if y == 0 {
		y = r.published.Year
	}
	i := unitAround(addUnits(civil.Of(y, time.January, 4), week, m.n-1), week)
	isoYear, _ := i.From.Time().ISOWeek()
	return i, isoYear == y && m.n > 0
}

func (r *resolver) placeWeekIn(m *mention) (Interval, bool) {
	whole := *m
	whole.kind, whole.n = calendar, 0
	i, ok := r.placeCalendar(&whole)
	if m.n < 0 {
		return Interval{i.To.Add(-6), i.To, WeekPrecision}, ok
	}
	first := i.From.Add(7 * (m.n - 1))
	return Interval{first, first.Add(6), WeekPrecision}, ok
}

// placeDayAlone is the last month, up to today, that has the day, on its weekday if one is given.
func (r *resolver) placeDayAlone(m *mention) (Interval, bool) {
	const far = 24 // months
	for back := range far {
		first := civil.Of(r.published.Year, r.published.Month-time.Month(back), 1)
		if !validDay(first.Year, int(first.Month), m.day) {
			continue
		}
		d := first.Add(m.day - 1)
		if !d.After(r.published) && (m.weekday == 0 || d.Weekday() == weekdayOf(m.weekday)) {
			return oneDay(d), true
		}
	}
	return Interval{}, false
}

// placeUpTo is so many units that end today, or begin today if they are to come.
func (r *resolver) placeUpTo(m *mention) Interval {
	if m.deixis == next {
		return between(r.published, addUnits(r.published, m.unit, m.n).Add(-1))
	}
	return between(addUnits(r.published, m.unit, -m.n).Add(1), r.published)
}
