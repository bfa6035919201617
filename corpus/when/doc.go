// Package when finds dates in words: in articles, where the day of publication places them on the calendar, and in
// what a member types. Both use one grammar, so that "last Friday" means the same in both.
//
// # How an article is read
//
// A sentence is scanned into tokens (token.go), each with what the lexicon knows of it (lexicon.go). The rules of
// the grammar (grammar.go, rules_*.go) read expressions at tokens that can begin one; the longest reading wins.
// Most rules are tables of patterns and their meanings: pattern.go explains the notation, and its classes are in
// class.go and date_class.go. The words around an expression give its tense (tense.go). Then the mentions of the
// whole text are placed in their order (find.go, resolve*.go):
//
//   - A bare weekday is the nearest on the side of publication that its tense gives.
//   - A month, or a day of one, takes the year that brings it nearest to publication;
//     years that contradict the tense count as further off.
//   - "The following day", "a year earlier" count from the date before them. Where the
//     sentences are in no order (text.Document.Ordered), only from one in their sentence.
//   - A month is a month and a year a year: nothing becomes its first day.
//   - A length of time ("for two weeks") is no date, nor is a habit ("on Fridays").
//
// For an undated article, possible_days.go finds the days on which it can have been published, from its own words;
// an expression is placed where all of them agree. Infer names the day itself where only one is left.
//
// # How good it is
//
// Value F1 (span overlaps, interval right) by the scorer of the evaluation data, on articles with their day of
// publication; HeidelTime, the best rule-based tagger (Strötgen and Gertz, 2013), by the same scorer:
//
//	set        here   HeidelTime
//	TimeBank   89.1   86.0
//	AQUAINT    90.9   82.4
//
//	score_dates.py BINARY ../shared/eval/dates/timebank
//	score_dates.py BINARY ../shared/eval/dates/aquaint
//	go test ./corpus/when -run TestScore -v      (holds the figures to testdata/score.txt)
//
// Of 1,853 web articles whose day was removed (two topics of Timeline17) Infer names the day of 476, none wrong.
// Find reads 55,000 to 220,000 sentences a second on one core, the fewer the busier the machine:
//
//	go test ./corpus/when -run '^$' -bench Find -cpu 1
//
// Most remaining errors are "a year ago" where a report of earnings means the quarter, a
// day of the month without a verb to give its tense, and slips of the annotators.
//
// # Why no library
//
// Of 35 phrases of news the best parser of typed dates for Go read 24, and none finds dates in running text safely
// ("may", "march", "sat"). testdata/typed.txt holds the typed side to 200 rows.
package when
