package when

// quarterDate reads "the third quarter", "fourth-quarter", "the first quarter of
// 1990", "the 1988 second quarter", "Q3 2009" and "the latest quarter".
func quarterDate(p *phrase, i int) (expr, int) {
	j := i
	if p.at(j).id == wFiscal || p.at(j).id == wCalendar {
		j++
	}
	e := expr{kind: nthQuarter, unit: quarter}
	lead := p.at(j)
	switch {
	case p.isYear(j) && p.namedQ(j+1) && p.at(j+1).gap != gapComma:
		e.year.number, e.n = lead.num, p.at(j+2).num
		return e, j + 3
	case p.isYear(j) && j == i:
		e.year.number = lead.num
		j++
		if p.at(j).id == wFiscal {
			j++
		}
		if p.at(j).unit == quarter && !p.at(j).plural || p.at(j).id == wPeriod {
			e.kind, e.unit = latest, p.at(j).unit
			return e, j + 1
		}
	case p.namedQ(j):
		e.n = p.at(j + 1).num
		var end int
		e.year, end = p.yearAfter(j+2, false)
		return e, end
	}
	t := p.at(j)
	n := int(t.ordinal)
	if t.suffix == 't' {
		n = t.num
	}
	if j > i && !t.gap.near() || n < 1 || n > 4 || p.at(j+1).unit != quarter || p.at(j+1).plural || !p.at(j+1).gap.near() {
		if e.year.number != 0 {
			return expr{}, 0
		}
		return latestPeriod(p, i)
	}
	if p.ofGame() {
		return expr{}, 0
	}
	e.n = n
	if e.year.number != 0 {
		return e, j + 2
	}
	end := j + 2
	if p.at(end).id == wOf && p.at(end+1).id == wFiscal {
		if _, at := yearAlone(p, end+1); at > 0 {
			e.year.number = p.at(at - 1).num
			return e, at
		}
	}
	if p.at(end).id == wOf && p.at(end+1).id == wThe && p.at(end+2).unit == year {
		return e, end + 3
	}
	e.year, end = p.yearAfter(end, false)
	return e, end
}

// ofGame reports whether the sentence tells of a match, whose quarters are no
// dates.
func (p *phrase) ofGame() bool {
	for i := range p.toks {
		if p.toks[i].id == wSport {
			return true
		}
	}
	return false
}

// namedQ reports whether "Q1" to "Q4" stands at token i.
func (p *phrase) namedQ(i int) bool {
	n := p.at(i + 1)
	letter := p.raw(i) == "Q" || p.raw(i) == "q" && (p.typed || p.asked)
	return letter && n.gap == gapNone && plainNumber(n, 1) && n.num >= 1 && n.num <= 4
}

// latestPeriod reads "the quarter", "the latest period", "the comparable period
// last year": the stretch an earnings report is about.
func latestPeriod(p *phrase, i int) (expr, int) {
	j := i
	the := p.at(j).id == wThe
	if the {
		j++
	}
	t := p.at(j)
	fresh := t.id == wLatest
	like := t.id == wComparable || t.id == wSame
	if fresh || like {
		j++
		if y := p.at(j); y.unit == year && (p.at(j+1).id == wEarlier || p.at(j+1).id == wAgo) {
			e, end := yearEarlier(p, j)
			return e, end
		}
	}
	u := p.at(j)
	if u.gap != gapSpace || u.plural || !(u.unit == quarter || u.id == wPeriod && (fresh || like)) || !the && !fresh {
		return expr{}, 0
	}
	if !fresh && !like && (p.at(j+1).id == wOf || p.at(j+1).unit != noUnit || p.at(j+1).gap == gapHyphen) {
		return expr{}, 0
	}
	e := expr{kind: latest, unit: quarter}
	if k := j + 1; p.at(k).id == wA && p.at(k+1).unit == year && (p.at(k+2).id == wEarlier || p.at(k+2).id == wAgo) {
		return expr{kind: yearAgo, n: -1}, k + 3
	}
	if like {
		ref, end := p.yearAfter(j+1, false)
		if end == j+1 && u.id == wPeriod {
			return expr{}, 0
		}
		e.year = ref
		return e, end
	}
	return e, j + 1
}

// halfDate reads "the first half of 1990", "the second half" and "the first two
// quarters of 1990".
func halfDate(p *phrase, i int) (expr, int) {
	t := p.at(i)
	n, j := int(t.ordinal), i+1
	if t.suffix == 't' {
		n = t.num
	}
	if t.deixis == last {
		n = 2
	}
	e := expr{kind: nthHalf, unit: half, n: n}
	switch {
	case n < 1 || n > 2:
		return expr{}, 0
	case p.at(j).unit == half && p.at(j).gap.near():
		j++
	case n == 1 && p.at(j).cardinal == 2 && p.at(j+1).unit == quarter:
		j += 2
	default:
		return expr{}, 0
	}
	if p.at(j).id == wOf && p.at(j+1).id == wThe && p.at(j+2).unit == year {
		return e, j + 3
	}
	if p.at(j).id == wOf && (p.at(j+1).suffix == 's' || p.at(j+1).id == wThe) {
		return expr{}, 0
	}
	ref, end := p.yearAfter(j, false)
	if end == j {
		return expr{}, 0 // of a match, as often as of a year
	}
	e.year = ref
	return e, end
}
