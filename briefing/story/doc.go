// Package story decides what an edition of a digest says: it groups the sentences of articles
// into stories, ranks them, and chooses sentences that can be read alone. It is pure: the same
// material gives the same edition, and every word is a span of an article.
//
// # Method
//
// Sentences are measured (measure.go: an ordered list, one function per measure), each measure is scaled by its own
// day, and a weighted sum ranks the sentences. The measures are those of extractive summarising: centrality by a
// walk from sentence to sentence (TextRank, Mihalcea and Tarau 2004), words and phrases of many articles (SumBasic,
// Nenkova and Vanderwende 2005; Gillick and Favre 2009), novelty against the days before, position, and the
// sentence's own dates. Their few weights are set by hand in plain steps: weights learned from one topic did worse
// on the other.
//
// Sentences are then chosen one by one, by rank and by what their words add to those chosen: how likely a word, or
// two in a row, is in an editor's line about the day, by how many articles, openings and publishers have it
// (worth.go). These odds are learned by the command train; they carry over from topic to topic. A word counts once,
// so the next sentence must say something else: the set function is submodular (Lin and Bilmes 2011).
//
// Sentences of different articles are one story when package near says so word by word;
// likeness only proposes. What a channel has seen is kept as a sketch (MinHash, Broder 1997)
// with the figures in it, so that a new death toll is new.
//
// # What is never shown
//
// A sentence that depends on another ("He", "However", "The company"), a fragment, a caption, a time stamp, the
// writer's "I", the background of years ago, and what the next day's papers report of their own day: see alone.go,
// lean.go, fragment.go and sentence.go. Text that a page glued to a sentence, such as its headline or an agency's
// dateline, is cut off: see trim.go and seam.go.
//
// # Figures
//
// ROUGE F1 against editors' own day lines, at their length (Lin 2004; Timeline17, Tran et al. 2013), 215 days of
// two topics. The first three rows are from score_digests.py, which also scores the built program; a test keeps
// this package's in gold/testdata/score.txt, and train -across makes the rows below it.
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
// Which measures to keep, and five constants of choosing, were decided in sight of both topics:
// expect somewhat less on a third topic. A day's score spreads by some 12 points, so one point
// on 187 days and two on 28 are chance.
//
// # Limits
//
// English only: function words, inflection and the signs of a dependent sentence are lists of
// English. The weights come from two topics of ten years ago.
package story
