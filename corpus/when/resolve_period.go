package when

import "rapporteur/corpus/civil"

func (r *resolver) placeRelative(m *mention) Interval {
	if m.unit == year && m.n == -1 && m.deixis == noDeixis && r.quarterNear(m) {
		return unitAround(addUnits(r.quarter.From, year, -1), quarter)
	}
	i := unitAround(addUnits(r.published, m.unit, m.n), m.unit)
	past := m.deixis == noDeixis && m.tense != future || m.deixis == this && m.tense == past
	if m.unit == weekend && past && r.published.Before(i.From) {
		return unitAround(r.published.Add(-7), weekend)
	}
	return i
}

// placeNarrated counts from the interval placed last, or from publication where that one cannot serve.
func (r *resolver) placeNarrated(m *mention) (Interval, bool) {
	from := r.anchor(m)
	if from.IsZero() {
		return Interval{}, false
	}
	if m.unit == year && m.n == -1 && r.quarterNear(m) {
		return unitAround(addUnits(r.quarter.From, year, m.n), quarter), true
	}
	i := unitAround(addUnits(from, m.unit, m.n), m.unit)
	if m.n > 0 && m.tense != future && i.From.After(r.published) && !r.published.IsZero() {
		return Interval{}, false // the past is counted from something else
	}
	return i, true
}

// anchor is the day from which a narration counts.
func (r *resolver) anchor(m *mention) civil.Day {
	near := r.previousIn == m.sentence || r.ordered && (m.sentence-r.previousIn <= 2 || !r.published.IsZero())
	usable := !r.previous.From.IsZero() && near && !(m.tense == past && m.n < 0 && r.previous.From.After(r.published))
	if usable && (m.unit >= month || r.previous.Days() <= 7) {
		if m.n > 0 {
			return r.previous.To
		}
		return r.previous.From
	}
	if !r.ordered && m.unit < month {
		return civil.Day{} // the line it counts from may be anywhere
	}
	return r.published
}

// quarterNear reports whether a quarter stands so shortly before m that "a year ago" compares with it, as in
// reports of earnings.
func (r *resolver) quarterNear(m *mention) bool {
	const reach = 2 // sentences
	near := m.sentence == r.quarterIn || r.ordered && m.sentence-r.quarterIn <= reach
	return !r.quarter.From.IsZero() && near
}

// reportingDays is how long after its end a quarter is news: companies announce in that time that they will report
// on it.
const reportingDays = 120

// placeQuarter is the newest such quarter that has begun, or in the future tense the next that has not ended.
func (r *resolver) placeQuarter(m *mention) (Interval, bool) {
	y, ok := r.yearOf(m.year)
	i := unitAround(civil.Of(y, monthOf(3*m.n-2), 1), quarter)
	switch {
	case m.year.given():
	case m.tense == future && i.To.Add(reportingDays).Before(r.published):
		i = unitAround(addUnits(i.From, year, 1), quarter)
	case m.tense != future && r.published.Before(i.From):
		i = unitAround(addUnits(i.From, year, -1), quarter)
	}
	return i, ok
}

func (r *resolver) placeSeason(m *mention) (Interval, bool) {
	y, ok := r.yearOf(m.year)
	i := seasonOf(y, m.n)
	if m.year.given() {
		return i, ok
	}
	if before := seasonOf(r.published.Year-1, m.n); before.Holds(r.published) {
		i = before // a winter that began last year
	}
	begun := !r.published.Before(i.From)
	switch {
	case m.deixis == last && !i.To.Before(r.published),
		m.deixis == noDeixis && m.tense != future && !begun:
		i = seasonOf(i.From.Year-1, m.n)
	case m.deixis == next && begun, m.deixis == noDeixis && m.tense == future && i.To.Before(r.published):
		i = seasonOf(r.published.Year+1, m.n)
	}
	return i, true
}

// placeLatest is the quarter placed last, else the one that ended last.
func (r *resolver) placeLatest(m *mention) (Interval, bool) {
	y, ok := r.yearOf(m.year)
	switch {
	case r.quarter.From.IsZero() && m.year.given():
		return wholeYear(y), ok
	case m.ended:
		return unitAround(r.ends.From, quarter), !r.ends.From.IsZero()
	case r.quarter.From.IsZero():
		return unitAround(addUnits(r.published, quarter, -1), quarter), true
	case m.year.given():
		return unitAround(civil.Of(y, r.quarter.From.Month, 1), quarter), ok
	}
	return r.quarter, true
}

// placeYearAgo is the year before the quarter placed last; where there is none, the year before publication.
func (r *resolver) placeYearAgo(*mention) Interval {
	if !r.quarter.From.IsZero() {
		return unitAround(addUnits(r.quarter.From, year, -1), quarter)
	}
	return wholeYear(r.published.Year - 1)
}
