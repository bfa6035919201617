package when

import (
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
