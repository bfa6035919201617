package when

// beforeLast reads "the week before last", "friday before last", "two fridays ago"
// and "a week ago friday".
func beforeLast(p *phrase, i int) (expr, int) {
	j := i
	if p.at(j).id == wThe {
		j++
	}
	t := p.at(j)
	if p.at(j+1).id == wBefore && p.at(j+2).deixis == last {
		switch {
		case t.unit != noUnit && t.unit != day && !t.plural:
			return expr{kind: relative, unit: t.unit, n: -2, deixis: last}, j + 3
		case t.weekday > 0:
			return expr{kind: weekdaysAgo, unit: day, weekday: int(t.weekday), n: 2}, j + 3
		}
		return expr{}, 0
	}
	n, k := p.count(i)
	if k == 0 {
		return expr{}, 0
	}
	if w := p.at(k); w.weekday > 0 && p.at(k+1).id == wAgo {
		return expr{kind: weekdaysAgo, unit: day, weekday: int(w.weekday), n: n}, k + 2
	}
	if p.at(k).unit != week || p.at(k+1).id != wAgo {
		return expr{}, 0
	}
	k += 2
	if p.at(k).id == wOn || p.at(k).deixis == last {
		k++
	}
	if w := p.at(k); w.weekday > 0 {
		return expr{kind: weekdaysAgo, unit: day, weekday: int(w.weekday), n: n + 1}, k + 1
	}
	return expr{}, 0
}

// ahead reads "in 3 days", "two weeks from now" and "a week from today".
func ahead(p *phrase, i int) (expr, int) {
	in := p.at(i).id == wIn
	if in {
		i++
	}
	n, j := p.count(i)
	u := p.at(j)
	if j == 0 || u.unit == noUnit || u.unit > year || u.unit == weekend {
		return expr{}, 0
	}
	e := expr{kind: relative, unit: u.unit, n: n}
	from := p.at(j+1).id == wFrom && (p.raw(j+2) == "now" || p.at(j+2).id == wToday)
	switch {
	case from && p.at(j+2).id == wToday:
		e.kind = toTheDay
		return e, j + 3
	case from:
		return e, j + 3
	case in && u.gap == gapSpace:
		return e, j + 1
	}
	return expr{}, 0
}

// hours reads "last 24 hours": the days that they reach into.
func hours(p *phrase, i int) (expr, int) {
	t := p.at(i)
	n, j := p.count(i + 1)
	if t.deixis != last && t.id != wPast || j == 0 || n == 0 || p.raw(j) != "hours" && p.raw(j) != "hrs" {
		return expr{}, 0
	}
	return expr{kind: upTo, unit: day, n: (n+23)/24 + 1, deixis: last}, j + 1
}

// weekendOf reads "the weekend of jan 15".
func weekendOf(p *phrase, i int) (expr, int) {
	if t := p.at(i); t.unit != weekend || t.plural || p.at(i+1).id != wOf {
		return expr{}, 0
	}
	for _, r := range []rule{monthFirst, dayFirst, isoDate, slashDate, shortDate} {
		if e, end := r(p, i+2); end > 0 && e.unit == day {
			return expr{kind: weekOf, unit: weekend, year: e.year, month: e.month, day: e.day, n: int(e.kind)}, end
		}
	}
	return expr{}, 0
}

// seasonAlone reads a season without more.
func seasonAlone(p *phrase, i int) (expr, int) {
	t := p.at(i)
	if t.season == 0 || t.plural || !p.typed {
		return expr{}, 0
	}
	return expr{kind: inSeason, n: int(t.season)}, i + 1
}

// centuryNumber reads "20th century" and "the nineteenth century".
func centuryNumber(p *phrase, i int) (expr, int) {
	t := p.at(i)
	n := int(t.ordinal)
	if t.suffix == 't' {
		n = t.num
	}
	if n < 11 || n > 21 || p.at(i+1).unit != century {
		return expr{}, 0
	}
	return expr{kind: years, unit: century, year: yearRef{number: 100 * (n - 1)}, n: 100*n - 1}, i + 2
}
