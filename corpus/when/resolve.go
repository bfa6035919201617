package when

import (
	"rapporteur/corpus/civil"
)

// A resolver is what is known while the mentions of one text are placed on the
// calendar, in their order.
type resolver struct {
	published civil.Day // zero: not known
	dayFirst  bool      // 3/4 is the third of April
	ordered   bool      // the order of the sentences tells something
	told      Interval  // the interval placed last
	toldIn    int       // the sentence it stands in
	quarter   Interval  // the quarter placed last of those told as past
	quarterIn int       // the sentence it stands in
	ends      Interval  // the day a quarter is told to have ended on
	typed     bool      // a member's question, not an article
	supposed  bool      // publication is one of several possible days
}

// place is where the calendar has m.
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
	case y.same && !r.told.From.IsZero():
		return r.told.From.Year, true
	case y.deixis != noDeixis:
		return now + int(y.deixis) - int(this), now > 0
	}
	return now, now > 0
}

// remember keeps what was placed as the anchor of what follows.
func (r *resolver) remember(m *mention, i Interval) {
	r.told, r.toldIn = i, m.sentence
	reported := r.published.IsZero() || i.To.Before(r.published) || m.tense == past && i.From.Before(r.published)
	if m.unit == quarter && reported && m.kind != yearAgo && !(m.kind == latest && m.year.given()) {
		r.quarter, r.quarterIn = i, m.sentence
	}
}
