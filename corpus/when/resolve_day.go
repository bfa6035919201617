package when

import "rapporteur/corpus/civil"

func (r *resolver) placeCalendar(m *mention) (Interval, bool) {
	if m.unit == year {
		return wholeYear(m.year.number), true
	}
	d := max(m.day, 1)
	y, ok := r.yearOf(m.year)
	if ok && !m.year.given() {
		y = r.nearYear(m, m.unit, func(y int) civil.Day { return civil.Of(y, monthOf(m.month), min(d, daysIn(y, m.month))) })
	}
	if !ok || !validDay(y, m.month, d) {
		return Interval{}, false
	}
	return unitAround(civil.Of(y, monthOf(m.month), d), m.unit), true
}

// Days by which a year counts as further off: one that is impossible, and one of the other tense. By the second, a
// day some weeks ahead wins over one ten months back, since the nearest verb can give the wrong tense.
const (
	impossible = 2000
	against    = 240
)

// nearYear chooses the year of a month or day without one: the nearest to publication. A year that contradicts the
// tense or the weekday counts as further off.
func (r *resolver) nearYear(m *mention, u unit, on func(y int) civil.Day) int {
	if m.deixis == this {
		return r.published.Year
	}
	best, least := r.published.Year, 1<<30
	for y := r.published.Year - 1; y <= r.published.Year+1; y++ {
		i := unitAround(on(y), u)
		off, when := 0, noTense
		switch {
		case r.published.Before(i.From):
			off, when = i.From.Sub(r.published), future
		case i.To.Before(r.published):
			off, when = r.published.Sub(i.To), past
		}
		if when != noTense {
			off += r.disagreement(m, u, when)
		}
		if when == noTense && u == month && m.deixis != noDeixis || m.kind == calendar && m.day > daysIn(y, m.month) {
			off += impossible // "last May", told in May; 29 February
		}
		if m.weekday > 0 && on(y).Weekday() != weekdayOf(m.weekday) {
			off += impossible / 2
		}
		if off < least {
			best, least = y, off
		}
	}
	return best
}

// disagreement is how many days further off a date counts when its tense contradicts its side of publication.
func (r *resolver) disagreement(m *mention, u unit, when tense) int {
	switch {
	case m.deixis == last && when == future, m.deixis == next && when == past:
		return impossible
	case m.tense != future && when == future && r.typed && (u == month || m.tense == past):
		return 2 * against // a question about the past
	case m.tense != noTense && m.tense != when:
		return against
	case m.tense == noTense && when == future && r.typed:
		return against
	case m.tense == noTense && when == future:
		return against / 2
	}
	return 0
}

// placeWeekOf is the week that holds the day; m.n is the kind of the day's own expression.
func (r *resolver) placeWeekOf(m *mention) (Interval, bool) {
	on := *m
	on.kind, on.unit, on.n = kind(m.n), day, 0
	if m.n == 0 {
		on.kind = calendar
	}
	i, ok := r.place(&on)
	return unitAround(i.From, m.unit), ok
}

func (r *resolver) placeSlashed(m *mention) (Interval, bool) {
	mo, d := m.month, m.day
	y := 2000
	if m.year.given() {
		y = m.year.number
	}
	if r.dayFirst && validDay(y, d, mo) || !validDay(y, mo, d) {
		mo, d = d, mo
	}
	on := *m
	on.kind, on.month, on.day = calendar, mo, d
	return r.placeCalendar(&on)
}

// placeWeekday is the nearest such day on the side of publication that the tense gives; in the past tense the day
// of publication counts.
func (r *resolver) placeWeekday(m *mention) civil.Day {
	want := int(weekdayOf(m.weekday))
	back := (int(r.published.Weekday()) - want + 7) % 7 // days since the last one
	ahead := (7 - back) % 7
	switch {
	case m.n == 1:
		monday := unitAround(addUnits(r.published, week, int(m.deixis)-int(this)), week).From
		return monday.Add((want + 6) % 7)
	case m.deixis == last && back == 0:
		return r.published.Add(-7)
	case m.deixis == last:
		return r.published.Add(-back)
	case m.deixis == next && ahead == 0:
		return r.published.Add(7)
	case m.deixis == this && m.tense == noTense:
		return unitAround(r.published, week).From.Add((want + 6) % 7)
	case m.deixis == next, m.tense == future:
		return r.published.Add(ahead)
	}
	return r.published.Add(-back)
}

func (r *resolver) placeHoliday(m *mention) (Interval, bool) {
	on := holidays[m.n].day
	if m.year.given() {
		y, ok := r.yearOf(m.year)
		return oneDay(on(y)), ok
	}
	return oneDay(on(r.nearYear(m, day, on))), true
}
