package when

import "rapporteur/corpus/civil"

// A resolver places the mentions of one text on the calendar, in their order, and keeps what later ones count from.
type resolver struct {
	published  civil.Day // zero if unknown
	dayFirst   bool      // 3/4 is the third of April
	ordered    bool      // the sentences are in their order
	previous   Interval  // the interval placed last
	previousIn int       // its sentence
	quarter    Interval  // the quarter placed last of those in the past
	quarterIn  int       // its sentence
	ends       Interval  // the day on which a quarter ended
	typed      bool      // a member's question, not an article
	supposed   bool      // publication is one of several possible days
}

// place returns the interval of m, if the calendar has one.
func (r *resolver) place(m *mention) (Interval, bool) {
	if r.published.IsZero() && r.needsDay(&m.expr) {
		return Interval{}, false
	}
	var i Interval
	ok := false
	switch placed := placers[m.kind]; {
	case m.kind == weekOf:
		i, ok = r.placeWeekOf(m)
	case placed != nil:
		i, ok = placed(r, m)
	}
	return i, ok && i.printable()
}

type placer func(r *resolver, m *mention) (Interval, bool)

// always is the placer of a kind that the calendar never lacks.
func always(place func(r *resolver, m *mention) Interval) placer {
	return func(r *resolver, m *mention) (Interval, bool) { return place(r, m), true }
}

// placers has the placer of each kind but weekOf, which places a day of another kind.
var placers = [tensed + 1]placer{
	calendar:   (*resolver).placeCalendar,
	slashed:    (*resolver).placeSlashed,
	onWeekday:  always(func(r *resolver, m *mention) Interval { return oneDay(r.placeWeekday(m)) }),
	relative:   always((*resolver).placeRelative),
	narrated:   (*resolver).placeNarrated,
	nthQuarter: (*resolver).placeQuarter,
	nthHalf: func(r *resolver, m *mention) (Interval, bool) {
		y, ok := r.yearOf(m.year)
		return unitAround(civil.Of(y, monthOf(6*m.n-5), 1), half), ok
	},
	inSeason:  (*resolver).placeSeason,
	inDecade:  always(func(_ *resolver, m *mention) Interval { return unitAround(civil.Of(m.year.number, 1, 1), decade) }),
	onHoliday: (*resolver).placeHoliday,
	latest:    (*resolver).placeLatest,
	yearAgo:   always((*resolver).placeYearAgo),
	overnight: always(func(r *resolver, _ *mention) Interval { return between(r.published.Add(-1), r.published) }),
	years: always(func(_ *resolver, m *mention) Interval {
		return between(civil.Of(m.year.number, 1, 1), wholeYear(m.n).To)
	}),
	isoWeek:  (*resolver).placeWeekNumber,
	weekIn:   (*resolver).placeWeekIn,
	dayAlone: (*resolver).placeDayAlone,
	upTo:     always((*resolver).placeUpTo),
	toTheDay: always(func(r *resolver, m *mention) Interval { return oneDay(addUnits(r.published, m.unit, m.n)) }),
	weekdaysAgo: always(func(r *resolver, m *mention) Interval {
		newest := *m
		newest.deixis, newest.n = last, 0
		return oneDay(r.placeWeekday(&newest).Add(-7 * (m.n - 1)))
	}),
}

// needsDay reports whether e means nothing without the day of publication.
func (r *resolver) needsDay(e *expr) bool {
	switch e.kind {
	case onWeekday, relative, overnight, latest, yearAgo:
		return true
	case nthQuarter, inSeason, onHoliday:
		return !e.year.given() || e.deixis != noDeixis
	}
	return e.deixis != noDeixis
}

// yearOf is the year that a reference means.
func (r *resolver) yearOf(y yearRef) (int, bool) {
	now := r.published.Year
	switch {
	case y.number > 0:
		return y.number, true
	case y.same && !r.previous.From.IsZero():
		return r.previous.From.Year, true
	case y.deixis != noDeixis:
		return now + int(y.deixis) - int(this), now > 0
	}
	return now, now > 0
}

// remember keeps what was placed, for mentions that count from it.
func (r *resolver) remember(m *mention, i Interval) {
	r.previous, r.previousIn = i, m.sentence
	reported := r.published.IsZero() || i.To.Before(r.published) || m.tense == past && i.From.Before(r.published)
	if m.unit == quarter && reported && m.kind != yearAgo && !(m.kind == latest && m.year.given()) {
		r.quarter, r.quarterIn = i, m.sentence
	}
}
