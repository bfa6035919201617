package when

// dayWords reads "today", "overnight", "the day before yesterday".
var dayWords = compile(classes,
	row{pattern: "today&TITLE|tonight&TITLE"},
	row{"today|tonight", expr{kind: relative, unit: day}},
	row{"yesterday", expr{kind: relative, unit: day, n: -1}},
	row{"tomorrow", expr{kind: relative, unit: day, n: 1}},
	row{"overnight&!ADJECTIVE", expr{kind: overnight, unit: day}},
	row{"the? day before yesterday", expr{kind: relative, unit: day, n: -2}},
	row{"the? day after tomorrow", expr{kind: relative, unit: day, n: 2}},
)

// Units that are counted from day to day, and those that a story points back at.
const (
	apart   = "days|weeks|months|quarters|years|decades"
	stretch = "day|week|weekend|month|quarter|year|DAYPART"
	shift   = "SHIFT _fiscal|calendar? "
	// lostGenitive is a plural that was a genitive: "next years budget".
	lostGenitive = "<!the|over|during|within !past&!CAPITAL&!'coming'&!'upcoming'&" + shift + "_PERIOD&PLURAL&!OWN "
)

// shifted reads a unit counted from the one that holds the day of publication: "last
// week", "this month", "last night", "last year's third quarter".
var shifted = compile(classes,
	row{pattern: "<the _" + shift + "~DAYPART"},
	row{pattern: "this? NEXT _fiscal|calendar? ~DAYPART"},
	row{shift + "~DAYPART", expr{kind: relative, unit: day}},
	row{pattern: "QUOTED&" + shift + "~CAPITAL"},
	row{pattern: "<the _!past&!'current'&!'coming'&" + shift + "~weeks|months|years|decades"}, // "over the next month"
	row{pattern: "past _fiscal|calendar? ~weeks|months|quarters|decades"},
	row{pattern: shift + "~UNIT >_of"},
	row{lostGenitive + ">NOUN PARTOFYEAR", expr{}},
	row{lostGenitive + ">NOUN", expr{kind: relative}},
	row{pattern: shift + "~PLURAL"},
	row{shift + "~year PARTOFYEAR", expr{}},
	row{shift + "~PERIOD", expr{kind: relative}},
)

var partOfYear = compile(tokens,
	row{"fiscal? ~WORD4 quarter", expr{kind: nthQuarter, unit: quarter}},
	row{"fiscal? ~WORD2 halves", expr{kind: nthHalf, unit: half}},
)

// pointed reads a named day, month, season or holiday pointed at: "last Friday",
// "next May", "this summer", "last Thanksgiving".
var pointed = compile(classes,
	row{pattern: "'current'"},
	row{"POINTER _!PLURAL&!LOWERDOUBT&WEEKDAY MONTHDAY", expr{}},
	row{"POINTER _!PLURAL&!LOWERDOUBT&WEEKDAY", expr{kind: onWeekday, unit: day}},
	row{"POINTER _FULLDATE", expr{}}, // "in this April 20, 2010 photograph"
	row{"POINTER _MONTH DAYAFTER", expr{kind: calendar, unit: day}},
	row{"POINTER _MONTH", expr{kind: calendar, unit: month}},
	row{"POINTER _SEASON", expr{kind: inSeason}},
	row{"POINTER _HOLIDAY", expr{}},
)

// distances reads a distance from the day of publication, "two weeks ago", and from
// the day that the text told last, "a year earlier", "ten days later".
var distances = compile(classes,
	row{"COUNT full? ~years ~ago|earlier ~quarter|period", expr{kind: yearAgo, n: -1}},
	row{"COUNT full? ~years ~later ~quarter|period", expr{kind: yearAgo, n: 1}},
	row{"COUNT full? ~" + apart + " ~ago", expr{kind: relative, n: -1}},
	row{"COUNT full? ~" + apart + " ~earlier", expr{kind: narrated, n: -1}},
	row{"COUNT full? ~" + apart + " ~later >!~that", expr{kind: narrated, n: 1}},
	row{"COUNT full? ~" + apart + " ~before >CLOSES", expr{kind: narrated, n: -1}},
	row{"COUNT full? ~" + apart + " ~after >CLOSES", expr{kind: narrated, n: 1}},
	row{"YEAREARLIER", expr{}},
)

// yearEarlier reads "year-earlier" and "year-ago quarter".
var yearEarlier = compile(tokens,
	row{"year ~ago|earlier WORD4 ~quarters", expr{kind: yearAgo, n: -1}},
	row{"year ~ago|earlier ~quarters|period", expr{kind: yearAgo, n: -1}},
	row{"year ~ago|earlier", expr{kind: yearAgo, n: -1}},
)

// narrations reads what points back at the day told last: "the following day", "the
// day before", "that year", "the same day".
var narrations = compile(classes,
	row{"the day before >CLOSES", expr{kind: narrated, unit: day, n: -1}},
	row{"the day after >CLOSES", expr{kind: narrated, unit: day, n: 1}},
	row{"the following _" + stretch, expr{kind: narrated, n: 1}},
	row{"following _year", expr{kind: narrated, n: 1}},
	row{"the? NEXT _day|DAYPART", expr{kind: narrated, unit: day, n: 1}},
	row{"<!over|in|within|during the NEXT _week|month|year >CLOSES", expr{kind: narrated, n: 1}},
	row{"the previous _" + stretch, expr{kind: narrated, n: -1}},
	row{"previous _week|weekend|month|quarter|year", expr{kind: narrated, n: -1}},
	row{"that same? _year", expr{kind: narrated}},
	row{pattern: "that same? OWN"},
	row{"that same? _quarter", expr{kind: latest}},
	row{"the|this same _quarter", expr{kind: latest}},
	row{"that same? _" + stretch, expr{kind: narrated}},
	row{"the|this same _" + stretch, expr{kind: narrated}},
)

const (
	theUnit = "the full|fiscal|calendar|THIS? fiscal? "
	current = "_week|month|year"
)

// definiteUnits reads the unit of publication where the words before it say that it is meant: "the end of the
// month", "earlier in the year", "the full year", "over the weekend", "by year-end".
var definiteUnits = compile(classes,
	row{"<!DEIXIS year ~'end'", expr{kind: relative, unit: year, deixis: this}},
	row{pattern: theUnit + "OWN&!year"},
	row{theUnit + "_weekend", expr{kind: relative}},
	row{pattern: theUnit + current + " >_of|before|after|UNIT"},
	row{"the full fiscal? " + current, expr{kind: relative, deixis: this}},
	row{"the full|calendar|THIS? fiscal " + current, expr{kind: relative, deixis: this}},
	row{"<of <<end|middle|rest|UNIT " + theUnit + current, expr{kind: relative, deixis: this}},
	row{"<in <<earlier|later|EDGE " + theUnit + current, expr{kind: relative, deixis: this}},
)
