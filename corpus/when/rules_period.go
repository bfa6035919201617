package when

// quarters reads "the third quarter", "fourth-quarter", "the first quarter of 1990", "the 1988 second quarter", "Q3
// 2009"; and the quarter that a report of earnings is about: "the latest quarter", "the comparable period last year".
var quarters = compile(classes,
	row{"fiscal|calendar? YEAR !COMMA&Q4", expr{kind: nthQuarter, unit: quarter}},
	row{"YEAR fiscal? quarter|period", expr{kind: latest}},
	row{"fiscal|calendar? Q4 YEARAFTER", expr{kind: nthQuarter, unit: quarter}},
	row{"YEAR fiscal? ~ORD4 ~quarter >!GAME", expr{kind: nthQuarter, unit: quarter}},
	row{pattern: "YEAR"},
	row{pattern: "FISCAL? ORD4 ~quarter >GAME"},
	row{"FISCAL? ORD4 ~quarter of fiscal years? YEAR", expr{kind: nthQuarter, unit: quarter}},
	row{"FISCAL? ORD4 ~quarter of the years", expr{kind: nthQuarter, unit: quarter}},
	row{"FISCAL? ORD4 ~quarter YEARAFTER", expr{kind: nthQuarter, unit: quarter}},

	row{"the? latest|comparable|same YEAREARLIER", expr{}},
	row{pattern: "the _quarter >of|UNIT|HYPHEN"},
	row{"the _quarter a years earlier|ago", expr{kind: yearAgo, n: -1}},
	row{"the _quarter", expr{kind: latest}},
	row{"the? latest _quarter|period a years earlier|ago", expr{kind: yearAgo, n: -1}},
	row{"the? latest _quarter|period", expr{kind: latest, unit: quarter}},
	row{"the comparable|same _quarter|period a years earlier|ago", expr{kind: yearAgo, n: -1}},
	row{"the comparable|same _quarter YEARAFTER", expr{kind: latest, unit: quarter}},
	row{"the comparable|same _period YEARGIVEN", expr{kind: latest, unit: quarter}},
)

// halves reads "the first half of 1990" and "the first two quarters of 1990". With no
// year it is as often the half of a match.
var halves = compile(classes,
	row{"ORD2|FINAL ~halves of the years", expr{kind: nthHalf, unit: half}},
	row{pattern: "ORD2|FINAL ~halves of the|TENS"},
	row{"ORD2|FINAL ~halves YEARGIVEN", expr{kind: nthHalf, unit: half}},
	row{"ORD1 TWO quarters of the years", expr{kind: nthHalf, unit: half}},
	row{pattern: "ORD1 TWO quarters of the|TENS"},
	row{"ORD1 TWO quarters YEARGIVEN", expr{kind: nthHalf, unit: half}},
)

// seasons reads "the summer of 1990", "summer 2012", "in the spring". "Fall" and
// "spring" are verbs too and want an article, a preposition or a year.
var seasons = compile(classes,
	row{"SEASON YEARGIVEN", expr{kind: inSeason}},
	row{pattern: "SEASON >of"},
	row{"<the <<LEAD|for|over|EDGE ~!CAPITAL&SEASON >!NOUN", expr{kind: inSeason}},
	row{"<EDGE ~!CAPITAL&SEASON >!NOUN", expr{kind: inSeason}},
	row{"<in|by ~!CAPITAL&!'fall'&!'autumn'&SEASON >!NOUN", expr{kind: inSeason}},
)

// weeks reads "the week of 17 January".
var weeks = compile(classes, row{"the? week of the? DATE", expr{kind: weekOf, unit: week}})
