package when

import "rapporteur/corpus/text/english"

// weekdayDate reads "Friday", "Friday, Jan. 21", "Friday last week" and "Monday
// of next week". "on Fridays" is a habit, not a date.
func weekdayDate(p *phrase, i int) (expr, int) {
	t := p.at(i)
	habit := p.at(i-1).id == wEvery || p.at(i+1).daypart && p.at(i+1).plural || t.plural && !p.genitive(i)
	if t.weekday == 0 || habit || t.own && t.doubtful || p.partOfName(i) {
		return expr{}, 0
	}
	if e, end := p.dated(i + 1); end > 0 {
		e.weekday = int(t.weekday)
		return e, end
	}
	if t.doubtful && !p.standsAsWeekday(i) {
		return expr{}, 0
	}
	return weekdays.read(p, i)
}

var weekdays = compile(classes,
	row{"WEEKDAY _of? _TURN _week", expr{kind: onWeekday, unit: day, n: 1}}, // n: the weekday of that week
	row{"WEEKDAY", expr{kind: onWeekday, unit: day}},
)

// genitive reports whether the plural weekday at i is a genitive that lost its apostrophe: "Fridays meeting".
func (p *phrase) genitive(i int) bool {
	before, after := p.at(i-1), p.at(i+1)
	led := before.id == wOn || before.id == wAnd || before.id == wOr
	return !p.typed && !led && p.noun(i+1) && !after.capital && !after.daypart
}

// partOfName reports whether the weekday at i belongs to a name: "Bloody Sunday", "the Sunday Times".
func (p *phrase) partOfName(i int) bool {
	if p.typed || p.asked {
		return false
	}
	return p.at(i).gap == gapSpace && beforeDay[p.raw(i-1)] || p.at(i+1).gap == gapSpace && afterDay[p.raw(i+1)]
}

var (
	beforeDay = english.Set("Bloody Super Fat Black Sheffield Ruby Freaky Shrove")
	afterDay  = english.Set("Times Telegraph Mail Herald Mirror Express Post Independent Mercury Sun Star Night")
)

// dated reads the month and day that follow a weekday.
func (p *phrase) dated(i int) (expr, int) {
	t := p.at(i)
	if t.gap != gapComma && t.gap != gapSpace && t.gap != gapDot {
		return expr{}, 0
	}
	if t.id == wThe && t.gap == gapSpace {
		i++
	}
	for _, r := range []rule{monthFirst, dayFirst, isoDate, slashDate} {
		if e, end := r(p, i); end > 0 && e.unit == day {
			return e, end
		}
	}
	return expr{}, 0
}

// standsAsWeekday reports whether an abbreviated weekday is not the word "sat", "sun", "wed" or "mon".
func (p *phrase) standsAsWeekday(i int) bool {
	t := p.at(i)
	if p.typed || !t.capital {
		return p.typed
	}
	before := p.at(i - 1)
	led := before.id == wOn || before.deixis != noDeixis || before.id == wUntil || before.id == wBy || before.id == wSince
	dot := t.End < len(p.text) && p.text[t.End] == '.'
	switch t.weekday {
	case 3, 5, 6: // Tue, Thu, Fri are no words
		return led || dot || t.End-t.Start > 3
	}
	return led && (dot || p.asked)
}
