package when

import (
	"slices"
	"strings"

	"rapporteur/corpus/span"
)

// lists adds the days that share the month of the last mention, which lies from token i
// to end: "Jan. 10, 12 and 14", "10 to 12 January". It returns the token to go on from.
func (p *phrase) lists(out []mention, i, end int) ([]mention, int) {
	m := out[len(out)-1]
	if m.kind != calendar || m.unit != day || m.deixis != noDeixis {
		return out, end
	}
	if p.at(i).digits > 0 {
		return p.listBefore(out, m), end
	}
	for m.year == (yearRef{}) || p.at(m.end-1).month > 0 {
		j := end
		switch t := p.at(j); {
		case joins(t.id) || t.id == wUntil:
			j++
		case p.isDayNumber(j) && (t.gap == gapHyphen || t.gap == gapComma):
		default:
			return out, end
		}
		if !p.laterDay(j, m) {
			return out, end
		}
		sibling := p.sibling(m, j)
		sibling.year, sibling.end = p.yearAfter(j + 1)
		sibling.End = p.at(sibling.end - 1).End
		out, end, m = append(out, sibling), sibling.end, sibling
	}
	return out, end
}

// sibling is the day at token i, of the month and year of m.
func (p *phrase) sibling(m mention, i int) mention {
	m.Span, m.first, m.end = p.at(i).Span, i, i+1
	m.day, m.weekday = p.at(i).num, 0
	return m
}

// laterDay reports whether token j is a later day of m's month and counts nothing.
func (p *phrase) laterDay(j int, m mention) bool {
	t, after := p.at(j), p.at(j+1)
	if !p.isDayNumber(j) || t.num <= m.day || p.amount(j) || !validDay(2000, m.month, t.num) {
		return false
	}
	counts := after.unit != noUnit || counted(p, j+1) && after.gap == gapSpace
	return !counts && after.month == 0 && !after.daypart && after.id != wOf
}

func joins(w id) bool { return w == wTo || w == wThrough || w == wAnd || w == wOr }

// listBefore adds "10" of "10 to 12 January", before the mention m that ends out.
func (p *phrase) listBefore(out []mention, m mention) []mention {
	k := m.first - 1
	if joins(p.at(k).id) && p.at(m.first).gap.near() {
		k--
	} else if p.at(m.first).gap != gapHyphen && !p.pointedRange(m.first) {
		return out
	}
	t := p.at(k)
	taken := len(out) > 1 && out[len(out)-2].sentence == m.sentence && out[len(out)-2].end > k
	if taken || !p.isDayNumber(k) || t.num >= m.day || p.at(k-1).month > 0 {
		return out
	}
	switch t.gap {
	case gapMoney, gapPoint, gapHyphen, gapSlash:
		return out
	}
	out[len(out)-1] = p.sibling(m, k)
	return append(out, m)
}

// pointedRange reports whether a hyphen after a point stands before token i: the "17.-21.1." that members type.
func (p *phrase) pointedRange(i int) bool {
	if !p.typed || i == 0 {
		return false
	}
	between := strings.ReplaceAll(p.text[p.toks[i-1].End:p.toks[i].Start], " ", "")
	return between == ".-" || between == ".–"
}

// ranges joins the ends of a stretch among the mentions from index from on: "from
// March to May", "between Jan. 10 and 12", "2014-2016". A range follows its ends.
func (p *phrase) ranges(from int, out []mention) []mention {
	for i := from; i+1 < len(out); i++ {
		a, b := &out[i], &out[i+1]
		bounds := p.bounds(a, b)
		if bounds || p.coordinates(a, b) {
			shareYear(a, b)
		}
		if !bounds {
			continue
		}
		r := mention{sentence: a.sentence, tense: a.tense, first: a.first, end: b.end, from: i, to: i + 1}
		r.kind, r.Span = spanned, span.Span{Start: a.Start, End: b.End}
		if before := p.at(a.first - 1); before.id == wFrom || before.id == wBetween {
			r.first, r.Start = r.first-1, before.Start
		}
		out = slices.Insert(out, i+2, r)
		i += 2
	}
	return out
}

// bounds reports whether a and b are the ends of one stretch.
func (p *phrase) bounds(a, b *mention) bool {
	if a.unit != b.unit || a.unit == noUnit {
		return false
	}
	if p.typed && b.first == a.end {
		between := strings.TrimSpace(p.text[a.End:b.Start])
		switch strings.TrimSpace(strings.TrimPrefix(between, ".")) {
		case "-", "–", "—", ".", "..", "/", "~":
			return true
		}
	}
	between := p.at(a.end)
	led := p.at(a.first - 1).id
	switch {
	case b.first == a.end:
		return p.at(b.first).gap == gapHyphen
	case b.first != a.end+1:
		return false
	case between.id == wUntil:
		return led == wFrom || p.typed
	case between.id == wAnd:
		return led == wBetween || p.typed
	}
	return between.id == wTo || between.id == wThrough
}

// coordinates reports whether a and b share what qualifies the second: "January and February 1989".
func (p *phrase) coordinates(a, b *mention) bool {
	between := p.at(a.end).id
	return a.unit == b.unit && b.first-a.end == 1 && (between == wAnd || between == wOr)
}

// shareYear lends the year of one end of a stretch to the other.
func shareYear(a, b *mention) {
	if a.kind == onWeekday && b.kind == onWeekday && a.n == 0 && b.n == 1 {
		a.n, a.deixis = b.n, b.deixis // "Monday to Friday last week"
	}
	switch {
	case a.kind != calendar || b.kind != calendar || a.month == 0 || b.month == 0:
	case !a.year.given() && b.year.number > 0:
		a.year = b.year
		if a.month > b.month {
			a.year.number--
		}
	case !b.year.given() && a.year.number > 0:
		b.year = a.year
		if a.month > b.month {
			b.year.number++
		}
	}
}
