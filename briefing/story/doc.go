// Package story says what a digest holds: it groups what articles tell into
// stories, ranks them, and chooses sentences that can be read alone. It is pure: the
// same material gives the same digest, and every word of it is a span of an article.
//
// # Method
//
// Sentences are measured (measure.go: an ordered list, one function a measure), each
// measure is put on the scale of its own day, and a weighted sum ranks them. The
// measures are those of extractive summarising: nearness to the middle of what is
// told (Radev et al. 2004; Erkan and Radev, LexRank, 2004), words and phrases that
// many articles have (Nenkova and Vanderwende, SumBasic, 2005; Gillick and Favre
// 2009), what is new against the days before, where the sentence stands, how many
// independent publishers tell much the same, and its own dates. The weights are
// learned by the command train; reason fixes which way a measure may count, and
// training how much. Sentences are then chosen one by one, less what they repeat
// (maximal marginal relevance, Carbonell and Goldstein 1998; the set function so
// climbed is submodular, Lin and Bilmes 2011).
//
// Sentences of different articles are one story when the package near says so word
// by word; likeness only proposes. What a reader was told before is remembered as a
// sketch (MinHash, Broder 1997) with the figures in it, so that a new toll is new.
//
// # What is never shown
//
// A sentence that leans on another ("He", "However"), a fragment, a caption, a stamp
// or a heading run into the text, the writer's "I", the background of years ago, and
// what the next day's papers tell of their own day. See alone.go and sentence.go.
//
// # Figures
//
// ROUGE F1 against editors' own day lines, at their length (Lin 2004; Timeline17,
// Tran et al. 2013), 215 days of two topics. The first three rows are
// score_digests.py's, which also scores the built program; gold/testdata/score.txt
// has this package's, kept by a test, and train -across the rows below it.
//
//	                                         ROUGE-1  ROUGE-2
//	random                                      18.5      2.1
//	LEAD                                        24.2      5.7
//	TextRank                                    26.0      6.2
//	this package, on what taught it             27.8      8.0
//	this package, fifths of weeks it never saw  26.6      6.9
//	h1n1 by weights of bpoil (28 days)          22.3      5.0   TextRank 21.8, 3.1
//	bpoil by weights of h1n1 (187 days)         26.8      6.6   TextRank 26.6, 6.6
//	an oracle that knows the editors' words       40       18
//
// # Limits
//
// English only: function words, inflection and the signs of a sentence that leans
// are lists of English. Editors of two topics of ten years ago taught the weights.
package story
