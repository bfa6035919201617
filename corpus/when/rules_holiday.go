package when

import (
	"strings"
	"time"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/text/english"
)

// A holidayName is a holiday with a date.
type holidayName struct {
	name string // in small letters
	day  func(year int) civil.Day
}

// holidays has longer names before shorter ones that begin alike.
var holidays = listHolidays()

func listHolidays() (all []holidayName) {
	for _, row := range []struct {
		names string
		day   func(year int) civil.Day
	}{
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
		{"pancake day|shrove tuesday|mardi gras", easterPlus(-47)},
		{"ash wednesday", easterPlus(-46)},
		{"palm sunday", easterPlus(-7)},
		{"maundy thursday", easterPlus(-3)},
		{"good friday", easterPlus(-2)},
		{"easter monday", easterPlus(1)},
		{"easter sunday|easter", easterPlus(0)},
		{"pentecost", easterPlus(49)},
		{"april fools' day|april fool's day", fixed(4, 1)},
		{"earth day", fixed(4, 22)},
		{"anzac day", fixed(4, 25)},
		{"may day", fixed(5, 1)},
		{"victory day", fixed(5, 9)},
		{"mother's day|mothers day", nth(time.Sunday, 2, 5)},
		{"memorial day", lastOf(time.Monday, 5)},
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
		{"thanksgiving day|thanksgiving", nth(time.Thursday, 4, 11)},
		{"black friday", afterThanksgiving(1)},
		{"cyber monday", afterThanksgiving(4)},
		{"christmas eve|xmas eve", fixed(12, 24)},
		{"christmas day|christmas|xmas day|xmas", fixed(12, 25)},
		{"boxing day", fixed(12, 26)},
	} {
		for name := range strings.SplitSeq(row.names, "|") {
			all = append(all, holidayName{name, row.day})
		}
	}
	return all
}

// newYear is in prose as often a year as a day.
const newYear = "new year"

// holidaysByWord has the indexes of the feasts that begin with a word.
var holidaysByWord = indexHolidays()

func indexHolidays() map[string][]int {
	by := make(map[string][]int)
	for i, f := range holidays {
		first, _, _ := strings.Cut(strings.ReplaceAll(f.name, "'", " "), " ")
		by[first] = append(by[first], i)
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

func lastOf(w time.Weekday, m time.Month) func(int) civil.Day {
	return func(y int) civil.Day {
		end := civil.Of(y, m+1, 0)
		return end.Add(-((int(end.Weekday()) - int(w) + 7) % 7))
	}
}

func afterThanksgiving(n int) func(int) civil.Day {
	return func(y int) civil.Day { return nth(time.Thursday, 4, 11)(y).Add(n) }
}

// easterPlus is n days after Easter Sunday of the Western churches, by the
// anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
func easterPlus(n int) func(int) civil.Day {
	return func(y int) civil.Day {
		a, b, c := y%19, y/100, y%100
		d, e := b/4, b%4
		g := (8*b + 13) / 25
		h := (19*a + b - d - g + 15) % 30
		i, k := c/4, c%4
		l := (32 + 2*e + 2*i - h - k) % 7
		m := (a + 11*h + 22*l) / 451
		month := (h + l - 7*m + 114) / 31
		day := (h+l-7*m+114)%31 + 1
		return civil.Of(y, time.Month(month), day+n)
	}
}

// holiday reads a holiday, with or without its year. Capitals are wanted, so
// that "labor day" in small letters counts only where members type it.
func holiday(p *phrase, i int) (expr, int) {
	t := p.at(i)
	if t.num >= 0 || !t.capital && !t.word.festive {
		return expr{}, 0
	}
	var buf [24]byte
	for _, f := range holidaysByWord[string(fold(p.raw(i), &buf))] {
		end := p.matchName(i, holidays[f].name)
		if end == 0 || holidays[f].name == newYear && !p.typed && !p.asked || decorations[p.raw(end)] {
			continue
		}
		e := expr{kind: onHoliday, unit: day, n: f}
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
