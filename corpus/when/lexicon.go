package when

import (
	"strings"

	"rapporteur/corpus/text/english"
)

// A word is what the lexicon knows of one word in all its roles: "second" is an ordinal and a unit, "may" a month
// and an auxiliary. The zero word plays no role in dates.
type word struct {
	id         id
	month      int8 // 1 to 12
	weekday    int8 // 1 is Sunday, 7 Saturday
	cardinal   int16
	ordinal    int8
	unit       unit
	plural     bool
	deixis     deixis
	edge       bool // early, late, mid: narrows a period without naming another
	daypart    bool
	season     int8 // 1 spring, 2 summer, 3 autumn, 4 winter
	decade     int8 // 20 for "twenties"
	tense      tense
	report     bool // a verb of reporting: a date beside it dates the report
	lead       bool // stands before a year: "in 1989"
	doubtful   bool // an ordinary word too: a date only with others
	participle bool // "planned": future by itself, past as a verb
	festive    bool // begins a holiday that needs no capital
}

// An id names a word, with its synonyms, that a rule asks for.
type id uint8

const (
	_ id = iota
	wThe
	wA
	wOf
	wIn
	wOn
	wTo
	wFrom
	wBetween
	wAnd
	wOr
	wThrough
	wUntil
	wSince
	wBy
	wBefore
	wAfter
	wAgo
	wEarlier
	wLater
	wFollowing
	wPrevious
	wSame
	wThat
	wYesterday
	wToday
	wTonight
	wTomorrow
	wOvernight
	wFiscal
	wEnd
	wNegative
	wHundred
	wThousand
	wPast
	wLatest
	wFull
	wComparable
	wPeriod
	wFor
	wOver
	wSet
	wBe
	wMiddle
	wCalendar
	wWithin
	wThis
	wDuring
	wAt
	wNumber
	wNew
	wOther // a word that no rule asks for and that is no noun
	wEvery
	wAlso
	wRest
	wClock  // "GMT": a number before it is a time
	wSport  // "touchdown": quarters are of a game
	wPledge // "agreed": future with "to"
)

// A unit of the calendar.
type unit uint8

const (
	noUnit unit = iota
	day
	week
	weekend
	month
	quarter
	half
	year
	decade
	century
)

// A deixis points from the day of publication.
type deixis uint8

const (
	noDeixis deixis = iota
	last
	this
	next
)

// A tense is where the words around an expression put it.
type tense uint8

const (
	noTense tense = iota
	past
	future
)

// A dictionary maps a word in small letters to its parts.
type dictionary map[string]word

// lexicon is never changed after it is built.
var lexicon = newLexicon()

func newLexicon() dictionary {
	l := make(dictionary, 1024)
	l.calendar()
	l.numbers()
	l.functionWords()
	l.verbs()
	return l
}

// each applies change to the entries of words separated by spaces.
func (l dictionary) each(words string, change func(w *word, i int)) {
	for i, s := range strings.Fields(words) {
		w := l[s]
		change(&w, i)
		l[s] = w
	}
}

func (l dictionary) calendar() {
	for _, names := range []string{english.Months, english.MonthAbbreviations} {
		l.each(names, func(w *word, i int) { w.month = int8(i + 1) })
	}
	l.each("sep", func(w *word, _ int) { w.month = 9 })
	l.each("may march mar dec jan jun", func(w *word, _ int) { w.doubtful = true })
	l.each(english.Weekdays, func(w *word, i int) { w.weekday = int8(i + 1) })
	plurals := strings.ReplaceAll(english.Weekdays, "day", "days")
	l.each(plurals, func(w *word, i int) { w.weekday, w.plural = int8(i+1), true })
	for _, short := range []string{"sun mon tue wed thu fri sat", "sun mon tues weds thurs fri sat", "sun mon tues weds thur fri sat"} {
		l.each(short, func(w *word, i int) { w.weekday, w.doubtful = int8(i+1), true })
	}
	units := []unit{day, week, weekend, month, quarter, half, year, decade, century}
	l.each("day week weekend month quarter half year decade century", func(w *word, i int) { w.unit = units[i] })
	l.each("days weeks weekends months quarters halves years decades centuries", func(w *word, i int) { w.unit, w.plural = units[i], true })
	l.each("spring summer autumn winter", func(w *word, i int) { w.season = int8(i + 1) })
	l.each("fall", func(w *word, _ int) { w.season = 3 })
	l.each("morning afternoon evening night midday noon midnight lunchtime dawn", func(w *word, _ int) { w.daypart = true })
	l.each("mornings afternoons evenings nights", func(w *word, _ int) { w.daypart, w.plural = true, true })
	l.each("early late mid midway", func(w *word, _ int) { w.edge = true })
	l.each("last next", func(w *word, i int) { w.deixis = []deixis{last, next}[i] })
	l.each("this current", func(w *word, _ int) { w.deixis = this })
	l.each("coming upcoming", func(w *word, _ int) { w.deixis = next })
	l.each("christmas easter thanksgiving halloween", func(w *word, _ int) { w.festive = true })
}

func (l dictionary) numbers() {
	l.each("a "+english.Cardinals, func(w *word, i int) { w.cardinal = int16(max(i, 1)) })
	l.each("an couple", func(w *word, i int) { w.cardinal = int16(i + 1) })
	l.each(english.Tens, func(w *word, i int) { w.cardinal = int16(i+2) * 10 })
	l.each(english.Decades, func(w *word, i int) { w.decade = int8(i+2) * 10 })
	l.each(english.Ordinals, func(w *word, i int) { w.ordinal = int8(i + 1) })
}

func (l dictionary) functionWords() {
	for id, words := range map[id]string{
		wThe: "the", wA: "a an", wOf: "of", wIn: "in", wOn: "on", wTo: "to", wFrom: "from", wBetween: "between", wAnd: "and",
		wOr: "or", wThrough: "through thru", wUntil: "until till til", wSince: "since", wBy: "by", wBefore: "before", wAfter: "after",
		wAgo: "ago", wEarlier: "earlier", wLater: "later", wFollowing: "following", wPrevious: "previous preceding prior",
		wSame: "same", wThat: "that", wYesterday: "yesterday", wToday: "today", wTonight: "tonight", wTomorrow: "tomorrow",
		wOvernight: "overnight", wFiscal: "fiscal", wEnd: "end beginning start close", wNegative: "not never didn didnt hasn hasnt without",
		wHundred: "hundred", wThousand: "thousand", wPast: "past", wLatest: "latest", wFull: "full whole entire",
		wComparable: "comparable corresponding", wPeriod: "period", wFor: "for", wOver: "over", wSet: "set",
		wBe: "is are be being been am", wMiddle: "middle", wCalendar: "calendar", wWithin: "within", wThis: "this",
		wOther:  "first second other he she it they we i you his her its their our my who which there",
		wClock:  "gmt utc est edt hrs bst cet cest pdt pst aest ist",
		wSport:  "touchdown touchdowns rebounds yards quarterback halftime overtime interception dunk innings",
		wPledge: "freed decreed guaranteed agreed vowed pledged promised threatened vow pledge agree offered agrees vows pledges promises threatens",
		wDuring: "during throughout", wAt: "at", wNew: "new", wRest: "rest remainder balance", wAlso: "also now still already", wNumber: "no number page chapter flight room",
	} {
		l.each(words, func(w *word, _ int) { w.id = id })
	}
	l.each("in of since by until till til during from to through between before after and or for circa late early mid fiscal the year around about back pre post",
		func(w *word, _ int) { w.lead = true })
}

func (l dictionary) verbs() {
	l.each("will shall ll wo would plans plan planned planning planned expects expected scheduled due slated hopes hoping intends intended upcoming "+
		"tomorrow forthcoming won wont poised tentatively proposes wants deadline expire expires may might could must should effective begin begins resume resumes meet "+
		"starts opens leaves arrives ends kicks faces awaits awaiting prepare prepares preparing",
		func(w *word, _ int) { w.tense = future })
	l.each("was were had did has have wasn weren hadn didn hasn haven said told met went came took made began left gave got held found "+
		"knew thought saw ran became brought bought sold lost won paid spent stood led rose fell grew broke spoke wrote drove flew "+
		"sent built kept felt heard meant sat lay drew shook struck fought taught caught sought hit cut put shot killed died hurt "+
		"threw chose froze hid swore tore wore woke rang sang sank swam beat bid cast cost shut split spread quit rode slid stuck "+
		"swept swung understood withdrew overtook overthrew underwent slept fled fed dealt lent bent bound burst clung crept dug "+
		"agreed vowed pledged promised threatened offered announced reported added warned claimed confirmed denied read hung laid lit shone shot slew spun sprang stole stung strode strove wept wound rebuilt",
		func(w *word, _ int) { w.tense = past })
	l.each("planned expected scheduled due slated intended", func(w *word, _ int) { w.participle = true })
	l.each("every each", func(w *word, _ int) { w.id = wEvery })
	l.each("said told announced reported added says saying tells reports warned claimed confirmed denied",
		func(w *word, _ int) { w.report = true })
}
