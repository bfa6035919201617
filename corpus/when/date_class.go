package when

import "maps"

// classes adds to tokens the readers that build on the rules for days and years.
var classes = withDates(tokens)

func withDates(tokens map[string]reader) map[string]reader {
	all := map[string]reader{
		"YEARAFTER": func(p *phrase, i int, e *expr) (end int) { // or nothing
			e.year, end = p.yearAfter(i)
			return end
		},
		"YEARGIVEN": func(p *phrase, i int, e *expr) (end int) {
			e.year, end = p.yearAfter(i)
			return endIf(end > i, end)
		},
		"DAYAFTER": func(p *phrase, i int, e *expr) (end int) { // of the month before it
			e.day, end = p.dayAfter(i)
			return endIf(validDay(2000, e.month, e.day), end)
		},
		"MONTHDAY": func(p *phrase, i int, e *expr) int { // after its weekday
			s, end := p.dated(i)
			s.weekday = e.weekday
			*e = s
			return end
		},
		"FULLDATE": func(p *phrase, i int, e *expr) (end int) { // with its year
			*e, end = monthFirst(p, i)
			return endIf(!p.lowerDoubtful(i) && e.year.given(), end)
		},
		"WHOLEMONTH": func(p *phrase, i int, e *expr) int {
			s, end := monthFirst(p, i)
			e.year, e.month = s.year, s.month
			return endIf(s.unit == month, end)
		},
		"HOLIDAY": func(p *phrase, i int, e *expr) int { // without its year
			s, end := holiday(p, i)
			s.deixis = e.deixis
			*e = s
			return endIf(s.kind == onHoliday && s.year.number == 0, end)
		},
		"DATE": func(p *phrase, i int, e *expr) int { // with no doubt which number is the month
			end := dayOf(monthFirst, dayFirst, isoDate, slashDate)(p, i, e)
			return endIf(kind(e.n) != slashed, end)
		},
		"TYPEDDATE": dayOf(monthFirst, dayFirst, isoDate, slashDate, shortDate),
		"TYPEDDAY":  dayOf(monthFirst, dayFirst, isoDate, slashDate, shortDate, dayOfThisMonth),
		"PARTOFYEAR": func(p *phrase, i int, e *expr) int {
			s, end := partOfYear.read(p, i)
			s.year.deixis = e.deixis
			*e = s
			return end
		},
		"YEAREARLIER": func(p *phrase, i int, e *expr) (end int) {
			*e, end = yearEarlier.read(p, i)
			return end
		},
	}
	maps.Copy(all, tokens)
	return all
}

// dayOf reads the day that the first of the rules finds; n is its kind.
func dayOf(rules ...rule) reader {
	return func(p *phrase, i int, e *expr) int {
		for _, r := range rules {
			if s, end := r(p, i); end > 0 && s.unit == day {
				e.year, e.month, e.day, e.n = s.year, s.month, s.day, int(s.kind)
				return end
			}
		}
		return 0
	}
}
