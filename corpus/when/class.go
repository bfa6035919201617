package when

// tokens has the classes that need no table. One that tests a token stands for it;
// YEAR, WEEKDAY, SEASON, COUNT and the like also note its value.
var tokens = map[string]reader{
	"CAPITAL":    is(func(t *token) bool { return t.capital }),
	"OWN":        is(func(t *token) bool { return t.own }),
	"PLURAL":     is(func(t *token) bool { return t.plural }),
	"EDGE":       is(func(t *token) bool { return t.edge }),
	"LEAD":       is(func(t *token) bool { return t.lead }),
	"DAYPART":    value(func(t *token, e *expr) bool { e.unit = day; return t.daypart && !t.plural }),
	"UNIT":       is(func(t *token) bool { return t.unit != noUnit }),
	"DEIXIS":     is(func(t *token) bool { return t.deixis != noDeixis }),
	"LAST":       is(func(t *token) bool { return t.deixis == last }),
	"THIS":       is(func(t *token) bool { return t.deixis == this }),
	"NEXT":       is(func(t *token) bool { return t.deixis == next }),
	"TWO":        is(func(t *token) bool { return t.cardinal == 2 }),
	"TENS":       is(func(t *token) bool { return t.suffix == 's' }),
	"COMMA":      is(func(t *token) bool { return t.gap == gapComma }),
	"HYPHEN":     is(func(t *token) bool { return t.gap == gapHyphen }),
	"GLUED":      is(func(t *token) bool { return t.gap == gapNone }),
	"LOWERDOUBT": test((*phrase).lowerDoubtful),                // "may", "sat"
	"UNKNOWN":    is(func(t *token) bool { return t.id == 0 }), // no word that a rule asks for
	"TYPED":      test(func(p *phrase, _ int) bool { return p.typed }),
	"GAME":       test(func(p *phrase, _ int) bool { return p.ofGame() }),
	"NOUN":       test((*phrase).noun),
	"CLOSES":     test((*phrase).closes),
	"ADJECTIVE":  test((*phrase).adjective),
	"AMOUNT":     test((*phrase).amount),
	"PASSIVE":    test((*phrase).passive),
	"DATED":      test((*phrase).datedAt),
	"VERB":       test(func(p *phrase, i int) bool { return infinitives[p.small(i)] }),
	"LIKELY":     test(func(p *phrase, i int) bool { return leansOnTo[p.raw(i)] }),
	// What quotation marks or capitals make the name of a programme or a newspaper.
	"QUOTED": test(func(p *phrase, i int) bool { return p.at(i).capital && p.at(i).gap == gapBreak && !p.typed && i > 0 }),
	"TITLE": test(func(p *phrase, i int) bool {
		t := p.at(i)
		quoted := t.gap == gapBreak && i > 0 && p.at(i+1).gap == gapBreak
		return t.capital && (quoted || p.at(i-1).upper && t.gap == gapSpace) && !p.typed
	}),

	"YEAR": func(p *phrase, i int, e *expr) int {
		e.year.number = p.at(i).num
		return endIf(p.isYear(i), i+1)
	},
	"MONTH": func(p *phrase, i int, e *expr) int {
		e.month = int(p.at(i).month)
		return endIf(e.month > 0 && !p.lowerDoubtful(i), i+1)
	},
	"FISCAL": test(func(p *phrase, i int) bool { // or a calendar year's
		return (p.at(i).id == wFiscal || p.at(i).id == wCalendar) && p.at(i+1).gap.near()
	}),
	"SHORTYEAR": value(func(t *token, e *expr) bool { // '90
		e.year.number = shortYear(t.num)
		return t.gap == gapTick && t.digits == 2 && t.suffix == 0
	}),
	"CENTURY": value(func(t *token, e *expr) bool {
		n := t.nth()
		e.year.number, e.n = 100*(n-1), 100*n-1
		return n >= 11 && n <= 21
	}),
	"WEEKDAY":  value(func(t *token, e *expr) bool { e.weekday = int(t.weekday); return t.weekday > 0 }),
	"SEASON":   value(func(t *token, e *expr) bool { e.n = int(t.season); return t.season > 0 }),
	"TURN":     value(func(t *token, e *expr) bool { e.deixis = t.deixis; return t.deixis != noDeixis }),
	"TURNYEAR": value(func(t *token, e *expr) bool { e.year.deixis = t.deixis; return t.deixis != noDeixis }),
	"FINAL":    value(func(t *token, e *expr) bool { e.n = 2; return t.deixis == last }), // the last of two
	"PERIOD": value(func(t *token, e *expr) bool {
		e.unit = t.unit
		return t.unit >= week && t.unit <= decade && t.unit != half
	}),
	"ORD1": ordinal(1, 1), "ORD2": ordinal(1, 2), "ORD4": ordinal(1, 4),
	"WORD2": both([]reader{spelled, ordinal(1, 2)}), "WORD4": both([]reader{spelled, ordinal(1, 4)}),
	"NUM": number(0, 99), "NUM2": number(1, 2), "NUM53": number(1, 53),
	"Q4": func(p *phrase, i int, e *expr) int {
		e.n = p.at(i + 1).num
		return endIf(p.namedQ(i), i+2)
	},
	"COUNT": func(p *phrase, i int, e *expr) int { // how many; n is the factor
		n, end := p.count(i)
		e.n *= n
		return end
	},
	"SOME": func(p *phrase, i int, e *expr) int { // one or more
		n, end := p.count(i)
		e.n *= n
		return endIf(n > 0, end)
	},
	"ONEMORE": func(_ *phrase, i int, e *expr) int { e.n++; return i },
	"INDAYS":  func(_ *phrase, i int, e *expr) int { e.n = (e.n+23)/24 + 1; return i }, // that n hours reach into
	"POINTER": func(p *phrase, i int, e *expr) (end int) {
		e.deixis, end = p.pointer(i)
		return end
	},
	"SHIFT": func(p *phrase, i int, e *expr) (end int) { // a pointer that moves by one unit
		e.deixis, end = p.pointer(i)
		e.n = int(e.deixis) - int(this)
		return end
	},
}

// ordinal reads "third" or "3rd", from low to high.
func ordinal(low, high int) reader {
	return value(func(t *token, e *expr) bool { e.n = t.nth(); return e.n >= low && e.n <= high })
}

func (t *token) nth() int {
	if t.suffix == 't' {
		return t.num
	}
	return int(t.ordinal)
}

// number reads a number of one or two digits, from low to high.
func number(low, high int) reader {
	return value(func(t *token, e *expr) bool { e.n = t.num; return plainNumber(t, 2) && e.n >= low && e.n <= high })
}

// A spelled number is one in words.
var spelled = is(func(t *token) bool { return t.num < 0 })
