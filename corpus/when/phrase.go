package when

import (
	"strings"
	"time"

	"rapporteur/corpus/span"
)

// An expr is what an expression says before it is placed on the calendar.
type expr struct {
	kind           kind
	year           yearRef
	month          int // 1 to 12
	day            int // of the month; with slashed, the second number
	weekday        int // 1 is Sunday
	unit           unit
	n              int // which quarter, half, season or holiday; or how many units away
	deixis         deixis
	dayBeforeMonth bool // printed "21 January"
}

// A yearRef names a year by number, by pointing ("last year"), by an earlier mention ("that year"), or not at all.
type yearRef struct {
	number int
	deixis deixis
	same   bool
}

func (y yearRef) given() bool { return y != yearRef{} }

// A kind of expression decides how it is placed.
type kind uint8

const (
	noKind      kind = iota
	calendar         // as much of year, month and day as unit says
	slashed          // 3/4/22: month and day in an order the article decides
	onWeekday        // Friday, last Friday
	relative         // n units from now, as whole units: yesterday, last week, two years ago
	narrated         // n units from the date before it: the following day
	nthQuarter       // the third quarter
	nthHalf          // the second half
	inSeason         // last summer
	inDecade         // the 1980s, the '80s
	onHoliday        // Christmas Day
	latest           // the quarter, the latest period: the one placed last, or ended last
	yearAgo          // year-earlier: the same stretch a year before
	overnight        // the night before publication
	weekOf           // the week of 17 January
	years            // 1939-45: n is the last
	isoWeek          // week 3 of 2022
	weekIn           // the first week of January; n is -1 for the last
	dayAlone         // the 21st
	upTo             // the last three days
	toTheDay         // a year ago today
	weekdaysAgo      // two Fridays ago
	spanned          // from one date to another
	tensed           // no date: words that give tense n to one beside them
)

// A mention is an expression where it stands.
type mention struct {
	span.Span
	expr
	sentence int
	first    int // first token
	end      int // token after the last
	tense    tense
	ended    bool // a quarter that ended on the day mentioned next
	from, to int  // of a spanned mention: indexes of its two ends
}

// A phrase is the tokens of one sentence.
type phrase struct {
	text  string
	toks  []token
	typed bool    // wholly a date, typed by a member
	asked bool    // a member's question, which holds a date
	exprs [4]expr // what tables are reading, one within the other
	depth int
}

// nothing is the token beyond either end of a phrase.
var nothing = token{num: -1, gap: gapBreak}

// at is token i, or nothing.
func (p *phrase) at(i int) *token {
	if i < 0 || i >= len(p.toks) {
		return &nothing
	}
	return &p.toks[i]
}

// follows reports whether token i is the word w, with no break before it.
func (p *phrase) follows(i int, w id) bool {
	t := p.at(i)
	return t.id == w && t.gap.near()
}

// raw is token i as printed.
func (p *phrase) raw(i int) string { return p.at(i).Of(p.text) }

// noun reports whether token i may be a noun that the expression before it qualifies.
func (p *phrase) noun(i int) bool {
	t := p.at(i)
	return t.gap == gapSpace && t.id == 0 && t.num < 0 && t.tense == noTense
}

// isYear reports whether token i is a number that can be a year by itself.
func (p *phrase) isYear(i int) bool {
	t := p.at(i)
	return t.digits == 4 && (t.suffix == 0 || t.suffix == '?' && (p.typed || p.asked)) && t.num >= 1000 && t.num < 2100
}

// isDayNumber reports whether token i can be a day of the month.
func (p *phrase) isDayNumber(i int) bool {
	t := p.at(i)
	return t.digits > 0 && t.digits <= 2 && t.num >= 1 && t.num <= 31 && (t.suffix == 0 || t.suffix == 't')
}

func weekdayOf(n int) time.Weekday { return time.Weekday(n - 1) }

// lowerDoubtful reports whether token i is a month or weekday that in lower case is an ordinary word: "may 5
// people", "march 10 miles".
func (p *phrase) lowerDoubtful(i int) bool {
	t := p.at(i)
	return t.doubtful && !t.capital
}

// amount reports whether the number at i counts something and is no year: "1,990", "2000.5", "2000%".
func (p *phrase) amount(i int) bool {
	t := p.at(i)
	return t.gap == gapMoney || t.gap == gapPoint || p.goesOn(i+1, gapPoint) || p.goesOn(i+1, gapColon) ||
		t.End < len(p.text) && p.text[t.End] == '%'
}

// closes reports whether token i begins no noun phrase, so that "the day before" stands alone.
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

// adjective reports whether "overnight" at i qualifies a noun: "overnight rates".
func (p *phrase) adjective(i int) bool {
	before, after := p.at(i-1), p.at(i+1)
	if before.id == wThe || before.id == wA || before.id == wAt {
		return true
	}
	return p.noun(i+1) && after.weekday == 0 && !after.capital
}

// pointer reads "last", "this", "next", "this past", "this coming", "the past".
func (p *phrase) pointer(i int) (deixis, int) {
	t, after := p.at(i), p.at(i+1)
	switch {
	case t.id == wThis && after.id == wPast && after.gap == gapSpace:
		return last, i + 2
	case t.id == wThis && after.deixis == next && after.gap == gapSpace:
		return next, i + 2
	case t.id == wPast:
		return last, i + 1
	case t.deixis != noDeixis:
		return t.deixis, i + 1
	}
	return noDeixis, 0
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
		if n, end = p.below100(i); end == 0 { // "a", and what follows a break
			n, end = int(t.cardinal), i+1
		}
	}
	if end > 0 && p.at(end).id == wAnd && p.at(end+1).id == wA && p.at(end+2).unit == half {
		end += 3
	}
	return n, end
}

// ofGame reports whether the sentence tells of a match, whose quarters are no dates.
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

// goesOn reports whether a number stands at i after such a gap.
func (p *phrase) goesOn(i int, g gap) bool { return p.at(i).num >= 0 && p.at(i).gap == g }

func (p *phrase) spoken(i int) (n, end int) {
	a, b := p.at(i), p.at(i+1)
	switch {
	case a.cardinal == 2 && a.id != wA && b.id == wThousand && b.gap == gapSpace:
		j := i + 2
		if p.follows(j, wAnd) {
			j++
		}
		if k, e := p.below100(j); e > 0 {
			return 2000 + k, e
		}
		return 2000, i + 2
	case a.cardinal >= 17 && a.cardinal <= 20 && b.gap == gapSpace:
		if k, e := p.below100(i + 1); e > 0 && k >= 10 {
			return int(a.cardinal)*100 + k, e
		}
	}
	return 0, 0
}

// below100 reads a number in words under a hundred.
func (p *phrase) below100(i int) (n, end int) {
	a, b := p.at(i), p.at(i+1)
	switch {
	case a.cardinal == 0 || a.id == wA || !a.gap.near():
		return 0, 0
	case a.cardinal >= 20 && b.cardinal > 0 && b.cardinal < 10 && b.id != wA && b.gap.near():
		return int(a.cardinal + b.cardinal), i + 2
	}
	return int(a.cardinal), i + 1
}

// small is token i in lower case, since headlines capitalise verbs.
func (p *phrase) small(i int) string {
	if p.at(i).capital {
		return strings.ToLower(p.raw(i))
	}
	return p.raw(i)
}

// datedAt reports whether a date stands at token i, at once or after "on".
func (p *phrase) datedAt(i int) bool {
	if p.at(i).id == wOn {
		i++
	}
	t := p.at(i)
	return t.capital && (t.weekday > 0 || t.month > 0 && p.isDayNumber(i+1))
}

// passive reports whether the participle at i is an adjective or leaves the tense to an auxiliary: "be held", "is
// expected", "will have left".
func (p *phrase) passive(i int) bool {
	before := p.at(i - 1)
	if !before.gap.near() && i > 1 || p.at(i).id == wBe {
		return false
	}
	if before.id == wNegative || before.id == wAlso {
		before = p.at(i - 2)
	}
	switch p.raw(i) {
	case "have", "had", "has":
		return before.tense == future
	case "was", "were", "did":
		return false
	}
	switch before.id {
	case wA, wThe, wTo:
		return true // "an unspecified date", "are to shut"
	}
	return before.id == wBe && before.tense == noTense
}
