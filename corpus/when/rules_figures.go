package when

import "rapporteur/corpus/text/english"

// isoDate reads 2022-01-21, 2022/01/21 and 20220121.
func isoDate(p *phrase, i int) (expr, int) {
	t := p.at(i)
	if t.digits == 8 && t.suffix == 0 && t.gap != gapMoney && t.gap != gapPoint {
		y, m, d := t.num/10000, t.num/100%100, t.num%100
		if y >= 1900 && y < 2100 && validDay(y, m, d) {
			return expr{kind: calendar, unit: day, year: yearRef{number: y}, month: m, day: d}, i + 1
		}
	}
	a, b := p.at(i+1), p.at(i+2)
	if !p.isYear(i) || a.digits == 0 || a.digits > 2 || b.digits == 0 || b.digits > 2 ||
		a.gap != b.gap || a.gap != gapHyphen && a.gap != gapSlash || !validDay(t.num, a.num, b.num) {
		return expr{}, 0
	}
	return expr{kind: calendar, unit: day, year: yearRef{number: t.num}, month: a.num, day: b.num}, i + 3
}

// slashDate reads 01/21/22, 21/1/2022, 21-01-2022 and 21.01.2022. Only points show that the day comes first.
func slashDate(p *phrase, i int) (expr, int) {
	t, a, b := p.at(i), p.at(i+1), p.at(i+2)
	if t.gap == gapMoney || t.gap == gapPoint || !plainNumber(t, 2) || !plainNumber(a, 2) || a.gap != b.gap ||
		b.suffix != 0 || p.goesOn(i+3, a.gap) {
		return expr{}, 0
	}
	pointed := a.gap == gapPoint && p.text[t.End] == '.'
	short := b.digits == 2 && a.gap == gapSlash
	if !short && (b.digits != 4 || a.gap != gapSlash && a.gap != gapHyphen && !pointed) {
		return expr{}, 0
	}
	y := b.num
	if short {
		y = shortYear(y)
	}
	dayFirst := validDay(y, a.num, t.num)
	if y < 1000 || y >= 2100 || !dayFirst && !validDay(y, t.num, a.num) {
		return expr{}, 0
	}
	e := expr{kind: slashed, unit: day, year: yearRef{number: y}, month: t.num, day: a.num}
	if pointed && dayFirst {
		e.kind, e.month, e.day, e.dayBeforeMonth = calendar, a.num, t.num, true
	}
	return e, i + 3
}

// shortDate reads "21.1.", "21.1.22", "1/21" and "21-1-22", as members write them.
// Points put the day first; the order of the others is the member's.
func shortDate(p *phrase, i int) (expr, int) {
	t, a, b := p.at(i), p.at(i+1), p.at(i+2)
	led := p.typed || p.at(i-1).lead || p.at(i-1).id == wOn
	if !led || t.gap == gapMoney || !plainNumber(t, 2) || !plainNumber(a, 2) {
		return expr{}, 0
	}
	e := expr{kind: slashed, unit: day, month: t.num, day: a.num}
	switch {
	case a.gap == gapPoint && p.text[t.End] == '.':
		e = expr{kind: calendar, unit: day, month: a.num, day: t.num, dayBeforeMonth: true}
	case a.gap != gapSlash && a.gap != gapHyphen:
		return expr{}, 0
	}
	if !validDay(2000, e.month, e.day) && (e.kind == calendar || !validDay(2000, e.day, e.month)) {
		return expr{}, 0
	}
	more := p.goesOn(i+2, a.gap)
	switch {
	case more && plainNumber(b, 2) && b.digits == 2:
		e.year.number = shortYear(b.num)
	case more && p.isYear(i+2) && b.suffix == 0:
		e.year.number = b.num
	case more || a.gap == gapHyphen:
		return expr{}, 0
	default:
		return e, i + 2
	}
	return e, i + 3
}

// septemberEleventh reads "9/11" and "the Sept. 11 attacks": 2001 in every article.
func septemberEleventh(p *phrase, i int) (expr, int) {
	e := expr{kind: calendar, unit: day, year: yearRef{number: 2001}, month: 9, day: 11}
	t, a := p.at(i), p.at(i+1)
	switch {
	case !p.typed && t.num == 9 && t.digits == 1 && a.num == 11 && a.gap == gapSlash && p.at(i+2).gap != gapSlash:
		return e, i + 2
	case t.month != 9 && t.num != 11:
		return expr{}, 0
	}
	d, end := monthFirst(p, i)
	if end == 0 {
		d, end = dayFirst(p, i)
	}
	if d.month != 9 || d.day != 11 || d.year.given() || !september11[p.raw(end)] {
		return expr{}, 0
	}
	return e, end
}

var september11 = english.Set("attacks attack terrorist terror hijackings hijackers Commission")
