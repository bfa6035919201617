package when

// shifted reads a distance from the day of telling, "two weeks ago", and from
// what was told before, "a year earlier", "ten days later".
func shifted(p *phrase, i int) (expr, int) {
	n, j := p.count(i)
	if j == 0 {
		return yearEarlier(p, i)
	}
	if t := p.at(j); t.id == wFull {
		j++
	}
	t := p.at(j)
	if t.unit == noUnit || t.unit == weekend || t.unit == half || !t.gap.near() {
		return expr{}, 0
	}
	e := expr{unit: t.unit, n: n}
	w := p.at(j + 1)
	if w.gap != gapSpace && w.gap != gapHyphen {
		return expr{}, 0
	}
	switch {
	case w.id == wAgo:
		e.kind, e.n = relative, -n
	case w.id == wEarlier:
		e.kind, e.n = narrated, -n
	case w.id == wLater && !p.follows(j+2, wThat):
		e.kind = narrated
	case w.id == wBefore && p.closes(j+2):
		e.kind, e.n = narrated, -n
	case w.id == wAfter && p.closes(j+2):
		e.kind = narrated
	default:
		return expr{}, 0
	}
	if t.unit == century {
		return expr{}, 0
	}
	return p.yearEarlierOf(e, j+2)
}

// yearEarlierOf extends "a year-earlier" to "a year-earlier quarter".
func (p *phrase) yearEarlierOf(e expr, end int) (expr, int) {
	if t := p.at(end); e.unit == year && t.gap.near() && !t.plural && (t.unit == quarter || t.id == wPeriod) {
		return expr{kind: yearAgo, unit: t.unit, n: e.n}, end + 1
	}
	return e, end
}

// yearEarlier reads "year-earlier" and "the year-ago quarter".
func yearEarlier(p *phrase, i int) (expr, int) {
	if p.at(i).unit != year || p.at(i).plural {
		return expr{}, 0
	}
	w := p.at(i + 1)
	if !w.gap.near() || w.id != wAgo && w.id != wEarlier {
		return expr{}, 0
	}
	j := i + 2
	e := expr{kind: yearAgo, n: -1}
	if t := p.at(j); t.ordinal > 0 && t.ordinal < 5 && p.at(j+1).unit == quarter {
		j++
	}
	if t := p.at(j); t.gap.near() && (t.unit == quarter || t.id == wPeriod) {
		e.unit = t.unit
		return e, j + 1
	}
	return e, i + 2
}

// count reads how many: "two", "10", "a couple of", "two and a half".
func (p *phrase) count(i int) (n, end int) {
	t := p.at(i)
	switch {
	case t.id == wA && p.raw(i+1) == "couple":
		n, end = 2, i+2
		if p.follows(end, wOf) {
			end++
		}
	case t.digits > 0 && t.digits < 4 && t.suffix == 0 && t.gap != gapPoint && t.gap != gapMoney:
		n, end = t.num, i+1
	case t.cardinal > 0:
		if t.id == wA {
			n, end = 1, i+1
		} else if n, end = p.below100(i); end == 0 {
			n, end = int(t.cardinal), i+1
		}
	}
	if end > 0 && p.at(end).id == wAnd && p.at(end+1).id == wA && p.at(end+2).unit == half {
		end += 3
	}
	return n, end
}

// closes reports whether token i begins no noun phrase, so that "the day before"
// stands alone.
func (p *phrase) closes(i int) bool {
	t := p.at(i)
	if i >= len(p.toks) || t.gap != gapSpace {
		return true
	}
	switch t.id {
	case wIn, wAt, wOn, wAnd, wBy, wTo, wWithin:
		return true
	}
	return false
}

// narrative reads what points back at the day told last: "the following day",
// "the day before", "that year", "the same day".
func narrative(p *phrase, i int) (expr, int) {
	j := i
	the := p.at(j).id == wThe
	if the {
		j++
	}
	t, u := p.at(j), p.at(j+1)
	that := t.id == wThat || t.id == wThis
	if that && u.id == wSame {
		j++
		u = p.at(j + 1)
	}
	e := expr{kind: narrated, unit: u.unit}
	if u.daypart {
		e.unit = day
	}
	switch {
	case t.unit == day && !t.plural && the && (u.id == wBefore || u.id == wAfter) && p.closes(j+2):
		e.unit, e.n = day, 1
		if u.id == wBefore {
			e.n = -1
		}
		return e, j + 2
	case e.unit == noUnit || u.plural || u.gap != gapSpace || e.unit == half || e.unit == century || e.unit == decade:
		return expr{}, 0
	case u.own && t.id == wThat && e.unit != year:
		return expr{}, 0
	}
	switch {
	case t.id == wFollowing && the || t.id == wFollowing && u.unit == year:
		e.n = 1
	case t.deixis == next && e.unit == day:
		e.n = 1
	case t.deixis == next && the && e.unit != weekend && e.unit != quarter && p.closes(j+2) && p.at(i-1).id != wOver && p.at(i-1).id != wIn && p.at(i-1).id != wWithin && p.at(i-1).id != wDuring:
		e.n = 1
	case t.id == wPrevious && (the || e.unit != day):
		e.n = -1
	case t.id == wThat, t.id == wSame && the, that:
		if that && t.id != wThat && p.at(j).id != wSame {
			return expr{}, 0
		}
		if e.unit == quarter {
			e.kind = latest
		}
	default:
		return expr{}, 0
	}
	return e, j + 2
}
