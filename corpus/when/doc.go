// Package when finds dates in words: in the sentences of an article, where it
// places them on the calendar by the day of publication, and in what a member
// types. It is shared by reading and asking, so that "last Friday" means the same
// in both.
//
// # How an article is read
//
// A sentence is scanned into tokens (scan.go), each with what the lexicon knows of
// it (lexicon.go). The rules of the grammar (grammar.go; one file a construct) read
// expressions at the tokens that can begin one, and the longest reading wins. The
// words about an expression give its tense (tense.go). Then the mentions of the
// whole text are placed in their order (resolve.go, placeday.go, placeperiod.go):
//
//   - A bare weekday is the nearest on the side of publication that its tense gives.
//   - A month, or a day of one, takes the year that brings it nearest to
//     publication; years that disagree with the tense count as further off.
//   - "The following day", "a year earlier" count from what was told before. Where
//     the sentences are in no order (text.Document.Ordered) only the same sentence
//     tells.
//   - A month is a month and a year a year: nothing becomes its first day.
//   - A length of time ("for two weeks") is no date, nor is a habit ("on Fridays").
//
// An undated article has the days on which it can have been published worked out
// from its own words (undated.go); an expression is placed where all of them agree.
// Infer names the day itself only where one is left.
//
// # How good it is
//
// Value F1 (span overlaps, interval right) by the scorer of the evaluation data,
// on articles given their day of publication; HeidelTime, the best rule-based
// tagger (Strötgen and Gertz, 2013), by the same scorer:
//
//	set        here   HeidelTime
//	TimeBank   89.1   86.0
//	AQUAINT    90.9   82.4
//
//	score_dates.py BINARY ../shared/eval/dates/timebank
//	score_dates.py BINARY ../shared/eval/dates/aquaint
//	go test ./corpus/when -run TestScore -v      (holds the figures to testdata/score.txt)
//
// Of 1,853 web articles whose day was taken away (two topics of Timeline17) Infer
// names the day of 476, none wrong. Find reads 55,000 to 150,000 sentences a second
// on one core, the less the busier the machine:
//
//	go test ./corpus/when -run '^$' -bench Find -cpu 1
//
// What is still wrong is mostly "a year ago" where a report of earnings means the
// quarter, a day of the month with no verb to give its tense, and the annotators'
// own slips.
//
// # Why no library
//
// In a trial of 35 phrases of news the best parser of typed dates for Go read 24,
// and none marks its words in running text safely ("may", "march", "sat"). The
// grammar here reads both kinds of text by one set of rules, and its typed side is held to a table of 200 rows
// (testdata/typed.txt).
package when
