package when

// isoDate reads 2022-01-21, 2022/01/21 and 20220121.
func isoDate(p *phrase, i int) (expr, int) {
	t := p.at(i)
	if t.digits == 8 && t.suffix == 0 && t.gap != gapMoney && t.gap != gapPoint {
		y, m, d := t.num/10000, t.num/100%100, t.num%100
		if y >= 1900 && y < 2100 && real(y, m, d) {
			return expr{kind: calendar, unit: day, year: yearRef{number: y}, month: m, day: d}, i + 1
		}
	}
	a, b := p.at(i+1), p.at(i+2)
	if !p.isYear(i) || a.digits == 0 || a.digits > 2 || b.digits == 0 || b.digits > 2 ||
		a.gap != b.gap || a.gap != gapHyphen && a.gap != gapSlash || !real(t.num, a.num, b.num) {
		return expr{}, 0
	}
	return expr{kind: calendar, unit: day, year: yearRef{number: t.num}, month: a.num, day: b.num}, i + 3
}

// slashDate reads 01/21/22, 21/1/2022, 21-01-2022 and 21.01.2022, leaving the
// order of day and month open.
func slashDate(p *phrase, i int) (expr, int) {
	t, a, b := p.at(i), p.at(i+1), p.at(i+2)
	if t.gap == gapMoney || t.gap == gapPoint || !plainNumber(t, 2) || !plainNumber(a, 2) || a.gap != b.gap {
		return expr{}, 0
	}
	switch a.gap {
	case gapSlash:
		if b.digits != 2 && b.digits != 4 {
			return expr{}, 0
		}
	case gapPoint, gapHyphen:
		if b.digits != 4 {
			return expr{}, 0
		}
	default:
		return expr{}, 0
	}
	if b.suffix != 0 || p.at(i+3).gap == a.gap && p.at(i+3).num >= 0 {
		return expr{}, 0
	}
	y := b.num
	if b.digits == 2 {
		y = shortYear(y)
	}
	if a.gap == gapPoint && p.text[t.End] != '.' {
		return expr{}, 0
	}
	if y < 1000 || y >= 2100 || !real(y, t.num, a.num) && !real(y, a.num, t.num) {
		return expr{}, 0
	}
	e := expr{kind: slashed, unit: day, year: yearRef{number: y}, month: t.num, day: a.num}
	if a.gap == gapPoint && real(y, a.num, t.num) {
		e.kind, e.month, e.day, e.dayBeforeMonth = calendar, a.num, t.num, true // points put the day first
	}
	return e, i + 3
}

// septemberEleventh reads "9/11" and "the Sept. 11 attacks": 2001, whatever the
// day of publication.
func septemberEleventh(p *phrase, i int) (expr, int) {
	e := expr{kind: calendar, unit: day, year: yearRef{number: 2001}, month: 9, day: 11}
	if t, a := p.at(i), p.at(i+1); t.num == 9 && t.digits == 1 && a.num == 11 && a.gap == gapSlash && p.at(i+2).gap != gapSlash && !p.typed {
		return e, i + 2
	}
	if t := p.at(i); t.month != 9 && t.num != 11 {
		return expr{}, 0
	}
	d, end := monthFirst(p, i)
	if end == 0 {
		if d, end = dayFirst(p, i); end == 0 {
			return expr{}, 0
		}
	}
	if d.month != 9 || d.day != 11 || d.year.given() {
		return expr{}, 0
	}
	switch p.raw(end) {
	case "attacks", "attack", "terrorist", "terror", "hijackings", "hijackers", "Commission":
		return e, end
	}
	return expr{}, 0
}

func plainNumber(t *token, most int8) bool {
	return t.digits > 0 && t.digits <= most && t.suffix == 0
}

// shortYear is the year meant by two digits: the POSIX rule, 69 to 99 before the
// turn of the century (strptime, %y).
func shortYear(y int) int {
	if y >= 69 {
		return 1900 + y
	}
	return 2000 + y
}
