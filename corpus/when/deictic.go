package when

// deicticUnit reads a unit pointed at from the day of telling: "last week",
// "this month", "next year", "the current quarter", "last night".
func deicticUnit(p *phrase, i int) (expr, int) {
	d, j := p.pointer(i)
	if f := p.at(j); d != noDeixis && (f.id == wFiscal || f.id == wCalendar) && f.gap == gapSpace {
		j++
	}
	t := p.at(j)
	if d == noDeixis || !t.gap.near() || p.at(j-1).id == wThe {
		return expr{}, 0
	}
	the := p.at(i-1).id == wThe && p.at(i).gap == gapSpace
	if t.daypart && (d == last || d == this) && !t.plural {
		return nightOf(p, d, j, the)
	}
	switch {
	case t.unit == noUnit, t.unit == day, t.unit == century, t.unit == half:
		return expr{}, 0
	case t.plural && !p.lostApostrophe(i, j, the):
		return expr{}, 0
	case p.at(i).capital && t.capital && p.at(i).gap == gapBreak && !p.typed && i > 0:
		return expr{}, 0 // a programme's name, in quotation marks
	case the && t.unit != weekend && t.unit != quarter && p.at(i).id != wPast && p.raw(i) != "current" && p.raw(i) != "coming":
		return expr{}, 0 // "the last year of the war", "over the next month" last
	case p.at(i).id == wPast && t.unit != year && t.unit != weekend:
		return expr{}, 0
	case p.at(j+1).id == wOf && p.at(j+1).gap == gapSpace:
		return expr{}, 0
	}
	e := expr{kind: relative, unit: t.unit, n: int(d) - int(this), deixis: d}
	if t.unit == quarter || t.unit != year {
		return e, j + 1
	}
	return p.partOfYear(e, d, j+1)
}

// lostApostrophe reports whether the plural at j is a genitive whose apostrophe the
// text has lost: "next years budget".
func (p *phrase) lostApostrophe(i, j int, the bool) bool {
	t, after := p.at(i), p.at(j+1)
	if the || t.id == wPast || t.capital || p.at(j).own || p.at(j).gap != gapSpace || t.id != wThis && t.deixis == next && p.raw(i) != "next" {
		return false
	}
	before := p.at(i - 1)
	noun := after.gap == gapSpace && after.id == 0 && after.num < 0 && after.tense == noTense
	return noun && before.id != wOver && before.id != wDuring && before.id != wWithin
}

// partOfYear extends "last year" to "last year's third quarter".
func (p *phrase) partOfYear(e expr, d deixis, i int) (expr, int) {
	j := i
	if p.at(j).id == wFiscal {
		j++
	}
	q := p.at(j)
	if !q.gap.near() {
		return e, i
	}
	if q.ordinal > 0 && q.ordinal <= 4 && p.at(j+1).unit == quarter && !p.at(j+1).plural {
		return expr{kind: nthQuarter, unit: quarter, n: int(q.ordinal), year: yearRef{deixis: d}}, j + 2
	}
	if q.ordinal > 0 && q.ordinal <= 2 && p.at(j+1).unit == half {
		return expr{kind: nthHalf, unit: half, n: int(q.ordinal), year: yearRef{deixis: d}}, j + 2
	}
	return e, i
}

// pointer reads "last", "this", "next", "this past", "this coming", "the past".
func (p *phrase) pointer(i int) (deixis, int) {
	t, after := p.at(i), p.at(i+1)
	switch {
	case t.id == wThis && after.id == wPast && after.gap == gapSpace:
		return last, i + 2
	case t.id == wThis && after.deixis == next && after.gap == gapSpace:
		return next, i + 2
	case t.id == wPast:
		return last, i + 1
	case t.deixis != noDeixis:
		return t.deixis, i + 1
	}
	return noDeixis, i
}

// nightOf reads "last night" and "this morning".
func nightOf(p *phrase, d deixis, j int, the bool) (expr, int) {
	if the {
		return expr{}, 0
	}
	e := expr{kind: relative, unit: day}
	if d == last {
		e.n = -1
	}
	return e, j + 1
}

// deicticNamed reads a named day, month, season or feast pointed at: "last
// Friday", "next May", "this summer", "last Thanksgiving".
func deicticNamed(p *phrase, i int) (expr, int) {
	d, j := p.pointer(i)
	if d == noDeixis || p.at(j).gap != gapSpace {
		return expr{}, 0
	}
	t := p.at(j)
	if t.id == wThe {
		return expr{}, 0
	}
	switch {
	case p.raw(i) == "current":
		return expr{}, 0
	case t.weekday > 0 && !t.plural && (t.capital || !t.doubtful):
		if e, end := p.dated(j + 1); end > 0 {
			e.weekday = int(t.weekday)
			return e, end
		}
		return expr{kind: onWeekday, unit: day, weekday: int(t.weekday), deixis: d}, j + 1
	case t.month > 0 && (t.capital || !t.doubtful):
		if full, end := monthFirst(p, j); end > 0 && full.year.given() {
			return full, end // "in this April 20, 2010 photograph"
		}
		if n, end := p.dayAfter(j + 1); end > 0 && real(2000, int(t.month), n) {
			return expr{kind: calendar, unit: day, month: int(t.month), day: n, deixis: d}, end
		}
		return expr{kind: calendar, unit: month, month: int(t.month), deixis: d}, j + 1
	case t.season > 0:
		return expr{kind: inSeason, n: int(t.season), deixis: d}, j + 1
	}
	if e, end := festival(p, j); end > 0 && e.kind == festive && e.year.number == 0 {
		e.deixis = d
		return e, end
	}
	return expr{}, 0
}

// season reads "the summer of 1990", "summer 2012", "in the spring". "Fall" and
// "spring" are verbs too and want an article, a preposition or a year.
func season(p *phrase, i int) (expr, int) {
	t := p.at(i)
	if t.season == 0 || t.plural {
		return expr{}, 0
	}
	e := expr{kind: inSeason, n: int(t.season)}
	ref, end := p.yearAfter(i+1, false)
	if end > i+1 {
		e.year = ref
		return e, end
	}
	before, two := p.at(i-1), p.at(i-2)
	if p.at(i+1).id == wOf || t.capital && i > 0 {
		return expr{}, 0
	}
	after := p.at(i + 1)
	noun := after.gap == gapSpace && after.id == 0 && after.tense == noTense && after.num < 0
	switch {
	case t.gap != gapSpace && t.gap != gapHyphen:
		return expr{}, 0
	case before.id == wThe && (two.lead || two.id == wFor || two.id == wOver || two.edge) && !noun, before.edge && !noun,
		before.id == wIn && t.season != 3 && !noun, before.id == wBy && !noun && t.season != 3:
		return e, i + 1
	}
	return expr{}, 0
}

// weekOfDate reads "the week of 17 January" and "the week ending Jan. 21".
func weekOfDate(p *phrase, i int) (expr, int) {
	j := i
	if p.at(j).id == wThe {
		j++
	}
	if p.at(j).unit != week || p.at(j).plural || p.at(j+1).id != wOf {
		return expr{}, 0
	}
	k := j + 2
	if p.at(k).id == wThe {
		k++
	}
	for _, r := range []rule{monthFirst, dayFirst, isoDate, slashDate} {
		if e, end := r(p, k); end > 0 && e.unit == day && e.kind == calendar {
			e.kind, e.unit = weekOf, week
			return e, end
		}
	}
	return expr{}, 0
}
