// Package english is the one home of English words and word forms: what the reading and
// the answering rooms know of the language and not of one article.
//
// # Where a word goes
//
//   - A word that belongs to a class ("spokesman", "although", "reportedly") goes into the
//     file of that class in lists/. The first line of each file says what goes in and what
//     the list is for. A new list is a file, a constant in lists.go and nothing else.
//   - A word in two lists goes into a list of its own, which both take in with a line
//     "+name". Lists that look alike and differ have different readers: moving a word
//     between them changes answers, so measure it.
//   - The forms of a word (took, taken; defence, defense) go into lists/irregular.txt,
//     lists/spellings.txt and the other tables, one base a line with its forms behind it.
//   - Months, weekdays and number words are not listed again: see calendar.go where the
//     order counts, and take in "+weekdays" or "+months" where it does not.
//   - Names of people, places, bodies, nations and titles of office are not English words:
//     they go to corpus/people/gazetteer.
//   - A handful of words that only one rule asks for stays beside the rule, as a Set.
//
// Folding, stemming, inflection and the distance of spellings stand here too, each beside
// the others of its kind, with what the one is for and the others are not.
package english
