package when

import (
	"strings"
	"time"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/text/english"
)

// A holidayDate is a holiday by its names, with its day in each year.
type holidayDate struct {
	names string // in small letters, with bars between them; longer ones before shorter ones that begin alike
	day   func(year int) civil.Day
}

var holidays = listHolidays()

func listHolidays() []holidayDate {
	thanksgiving := nth(time.Thursday, 4, 11)
	return []holidayDate{
		{"new year's day|new years day", fixed(1, 1)},
		{"new year's eve|new years eve|nye", fixed(12, 31)},
		{newYear, fixed(1, 1)},
		{"orthodox christmas", fixed(1, 7)},
		{"mlk day|martin luther king day|martin luther king jr day", nth(time.Monday, 3, 1)},
		{"groundhog day", fixed(2, 2)},
		{"valentine's day|valentines day", fixed(2, 14)},
		{"presidents day|presidents' day|president's day", nth(time.Monday, 3, 2)},
		{"women's day|womens day|international women's day", fixed(3, 8)},
		{"st patrick's day|st patricks day|saint patrick's day", fixed(3, 17)},
		{"pancake day|shrove tuesday|mardi gras", plus(-47, easter)},
		{"ash wednesday", plus(-46, easter)},
		{"palm sunday", plus(-7, easter)},
		{"maundy thursday", plus(-3, easter)},
		{"good friday", plus(-2, easter)},
		{"easter monday", plus(1, easter)},
		{"easter sunday|easter", easter},
		{"pentecost", plus(49, easter)},
		{"april fools' day|april fool's day", fixed(4, 1)},
		{"earth day", fixed(4, 22)},
		{"anzac day", fixed(4, 25)},
		{"may day", fixed(5, 1)},
		{"victory day", fixed(5, 9)},
		{"mother's day|mothers day", nth(time.Sunday, 2, 5)},
		{"memorial day", plus(-7, nth(time.Monday, 1, 6))},
		{"father's day|fathers day", nth(time.Sunday, 3, 6)},
		{"juneteenth", fixed(6, 19)},
		{"canada day", fixed(7, 1)},
		{"independence day|fourth of july", fixed(7, 4)},
		{"bastille day", fixed(7, 14)},
		{"labor day|labour day", nth(time.Monday, 1, 9)},
		{"columbus day", nth(time.Monday, 2, 10)},
		{"halloween", fixed(10, 31)},
		{"bonfire night", fixed(11, 5)},
		{"veterans day|armistice day|remembrance day", fixed(11, 11)},
		{"thanksgiving day|thanksgiving", thanksgiving},
		{"black friday", plus(1, thanksgiving)},
		{"cyber monday", plus(4, thanksgiving)},
		{"christmas eve|xmas eve", fixed(12, 24)},
		{"christmas day|christmas|xmas day|xmas", fixed(12, 25)},
		{"boxing day", fixed(12, 26)},
	}
}

// newYear is in prose as often a year as a day.
const newYear = "new year"

// A holidayName is one of the names of a holiday.
type holidayName struct {
	name string
	n    int // index of the holiday
}

// holidayNames has the names that begin with a word.
var holidayNames = indexHolidays()

func indexHolidays() map[string][]holidayName {
	by := make(map[string][]holidayName)
	for n, h := range holidays {
		for name := range strings.SplitSeq(h.names, "|") {
			first := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '\'' })[0]
			by[first] = append(by[first], holidayName{name, n})
		}
	}
	return by
}

func fixed(m time.Month, d int) func(int) civil.Day {
	return func(y int) civil.Day { return civil.Of(y, m, d) }
}

// nth is the nth such weekday of a month.
func nth(w time.Weekday, n int, m time.Month) func(int) civil.Day {
	return func(y int) civil.Day {
		first := civil.Of(y, m, 1)
		return first.Add((int(w)-int(first.Weekday())+7)%7 + 7*(n-1))
	}
}

// plus is n days after another day.
func plus(n int, day func(int) civil.Day) func(int) civil.Day {
	return func(y int) civil.Day { return day(y).Add(n) }
}

// easter is Easter Sunday of the Western churches, by the anonymous Gregorian computus (Meeus, Astronomical
// Algorithms, chapter 8).
func easter(y int) civil.Day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return civil.Of(y, time.Month(n/31), n%31+1)
}

// holiday reads a holiday, with or without its year. Capitals are wanted, so
// that "labor day" in small letters counts only where members type it.
func holiday(p *phrase, i int) (expr, int) {
	t := p.at(i)
	if t.num >= 0 || !t.capital && !t.word.festive {
		return expr{}, 0
	}
	var buf [24]byte
	for _, h := range holidayNames[string(fold(p.raw(i), &buf))] {
		end := p.matchName(i, h.name)
		if end == 0 || h.name == newYear && !p.typed && !p.asked || decorations[p.raw(end)] {
			continue
		}
		e := expr{kind: onHoliday, unit: day, n: h.n}
		e.year, end = p.yearAfter(end)
		return e, end
	}
	return expr{}, 0
}

// decorations make a holiday's name an adjective: "Christmas shopping".
var decorations = english.Set("tree trees card cards carol carols shopping season present presents gift gifts lights market markets " +
	"sales bonus song songs decorations rush eggs bunny turkey pudding")

// matchName is the token after the name in words that begins at token i, or 0.
func (p *phrase) matchName(i int, words string) int {
	for name := range strings.FieldsSeq(words) {
		base, _, tick := strings.Cut(name, "'")
		if !strings.EqualFold(p.raw(i), base) || tick && name[len(name)-1] == 's' && !p.at(i).own {
			return 0
		}
		i++
	}
	return i
}
