package when

// theUnit reads the unit that the telling stands in, where the words about it say
// so: "the end of the month", "earlier in the year", "the full year", "over the
// weekend", "by year-end".
func theUnit(p *phrase, i int) (expr, int) {
	if p.at(i).unit == year && !p.at(i).plural {
		return yearEnd(p, i)
	}
	if p.at(i).id != wThe {
		return expr{}, 0
	}
	j := i + 1
	full := p.at(j).id == wFull
	if full || p.at(j).id == wFiscal || p.at(j).id == wCalendar || p.at(j).deixis == this {
		j++
		if p.at(j).id == wFiscal {
			j++
		}
	}
	t := p.at(j)
	if t.unit == noUnit || t.plural || t.gap != gapSpace || t.own && t.unit != year {
		return expr{}, 0
	}
	e := expr{kind: relative, unit: t.unit, deixis: this}
	before, two := p.at(i-1), p.at(i-2)
	switch {
	case t.unit == weekend:
		e.deixis = noDeixis
	case t.unit == day || t.unit == decade || t.unit == century || t.unit == half || t.unit == quarter:
		return expr{}, 0
	case p.at(j+1).gap == gapSpace && (p.at(j+1).id == wOf || p.at(j+1).id == wBefore || p.at(j+1).id == wAfter || p.at(j+1).unit != noUnit):
		return expr{}, 0
	case full, p.at(j-1).id == wFiscal:
	case before.id == wOf && (two.id == wEnd || two.id == wMiddle || two.unit != noUnit || two.id == wRest):
	case before.id == wIn && (two.id == wEarlier || two.id == wLater || two.edge):
	default:
		return expr{}, 0
	}
	return e, j + 1
}

// yearEnd reads "year-end" and "year's end".
func yearEnd(p *phrase, i int) (expr, int) {
	t := p.at(i + 1)
	if t.id != wEnd || p.raw(i+1) != "end" || !t.gap.near() || p.at(i-1).deixis != noDeixis {
		return expr{}, 0
	}
	return expr{kind: relative, unit: year, deixis: this}, i + 2
}
