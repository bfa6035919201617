package when

// typedGrammar is the rules for what only members write, tried beside the grammar
// of prose.
var typedGrammar = []rule{
	shortDate,
	shortMonth,
	numberedWeek,
	weekBeginning,
	weekOfMonth,
	dayOfThisMonth,
	rolling,
	shortHalf,
	yearAgoToday,
	fortnightAgo,
	beforeLast,
	ahead,
	hours,
	weekendOf,
	seasonAlone,
	centuryNumber,
	nowWord,
}

// shortDate reads "21.1.", "21.1.22", "1/21" and "21-1-22". Points put the day
// first; the order of the others is the member's.
func shortDate(p *phrase, i int) (expr, int) {
	t, a, b := p.at(i), p.at(i+1), p.at(i+2)
	if !plainNumber(t, 2) || !plainNumber(a, 2) || t.gap == gapMoney || !p.typed && !p.at(i-1).lead && p.at(i-1).id != wOn {
		return expr{}, 0
	}
	pointed := a.gap == gapPoint && p.text[t.End] == '.'
	if !pointed && a.gap != gapSlash && a.gap != gapHyphen {
		return expr{}, 0
	}
	e := expr{kind: slashed, unit: day, month: t.num, day: a.num}
	if pointed {
		e = expr{kind: calendar, unit: day, month: a.num, day: t.num, dayBeforeMonth: true}
	}
	if !real(2000, e.month, e.day) && (pointed || !real(2000, e.day, e.month)) {
		return expr{}, 0
	}
	year := b.gap == a.gap && (plainNumber(b, 2) && b.digits == 2 || p.isYear(i+2) && b.suffix == 0)
	switch {
	case year && b.digits == 2:
		e.year.number = shortYear(b.num)
	case year:
		e.year.number = b.num
	case a.gap == gapHyphen, b.num >= 0 && b.gap == a.gap:
		return expr{}, 0
	}
	if year {
		return e, i + 3
	}
	return e, i + 2
}

// shortMonth reads "2022-01", "2022/01" and "01/2022".
func shortMonth(p *phrase, i int) (expr, int) {
	t, a := p.at(i), p.at(i+1)
	if a.gap != gapHyphen && a.gap != gapSlash && a.gap != gapPoint || p.at(i+2).gap == a.gap && p.at(i+2).num >= 0 {
		return expr{}, 0
	}
	y, m := t, a
	if p.isYear(i + 1) {
		y, m = a, t
	} else if !p.isYear(i) || a.gap == gapPoint {
		return expr{}, 0
	}
	if !plainNumber(m, 2) || m.num < 1 || m.num > 12 || y == t && m.digits != 2 {
		return expr{}, 0
	}
	return expr{kind: calendar, unit: month, year: yearRef{number: y.num}, month: m.num}, i + 2
}

// numberedWeek reads "2022-W03", "week 3" and "week 3 of 2022": weeks of ISO 8601.
func numberedWeek(p *phrase, i int) (expr, int) {
	e := expr{kind: isoWeek, unit: week}
	t, a := p.at(i), p.at(i+1)
	switch {
	case p.isYear(i) && (p.raw(i+1) == "W" || p.raw(i+1) == "w") && plainNumber(p.at(i+2), 2) && p.at(i+2).gap == gapNone:
		e.year.number, e.n = t.num, p.at(i+2).num
		return e, i + 3
	case (t.unit == week && !t.plural || p.raw(i) == "wk") && plainNumber(a, 2) && a.gap == gapSpace && a.num >= 1 && a.num <= 53:
		e.n = a.num
		j := i + 2
		if p.at(j).id == wOf {
			j++
		}
		if p.isYear(j) {
			e.year.number = p.at(j).num
			return e, j + 1
		}
		return e, i + 2
	}
	return expr{}, 0
}

// weekBeginning reads "week of 1/17", "week commencing 17 January" and "w/c 17 jan".
func weekBeginning(p *phrase, i int) (expr, int) {
	j := i
	switch s := p.raw(i); {
	case s == "w" && p.raw(i+1) == "c":
		j += 2
	case s == "wc":
		j++
	case p.at(i).unit == week && !p.at(i).plural:
		switch p.raw(i + 1) {
		case "commencing", "beginning", "starting", "of", "from", "ending":
			j += 2
		}
	}
	if j == i {
		return expr{}, 0
	}
	if p.at(j).id == wThe {
		j++
	}
	for _, r := range []rule{monthFirst, dayFirst, isoDate, slashDate, shortDate, dayOfThisMonth} {
		if e, end := r(p, j); end > 0 && e.unit == day {
			return expr{kind: weekOf, unit: week, year: e.year, month: e.month, day: e.day, n: int(e.kind)}, end
		}
	}
	return expr{}, 0
}

// weekOfMonth reads "the first week of January" and "last week of march 2021": its
// first or last seven days, or those in between, seven at a time.
func weekOfMonth(p *phrase, i int) (expr, int) {
	n := int(p.at(i).ordinal)
	if p.at(i).deixis == last {
		n = -1
	}
	if n == 0 || n > 4 || p.at(i+1).unit != week || p.at(i+2).id != wOf {
		return expr{}, 0
	}
	e, end := monthFirst(p, i+3)
	if end == 0 || e.unit != month {
		return expr{}, 0
	}
	e.kind, e.n = weekIn, n
	return e, end
}

// dayOfThisMonth reads "the 21st", and "friday 21" or "friday the 21st".
func dayOfThisMonth(p *phrase, i int) (expr, int) {
	e := expr{kind: dayAlone, unit: day}
	j := i
	if w := p.at(j); w.weekday > 0 && !w.plural {
		e.weekday = int(w.weekday)
		j++
	}
	if p.at(j).id == wThe {
		j++
	}
	t := p.at(j)
	if !p.isDayNumber(j) || t.suffix != 't' && (e.weekday == 0 || !p.typed) || t.gap != gapSpace && t.gap != gapNone {
		return expr{}, 0
	}
	if after := p.at(j + 1); !p.typed && e.weekday == 0 && after.gap == gapSpace && after.id == 0 || after.month > 0 || after.id == wOf {
		return expr{}, 0
	}
	e.day = t.num
	return e, j + 1
}

// rolling reads "last 3 days", "past week" and "next two weeks": so many days up
// to today, or from it.
func rolling(p *phrase, i int) (expr, int) {
	t := p.at(i)
	d := t.deixis
	if t.id == wPast {
		d = last
	}
	n, j := p.count(i + 1)
	if j == 0 && t.id == wPast {
		n, j = 1, i+1
	}
	u := p.at(j)
	if d != last && d != next || j == 0 || n == 0 || u.unit == noUnit || u.unit > year || u.unit == weekend || u.gap != gapSpace {
		return expr{}, 0
	}
	return expr{kind: upTo, unit: u.unit, n: n, deixis: d}, j + 1
}

// shortHalf reads "h1 2021" and "2021 h2".
func shortHalf(p *phrase, i int) (expr, int) {
	j := i
	if p.isYear(i) {
		j++
	}
	if s := p.raw(j); s != "h" && s != "H" {
		return expr{}, 0
	}
	t := p.at(j + 1)
	if !plainNumber(t, 1) || t.gap != gapNone || t.num < 1 || t.num > 2 {
		return expr{}, 0
	}
	e := expr{kind: nthHalf, unit: half, n: t.num}
	if j > i {
		e.year.number = p.at(i).num
		return e, j + 2
	}
	if p.isYear(j + 2) {
		e.year.number = p.at(j + 2).num
		return e, j + 3
	}
	return e, j + 2
}

// yearAgoToday reads "a year ago today" and "3 weeks ago today": to the day.
func yearAgoToday(p *phrase, i int) (expr, int) {
	n, j := p.count(i)
	if j == 0 || p.at(j).unit < day || p.at(j).unit > year || p.at(j+1).id != wAgo || p.at(j+2).id != wToday {
		return expr{}, 0
	}
	return expr{kind: toTheDay, unit: p.at(j).unit, n: -n}, j + 3
}

// fortnightAgo reads "a fortnight ago".
func fortnightAgo(p *phrase, i int) (expr, int) {
	n, j := p.count(i)
	if j == 0 || p.raw(j) != "fortnight" || p.at(j+1).id != wAgo {
		return expr{}, 0
	}
	return expr{kind: relative, unit: week, n: -2 * n}, j + 2
}

// nowWord reads "now".
func nowWord(p *phrase, i int) (expr, int) {
	if !p.typed || p.raw(i) != "now" {
		return expr{}, 0
	}
	return expr{kind: relative, unit: day}, i + 1
}
