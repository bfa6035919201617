package when

import (
	"rapporteur/corpus/civil"
)

// A reading is what is known while the mentions of one text are placed on the
// calendar, in their order.
type reading struct {
	published civil.Day // zero: not known
	dayFirst  bool      // 3/4 is the third of April
	ordered   bool      // the order of the sentences tells something
	told      Interval  // the interval placed last
	toldIn    int       // the sentence it stands in
	quarter   Interval  // the quarter placed last
	quarterIn int       // the sentence it stands in
	ends      Interval  // the day a quarter is told to have ended on
	typed     bool      // a member's question, not an article
	supposed  bool      // publication is one of several possible days
}

// place is where the calendar has m.
func (r *reading) place(m *mention) (Interval, bool) {
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
		i, ok = around(civil.Of(y, 6*(monthOf(m.n))-5, 1), half), known
	case inSeason:
		i, ok = r.placeSeason(m)
	case years:
		i = Interval{wholeYear(m.year.number).From, wholeYear(m.n).To, RangePrecision}
	case inDecade:
		i = around(civil.Of(m.year.number, 1, 1), decade)
	case festive:
		i, ok = r.placeFeast(m)
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
	return i, ok && i.sound()
}

// needsDay reports whether e means nothing without the day of publication.
func (r *reading) needsDay(e *expr) bool {
	switch e.kind {
	case onWeekday, relative, overnight, latest, yearAgo:
		return true
	}
	return e.deixis != noDeixis
}

// yearOf is the year that a reference means.
func (r *reading) yearOf(y yearRef) (int, bool) {
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

func (r *reading) placeCalendar(m *mention) (Interval, bool) {
	if m.unit == year {
		return wholeYear(m.year.number), true
	}
	d := max(m.day, 1)
	u := m.unit
	if m.year.given() {
		y, ok := r.yearOf(m.year)
		if !ok || !real(y, m.month, d) {
			return Interval{}, false
		}
		return around(civil.Of(y, monthOf(m.month), d), u), true
	}
	if r.published.IsZero() {
		return Interval{}, false
	}
	y := r.nearYear(m, u, func(y int) civil.Day { return civil.Of(y, monthOf(m.month), min(d, daysIn(y, m.month))) })
	if !real(y, m.month, d) {
		return Interval{}, false
	}
	return around(civil.Of(y, monthOf(m.month), d), u), true
}

// nearYear chooses the year of a month or day printed without one: the nearest to
// publication, where a year that disagrees with the tense or with the weekday
// counts as further off.
func (r *reading) nearYear(m *mention, u unit, on func(y int) civil.Day) int {
	if m.deixis == this {
		return r.published.Year
	}
	best, least := r.published.Year, 1<<30
	for y := r.published.Year - 1; y <= r.published.Year+1; y++ {
		i := around(on(y), u)
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
		if m.weekday > 0 && on(y).Weekday() != weekdayOf(m.weekday) {
			off += 1000
		}
		if off < least {
			best, least = y, off
		}
	}
	return best
}

// disagreement is how many days further off a date counts when it lies on the
// wrong side of publication for how it is told.
func (r *reading) disagreement(m *mention, u unit, when tense) int {
	const wrong, against = 2000, 240
	switch {
	case m.deixis == last && when == future, m.deixis == next && when == past:
		return wrong
	case m.tense != noTense && m.tense != when:
		return against
	case m.tense == noTense && when == future && u == month && r.typed:
		return 2 * against
	case m.tense == noTense && when == future && (u == month || r.typed):
		return against / 2
	}
	return 0
}

// placeWeekOf is the week that holds the day; m.n is the kind of the day's own
// expression.
func (r *reading) placeWeekOf(m *mention) (Interval, bool) {
	on := *m
	on.kind, on.unit, on.n = kind(m.n), day, 0
	if m.n == 0 {
		on.kind = calendar
	}
	i, ok := r.place(&on)
	return around(i.From, week), ok
}

func (r *reading) placeSlashed(m *mention) (Interval, bool) {
	mo, d := m.month, m.day
	if !m.year.given() {
		if r.dayFirst && real(2000, d, mo) || !real(2000, mo, d) {
			mo, d = d, mo
		}
		on := *m
		on.kind, on.month, on.day = calendar, mo, d
		return r.placeCalendar(&on)
	}
	if r.dayFirst || mo > 12 {
		mo, d = d, mo
	}
	if !real(m.year.number, mo, d) {
		mo, d = d, mo
	}
	if !real(m.year.number, mo, d) {
		return Interval{}, false
	}
	return oneDay(civil.Of(m.year.number, monthOf(mo), d)), true
}

// placeWeekday is the nearest such day on the side of publication that the tense
// gives; told as past, publication itself may be meant.
func (r *reading) placeWeekday(m *mention) civil.Day {
	want := int(weekdayOf(m.weekday))
	back := (int(r.published.Weekday()) - want + 7) % 7 // days since the last one
	ahead := (7 - back) % 7
	switch {
	case m.n == 1:
		monday := around(moved(r.published, week, int(m.deixis)-int(this)), week).From
		return monday.Add((want + 6) % 7)
	case m.deixis == last && back == 0:
		return r.published.Add(-7)
	case m.deixis == last:
		return r.published.Add(-back)
	case m.deixis == next && ahead == 0:
		return r.published.Add(7)
	case m.deixis == this && m.tense == noTense:
		return around(r.published, week).From.Add((want + 6) % 7)
	case m.deixis == next, m.tense == future:
		return r.published.Add(ahead)
	}
	return r.published.Add(-back)
}

func (r *reading) placeRelative(m *mention) Interval {
	if m.unit == year && m.n == -1 && m.deixis == noDeixis && r.quarterNear(m) {
		return around(moved(r.quarter.From, year, -1), quarter)
	}
	d := moved(r.published, m.unit, m.n)
	i := around(d, m.unit)
	if m.unit != weekend || m.deixis != noDeixis && m.deixis != this {
		return i
	}
	if m.tense != future && (m.deixis == noDeixis || m.tense == past) && r.published.Before(i.From) {
		return around(r.published.Add(-7), weekend)
	}
	return i
}

// placeNarrated counts from the interval told last, or from publication where
// none was told that can serve.
func (r *reading) placeNarrated(m *mention) (Interval, bool) {
	from := r.anchor(m)
	if from.IsZero() {
		return Interval{}, false
	}
	if m.unit == year && m.n == -1 && r.quarterNear(m) {
		return around(moved(r.quarter.From, year, m.n), quarter), true
	}
	i := around(moved(from, m.unit, m.n), m.unit)
	if m.n > 0 && m.tense != future && i.From.After(r.published) && !r.published.IsZero() {
		return Interval{}, false // what has happened is counted from something else
	}
	return i, true
}

// anchor is the day from which a narrative counts.
func (r *reading) anchor(m *mention) civil.Day {
	near := r.toldIn == m.sentence || r.ordered && (m.sentence-r.toldIn <= 2 || !r.published.IsZero())
	usable := !r.told.From.IsZero() && near && !(m.tense == past && m.n < 0 && r.told.From.After(r.published))
	if usable && (m.unit >= month || r.told.Days() <= 7) {
		if m.n > 0 {
			return r.told.To
		}
		return r.told.From
	}
	return r.published
}

// quarterNear reports whether a quarter was told so shortly before m that "a year
// ago" compares with it, as reports of earnings do.
func (r *reading) quarterNear(m *mention) bool {
	const reach = 2 // sentences
	near := m.sentence == r.quarterIn || r.ordered && m.sentence-r.quarterIn <= reach
	return !r.quarter.From.IsZero() && near
}

// reportingDays is how long after its end a quarter is still news: companies
// announce then that they will report on it.
const reportingDays = 120

// placeQuarter takes the newest quarter of the number that has begun, or told as
// to come the next that has not ended.
func (r *reading) placeQuarter(m *mention) (Interval, bool) {
	if m.year.given() || r.published.IsZero() {
		y, ok := r.yearOf(m.year)
		return around(civil.Of(y, monthOf(3*m.n-2), 1), quarter), ok && m.year.given()
	}
	i := around(civil.Of(r.published.Year, monthOf(3*m.n-2), 1), quarter)
	switch {
	case m.tense == future && i.To.Add(reportingDays).Before(r.published):
		i = around(moved(i.From, year, 1), quarter)
	case m.tense != future && r.published.Before(i.From):
		i = around(moved(i.From, year, -1), quarter)
	}
	return i, true
}

func (r *reading) placeSeason(m *mention) (Interval, bool) {
	if m.year.given() || r.published.IsZero() {
		y, ok := r.yearOf(m.year)
		return seasonOf(y, m.n), ok && m.year.given()
	}
	i := seasonOf(r.published.Year, m.n)
	begun := !r.published.Before(i.From)
	switch {
	case m.deixis == last && !i.To.Before(r.published),
		m.deixis == noDeixis && m.tense != future && !begun:
		i = seasonOf(r.published.Year-1, m.n)
	case m.deixis == next && begun, m.deixis == noDeixis && m.tense == future && i.To.Before(r.published):
		i = seasonOf(r.published.Year+1, m.n)
	}
	return i, true
}

func (r *reading) placeFeast(m *mention) (Interval, bool) {
	on := feasts[m.n].day
	if m.year.given() || r.published.IsZero() {
		y, ok := r.yearOf(m.year)
		return oneDay(on(y)), ok && m.year.given()
	}
	return oneDay(on(r.nearYear(m, day, on))), true
}

// placeLatest is the quarter told last, else the one that ended last.
func (r *reading) placeLatest(m *mention) (Interval, bool) {
	q := r.quarter
	if q.From.IsZero() && m.year.given() {
		y, ok := r.yearOf(m.year)
		return wholeYear(y), ok
	}
	if m.ended {
		return around(r.ends.From, quarter), !r.ends.From.IsZero()
	}
	if q.From.IsZero() {
		q = around(moved(r.published, quarter, -1), quarter)
	}
	if m.year.given() {
		y, ok := r.yearOf(m.year)
		q = around(civil.Of(y, q.From.Month, 1), quarter)
		return q, ok
	}
	return q, true
}

// placeYearAgo is the quarter told last, a year before; where the text has none,
// the year before.
func (r *reading) placeYearAgo(m *mention) (Interval, bool) {
	if !r.quarter.From.IsZero() {
		return around(moved(r.quarter.From, year, -1), quarter), true
	}
	return wholeYear(r.published.Year - 1), true
}

// remember keeps what was placed as the anchor of what follows.
func (r *reading) remember(m *mention, i Interval) {
	r.told, r.toldIn = i, m.sentence
	if m.unit == quarter && m.kind != yearAgo && !(m.kind == latest && m.year.given()) {
		r.quarter, r.quarterIn = i, m.sentence
	}
}
