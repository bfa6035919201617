package when

import "slices"

// distance is the units that members count to another day.
const distance = "days|weeks|months|quarters|halves|years"

// typedRows are rules that only members use, each row a rule of its own.
var typedRows = compile(classes,
	row{"YEAR 'W'|'w' GLUED&NUM", expr{kind: isoWeek, unit: week}},
	row{"week|'wk' _NUM53 of? YEAR", expr{kind: isoWeek, unit: week}},
	row{"week|'wk' _NUM53", expr{kind: isoWeek, unit: week}},
	row{"'w' 'c' the? TYPEDDAY", expr{kind: weekOf, unit: week}},
	row{"'wc' the? TYPEDDAY", expr{kind: weekOf, unit: week}},
	row{"week 'commencing'|'beginning'|'starting'|'of'|'from'|'ending' the? TYPEDDAY", expr{kind: weekOf, unit: week}},
	row{"weekend of TYPEDDATE", expr{kind: weekOf, unit: weekend}},
	row{"WORD4 weeks of WHOLEMONTH", expr{kind: weekIn, unit: month}},
	row{"LAST weeks of WHOLEMONTH", expr{kind: weekIn, unit: month, n: -1}},
	row{"LAST|past SOME _" + distance, expr{kind: upTo, n: 1, deixis: last}},
	row{"past _" + distance, expr{kind: upTo, n: 1, deixis: last}},
	row{"NEXT SOME _" + distance, expr{kind: upTo, n: 1, deixis: next}},
	row{"LAST|past SOME 'hours'|'hrs' INDAYS", expr{kind: upTo, unit: day, n: 1, deixis: last}},
	row{"YEAR 'h'|'H' GLUED&NUM2", expr{kind: nthHalf, unit: half}},
	row{"'h'|'H' GLUED&NUM2 YEAR", expr{kind: nthHalf, unit: half}},
	row{"'h'|'H' GLUED&NUM2", expr{kind: nthHalf, unit: half}},
	row{"COUNT " + distance + "|weekends ago today", expr{kind: toTheDay, n: -1}},
	row{"COUNT 'fortnight' ago", expr{kind: relative, unit: week, n: -2}},
	row{"the? week|weekend|month|quarter|half|year|decade|century before LAST", expr{kind: relative, n: -2, deixis: last}},
	row{"the? WEEKDAY before LAST", expr{kind: weekdaysAgo, unit: day, n: 2}},
	row{"COUNT WEEKDAY ago", expr{kind: weekdaysAgo, unit: day, n: 1}},
	row{"COUNT weeks ago on|LAST? WEEKDAY ONEMORE", expr{kind: weekdaysAgo, unit: day, n: 1}},
	row{"in? COUNT " + distance + " from today", expr{kind: toTheDay, n: 1}},
	row{"in? COUNT " + distance + " from 'now'", expr{kind: relative, n: 1}},
	row{"in COUNT _" + distance, expr{kind: relative, n: 1}},
	row{"CENTURY centuries", expr{kind: years, unit: century}},
	row{"TYPED&SEASON", expr{kind: inSeason}},
	row{"TYPED&'now'", expr{kind: relative, unit: day}},
)

// memberGrammar adds to the grammar the rules for what only members write.
var memberGrammar = slices.Concat(grammar, []rule{shortDate, shortMonth, dayOfThisMonth}, typedRows.rules())

// rules makes each row of a table a rule of its own.
func (t table) rules() []rule {
	out := make([]rule, len(t))
	for k := range t {
		out[k] = t[k : k+1].read
	}
	return out
}

// shortMonth reads "2022-01", "2022/01" and "01/2022".
func shortMonth(p *phrase, i int) (expr, int) {
	t, a := p.at(i), p.at(i+1)
	if a.gap != gapHyphen && a.gap != gapSlash && a.gap != gapPoint || p.goesOn(i+2, a.gap) {
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
	after := p.at(j + 1)
	noun := !p.typed && e.weekday == 0 && after.gap == gapSpace && after.id == 0
	if noun || after.month > 0 || after.id == wOf {
		return expr{}, 0
	}
	e.day = t.num
	return e, j + 1
}
