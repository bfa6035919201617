// Package consolidate says who is who across the articles of a corpus: facts in, people out, without effects. Merge
// makes one person of the many ways in which articles name somebody; Keep gives people the ids that they had before;
// Across compares the articles that print the same words, of which one may name the speaker.
//
// # Method
//
// Names that fold alike are one. Two full names are compared where they share a key: the letters of the whole name, a
// beginning or an end of it, a surname but for a letter, or given name and surname by class and by sound. The evidence
// for a pair is a sum of weights (evidence.go): spelling, roles, sex, and how often one article prints both. It must
// reach a bar that rises with how often the rarer name is met, since two people with many mentions each need strong
// evidence. The best pairs are joined first, in two rounds, and never two groups of which a name speaks against
// another: no pair of weak joins makes a bridge. A name that holds two known names, as a caption without punctuation
// prints them, belongs to nobody and joins nothing. A bare surname is the person whom its own article prints in full,
// and otherwise whom the corpus overwhelmingly means.
//
// # What each mechanism is worth
//
// Over 3,603 articles (two news events, two topics of digests, PolNeAR's train set) 66 pairs of names are known to be
// one person (32) or two (34). Switched off one at a time, with the number of people that the corpus then has:
//
//	                                        joined   apart   people
//	all                                         32      34   19,697
//	names that sound alike (Muammar, Moammar)   29      34     +37
//	forms of given names (Bob, Robert)          30      34    +177
//	a bar that rises with frequency             32      34      -4
//	roles in common                             32      34      +9
//	roles in conflict                           32      34     -69
//	printed together in an article              32      34     -25
//	sex                                         32      34      -5
//	seams                                       32      34     -18
//	a second round                              32      34      +3
//	a spelling that its article repeats         32      34     -67
//
// The lower rows change no pair of these; they keep people apart whom the tests of this package have (namesakes with
// other trades, mother and son, a misprint and a surname a letter off).
//
// # Limits
//
// Two people of exactly one name are one. Merge takes all names of a collection and the operator's each time: 3,600
// articles take half a second.
package consolidate
