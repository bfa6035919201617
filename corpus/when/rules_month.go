package when

// monthFirst reads "Jan. 21", "January 21st, 2022", "January 2022", "June last year" and a month alone.
func monthFirst(p *phrase, i int) (expr, int) {
	t := p.at(i)
	if t.month == 0 || t.digits > 0 {
		return expr{}, 0
	}
	e := expr{kind: calendar, unit: month, month: int(t.month)}
	if n, end := p.dayAfter(i + 1); end > 0 && !p.lowerDoubtful(i) {
		e.day, e.unit = n, day
		if !validDay(2000, e.month, e.day) {
			return expr{}, 0
		}
		e.year, end = p.yearAfter(end)
		return e, end
	}
	var end int
	e.year, end = p.yearAfter(i + 1)
	if end == i+1 && (!p.standsAsMonth(i) || p.at(i-1).id == wEvery) {
		return expr{}, 0
	}
	return e, end
}

// dayAfter reads the day of the month at token i: "21", "21st", "the 21st".
func (p *phrase) dayAfter(i int) (n, end int) {
	t := p.at(i)
	if t.id == wThe && t.gap == gapSpace && p.at(i+1).suffix == 't' {
		i++
		t = p.at(i)
	}
	if !p.isDayNumber(i) || t.gap != gapSpace && t.gap != gapDot && t.gap != gapHyphen {
		return 0, 0
	}
	if p.amount(i) || p.goesOn(i+1, gapSlash) {
		return 0, 0
	}
	return t.num, i + 1
}

// standsAsMonth reports whether a month without day or year is a month, not a verb, a first name or part of a name.
func (p *phrase) standsAsMonth(i int) bool {
	t, after := p.at(i), p.at(i+1)
	if p.typed || !t.capital {
		return p.typed
	}
	led := p.ledAsMonth(i)
	name := after.capital && after.gap == gapSpace
	abbreviated := t.End-t.Start < 5 && (t.month < 5 || t.month > 7)
	switch {
	case abbreviated && !led && p.text[min(t.End, len(p.text)-1)] != '.':
		return false
	case t.doubtful:
		return led && !(name && p.at(i-1).deixis == noDeixis)
	case t.month == 4 || t.month == 6 || t.month == 8: // April, June, August
		return led || !name || after.month > 0 || after.weekday > 0
	}
	return true
}

func (p *phrase) ledAsMonth(i int) bool {
	before, after := p.at(i-1), p.at(i+1)
	if before.id == wThe { // "the March meeting", not "the March on"
		return after.gap == gapSpace && after.id == 0 && !after.capital && after.tense == noTense
	}
	return p.at(i).gap.near() && (before.lead || before.deixis != noDeixis || before.edge || before.id == wEnd)
}

// belongsBefore reports whether the number at i belongs to the words before it, because the month after it has a
// day of its own: "3 January 21, 2022".
func (p *phrase) belongsBefore(i int) bool {
	_, end := p.dayAfter(i + 2)
	taken := p.at(i-1).month > 0 && p.at(i-2).num < 0 && p.at(i).gap != gapHyphen && p.at(i).gap != gapDash
	return taken || end > 0 && p.at(end).gap != gapBreak && p.isYear(end)
}

// dayFirst reads "21 January 2022", "4 February", "the 21st of January".
func dayFirst(p *phrase, i int) (expr, int) {
	t := p.at(i)
	n, m := t.num, i+1
	switch {
	case p.isDayNumber(i) && t.gap != gapMoney && t.gap != gapPoint && t.gap != gapColon:
	case t.ordinal > 0 && p.at(m).id == wOf:
		n = int(t.ordinal)
	default:
		return expr{}, 0
	}
	if p.at(m).id == wOf && p.at(m).gap == gapSpace {
		m++
	}
	mt := p.at(m)
	if mt.month == 0 || p.lowerDoubtful(m) || !mt.gap.near() && mt.gap != gapDot || !validDay(2000, int(mt.month), n) {
		return expr{}, 0
	}
	if t.suffix == 0 && m == i+1 && p.belongsBefore(i) {
		return expr{}, 0
	}
	e := expr{kind: calendar, unit: day, month: int(mt.month), day: n, dayBeforeMonth: true}
	var end int
	e.year, end = p.yearAfter(m + 1)
	return e, end
}
