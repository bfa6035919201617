package when

import "rapporteur/corpus/text/english"

// yearWords reads a year that qualifies what stands before it.
var yearWords = compile(tokens,
	row{"SHORTYEAR", expr{kind: calendar}},
	row{"_TURNYEAR _year", expr{kind: calendar}},
	row{"that|same year", expr{kind: calendar, year: yearRef{same: true}}},
	row{"the same years", expr{kind: calendar, year: yearRef{same: true}}},
	row{"the new year", expr{kind: calendar, year: yearRef{deixis: next}}},
)

// yearAfter reads a year that qualifies a month, a day or a period. It returns i where there is none.
func (p *phrase) yearAfter(i int) (yearRef, int) {
	t := p.at(i)
	switch {
	case p.isYear(i) && p.typed && t.gap == gapHyphen:
		return yearRef{number: t.num}, i + 1
	case p.isYear(i) && (t.gap == gapSpace || t.gap == gapComma || t.gap == gapDot) && t.suffix == 0 && !p.amount(i):
		if p.nextYear(i + 1) {
			return yearRef{number: t.num}, i + 2 // "the winter of 2021/22" is that of 2021
		}
		return yearRef{number: t.num}, i + 1
	case t.id == wOf && t.gap == gapSpace:
		if ref, end := p.yearAfter(i + 1); end > i+1 {
			return ref, end
		}
		return yearRef{}, i
	case t.cardinal >= 19 && t.gap == gapSpace:
		if n, end := p.spoken(i); end > 0 {
			return yearRef{number: n}, end
		}
	}
	e, end := yearWords.read(p, i)
	return e.year, max(i, end)
}

// nextYear reports whether token i is the year after the one before it, in two digits: "2021/22".
func (p *phrase) nextYear(i int) bool {
	t := p.at(i)
	return t.gap == gapSlash && t.digits == 2 && t.num == (p.at(i-1).num+1)%100
}

var yearNames = compile(tokens,
	row{"fiscal years? YEAR", expr{kind: calendar, unit: year}},
	row{"'FY' GLUED&YEAR", expr{kind: calendar, unit: year}},
	row{"'FY' _YEAR", expr{kind: calendar, unit: year}},
	row{"year _!AMOUNT&YEAR", expr{kind: calendar, unit: year}},
	row{"<LEAD SHORTYEAR", expr{kind: calendar, unit: year}},
)

// yearAlone reads a year in digits, "fiscal 1989", "the year 2000" and "1939-45", but no number that counts something.
func yearAlone(p *phrase, i int) (expr, int) {
	if e, end := yearNames.read(p, i); end > 0 {
		return e, end
	}
	season := p.nextYear(i + 1)
	if !p.isYear(i) || !p.countsNothing(i) && !season {
		return expr{}, 0
	}
	y := p.at(i).num
	if end := p.at(i + 1); end.digits == 2 && (end.gap == gapHyphen || season) {
		return expr{kind: years, unit: year, year: yearRef{number: y}, n: y/100*100 + end.num}, i + 2
	}
	return expr{kind: calendar, unit: year, year: yearRef{number: y}}, i + 1
}

// countsNothing reports whether the number at i is no count, price, time of day or part of a longer number.
func (p *phrase) countsNothing(i int) bool {
	t, before, after := p.at(i), p.at(i-1), p.at(i+1)
	switch {
	case p.amount(i), t.gap == gapColon, t.gap == gapTick, t.gap == gapNone && i > 0,
		t.gap == gapHyphen && before.num < 0 && !before.lead,
		p.goesOn(i+1, gapSlash), after.gap == gapHyphen && after.num < 0 && after.unit != noUnit,
		after.id == wClock, before.id == wAt, before.id == wNumber, p.named(i), p.movedTo(i),
		before.cardinal > 0 && before.id != wA && t.gap == gapSpace:
		return false
	case p.goesOn(i+1, gapHyphen):
		return p.yearsRun(i)
	}
	return p.ledEnough(i)
}

// yearsRun reports whether a hyphen joins the year at i to a later one: "1939-45".
func (p *phrase) yearsRun(i int) bool {
	t, after := p.at(i), p.at(i+1)
	if p.goesOn(i+2, gapHyphen) {
		return false
	}
	return after.digits == 2 && after.num > t.num%100 || after.digits == 4 && after.num >= t.num
}

// ledEnough reports whether the words before the number at i make it a year. A recent one needs none, unless it is
// round or seems to count the plural after it; a distant one needs "in" or the like.
func (p *phrase) ledEnough(i int) bool {
	t, before, after := p.at(i), p.at(i-1), p.at(i+1)
	led := before.lead && t.gap == gapSpace || before.month > 0
	usual := t.num >= 1900 && t.num < 2050
	round := t.num%100 == 0
	if after.gap == gapSpace && after.num < 0 && counted(p, i+1) {
		switch before.id {
		case wOf, wAnd, wOr, wTo:
			return false
		}
		return led && usual && !round && !(after.unit != noUnit && after.plural)
	}
	if usual && (!round || t.num == 2000) {
		return led || !round
	}
	switch before.id {
	case wIn, wSince, wBy, wUntil, wOf, wFrom:
		return led
	}
	return led && before.edge
}

// named reports whether the number at i ends a name: "Windows 2000".
func (p *phrase) named(i int) bool {
	t, before := p.at(i), p.at(i-1)
	name := before.capital && !before.own && before.num < 0 && before.word == (word{})
	return !p.typed && !p.asked && t.gap == gapSpace && name && i > 1
}

// movedTo reports whether the number at i is where something rose or fell to.
func (p *phrase) movedTo(i int) bool {
	return p.at(i-1).id == wTo && moves[p.raw(i-2)]
}

var (
	moves      = english.Set("rose fell grew dropped climbed slipped jumped increased declined closed")
	measures   = english.Set("million billion percent people feet metres meters square cubic more men women children")
	notCounted = english.Set("was has is as this its plus less elections sales results earnings figures games attacks levels prices " +
		"rules talks protests polls does across towards unless always sees says")
)

// counted reports whether the word at i looks like something counted: a lower-case plural, a unit or a measure.
func counted(p *phrase, i int) bool {
	t := p.at(i)
	if t.capital || t.End-t.Start < 4 {
		return false
	}
	if t.unit != noUnit || t.id == wHundred || t.id == wThousand {
		return true
	}
	s := p.raw(i)
	if measures[s] || notCounted[s] {
		return measures[s]
	}
	n := len(s)
	return s[n-1] == 's' && s[n-2] != 's' && s[n-2] != 'u' && s[n-2] != 'i' && !t.own
}

// spokenYear reads years in words, as transcripts print them: "nineteen
// ninety-six", "two thousand and four", "twenty thirteen".
func spokenYear(p *phrase, i int) (expr, int) {
	n, end := p.spoken(i)
	if end == 0 {
		return expr{}, 0
	}
	before := p.at(i - 1)
	led := p.at(i).cardinal == 19 || before.lead || before.unit == year || before.month > 0 || before.edge
	if !led || counted(p, end) && p.at(end).gap == gapSpace {
		return expr{}, 0
	}
	return expr{kind: calendar, unit: year, year: yearRef{number: n}}, end
}

// decadeDate reads "the 1980s", "the late '70s", "the nineties".
func decadeDate(p *phrase, i int) (expr, int) {
	y := p.decadeStart(i)
	switch {
	case y == 0:
		return expr{}, 0
	case y%100 == 0 && y < 2000: // "the 1800s" are a century
		return expr{kind: years, unit: decade, year: yearRef{number: y}, n: y + 99}, i + 1
	}
	return expr{kind: inDecade, unit: decade, year: yearRef{number: y}}, i + 1
}

// decadeStart is the first year of the decade at token i, or 0.
func (p *phrase) decadeStart(i int) int {
	t := p.at(i)
	switch {
	case t.decade > 0 && t.gap.near() && p.theDecade(i):
		return shortDecade(int(t.decade))
	case t.num%10 != 0:
		return 0
	case t.digits == 4 && t.suffix == 's' && t.num >= 1000 && t.num < 2100,
		t.digits == 4 && t.own && t.num%100 != 0 && t.num >= 1900 && t.num < 2000 && p.at(i-1).id == wThe:
		return t.num
	case t.digits == 2 && (t.suffix == 's' || t.own) && (t.gap == gapTick || p.theDecade(i)):
		return shortDecade(t.num)
	}
	return 0
}

// theDecade reports whether the words before token i make it a decade, "the mid-90s", and not an age, "in his mid-90s".
func (p *phrase) theDecade(i int) bool {
	if p.at(i - 1).edge {
		i--
	}
	before := p.at(i - 1)
	return before.id == wThe || before.id == wSince || p.typed
}

// shortDecade is the decade of "the '80s": from the twenties on, of the twentieth century.
func shortDecade(n int) int {
	if n < 20 {
		return 2000 + n
	}
	return 1900 + n
}
