package when

// grammar is all rules for prose. The longest reading wins; of equals, the first rule.
var grammar = []rule{
	septemberEleventh,
	isoDate,
	slashDate,
	monthFirst,
	dayFirst,
	holiday,
	weekdayDate,
	dayWords.read,
	shifted.read,
	pointed.read,
	distances.read,
	narrations.read,
	definiteUnits.read,
	quarters.read,
	halves.read,
	seasons.read,
	decadeDate,
	spokenYear,
	yearAlone,
	weeks.read,
}

// starts reports whether an expression can begin with t, so that most words skip the rules.
func starts(t *token) bool {
	if t.starts&(startsNumber|startsUnit|startsNamed) != 0 || t.decade > 0 {
		return true
	}
	switch t.id {
	case wThe, wYesterday, wToday, wTonight, wTomorrow, wOvernight, wFiscal, wFollowing, wPrevious, wSame, wThat,
		wPast, wLatest, wFull, wComparable, wNew, wCalendar:
		return true
	}
	return t.capital && !t.upper || t.upper && t.End-t.Start < 3
}

// read is the longest expression at token i.
func (p *phrase) read(i int) (expr, int) {
	var best expr
	end := 0
	rules := grammar
	if p.typed || p.asked {
		rules = memberGrammar
	} else if !starts(p.at(i)) {
		return best, 0
	}
	for _, r := range rules {
		if e, n := r(p, i); n > end {
			best, end = e, n
		}
	}
	return best, end
}

// mentions appends the expressions of the phrase, which is sentence s.
func (p *phrase) mentions(s int, out []mention) []mention {
	from := len(out)
	for i := 0; i < len(p.toks); {
		e, end := p.read(i)
		if end == 0 {
			i++
			continue
		}
		lo := 0
		if len(out) > from {
			lo = out[len(out)-1].end
		}
		m := mention{expr: e, sentence: s, first: p.lead(i, lo, e.kind), end: p.trail(end, e)}
		m.Start, m.End = p.toks[m.first].Start, p.toks[m.end-1].End
		m.tense = p.tenseOf(m.first, m.end)
		out = append(out, m)
		out, i = p.lists(out, i, m.end)
	}
	return p.ranges(from, out)
}

// lead moves the start of an expression back over "early", "the end of", "later that", at most to token lo.
func (p *phrase) lead(i, lo int, k kind) int {
	core := i
	for i > lo {
		t, gap := p.at(i-1), p.at(i).gap
		if !gap.near() {
			return i
		}
		switch {
		case t.edge, t.id == wMiddle, t.id == wEarlier, t.id == wLater:
			i--
		case t.id == wThe && (i < core || k != calendar && k != onHoliday):
			return i - 1
		case t.id == wOf && i-2 >= lo && (p.at(i-2).id == wEnd || p.at(i-2).id == wMiddle):
			i -= 2
		default:
			return i
		}
	}
	return i
}

// trail moves the end of an expression over a part of the day: "Friday morning".
func (p *phrase) trail(end int, e expr) int {
	t := p.at(end)
	if t.daypart && t.gap == gapSpace && (e.kind == onWeekday || e.unit == day) {
		return end + 1
	}
	return end
}
