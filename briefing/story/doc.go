// Package story says what a digest holds: it groups what articles tell into
// stories, ranks them, and chooses sentences that can be read alone. It is pure: the
// same material gives the same digest, and every word of it is a span of an article.
//
// # Method
//
// Sentences are measured (measure.go: an ordered list, one function a measure), each
// measure is put on the scale of its own day, and a weighted sum ranks them. The
// measures are those of extractive summarising: nearness to the middle of what is
// told by a walk from sentence to sentence (TextRank, Mihalcea and Tarau 2004), words
// and phrases that many articles have (Nenkova and Vanderwende, SumBasic, 2005;
// Gillick and Favre 2009), what is new against the days before, where the words
// stand, and the sentence's own dates. Their weights are set by hand in plain steps,
// and few: weights learned from one topic did worse on the other.
//
// Sentences are then chosen one by one, by that rank and by what their words add to
// those chosen: how likely a word, or two in a row, is to stand in an editor's line
// about the day, by how many articles, openings and publishers have it (worth.go).
// Those odds are learned, by the command train; they carry over from topic to topic.
// To be worth the same again a sentence must tell something else: the set function so
// climbed is submodular (Lin and Bilmes 2011).
//
// Sentences of different articles are one story when the package near says so word
// by word; likeness only proposes. What a reader was told before is remembered as a
// sketch (MinHash, Broder 1997) with the figures in it, so that a new toll is new.
//
// # What is never shown
//
// A sentence that leans on another ("He", "However", "The company"), a fragment, a
// caption, a stamp, the writer's "I", the background of years ago, and what the next
// day's papers tell of their own day. See alone.go, lean.go, fragment.go and
// sentence.go. What a page has glued to a sentence,
// such as its headline or an agency's dateline, is left out; see trim.go and seam.go.
//
// # Figures
//
// ROUGE F1 against editors' own day lines, at their length (Lin 2004; Timeline17,
// Tran et al. 2013), 215 days of two topics. The first three rows are
// score_digests.py's, which also scores the built program; gold/testdata/score.txt
// has this package's, kept by a test, and train -across the rows below it.
//
//	                                          ROUGE-1  ROUGE-2
//	random                                       18.5      2.1
//	LEAD                                         24.2      5.7
//	TextRank                                     26.0      6.2
//	this package                                 29.4      8.2
//	  bpoil (187 days)                           30.3      8.4   TextRank 26.6, 6.6
//	  h1n1 (28 days)                             23.9      6.5   TextRank 21.8, 3.1
//	odds learned without what they are scored on
//	  bpoil by h1n1                              29.9      8.3
//	  h1n1 by bpoil                              23.7      6.7
//	  each fifth of the weeks by the rest        29.4      8.2
//	an oracle that knows the editors' words        40       18
//
// Which measures to keep, and five constants of choosing, were decided in sight of
// both topics: on a third topic expect somewhat less. A day's score spreads by some
// 12 points, so that a point on 187 days and two on 28 are chance.
//
// # Limits
//
// English only: function words, inflection and the signs of a sentence that leans
// are lists of English. Two topics of ten years ago decided the weights.
package story
