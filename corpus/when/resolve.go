package when

import (
	"rapporteur/corpus/civil"
)

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
	ok := true
	switch m.kind {
	case calendar:
		i, ok = r.placeCalendar(m)
	case slashed:
		i, ok = r.placeSlashed(m)
	case onWeekday:
		i = oneDay(r.placeWeekday(m))
	case relative:
		i = r.placeRelative(m)
	case narrated:
		i, ok = r.placeNarrated(m)
	case nthQuarter:
		i, ok = r.placeQuarter(m)
	case nthHalf:
		y, known := r.yearOf(m.year)
		i, ok = unitAround(civil.Of(y, 6*(monthOf(m.n))-5, 1), half), known
	case inSeason:
		i, ok = r.placeSeason(m)
	case years:
		i = Interval{wholeYear(m.year.number).From, wholeYear(m.n).To, RangePrecision}
	case inDecade:
		i = unitAround(civil.Of(m.year.number, 1, 1), decade)
	case onHoliday:
		i, ok = r.placeHoliday(m)
	case latest:
		i, ok = r.placeLatest(m)
	case yearAgo:
		i, ok = r.placeYearAgo(m)
	case overnight:
		i = Interval{r.published.Add(-1), r.published, RangePrecision}
	case weekOf:
		i, ok = r.placeWeekOf(m)
	default:
		i, ok = r.placeTyped(m)
	}
	return i, ok && i.printable()
}

// needsDay reports whether e means nothing without the day of publication.
func (r *resolver) needsDay(e *expr) bool {
	switch e.kind {
	case onWeekday, relative, overnight, latest, yearAgo:
		return true
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
