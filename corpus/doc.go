// Package corpus reads articles and keeps what they say: files go in, checked facts come out. Its packages follow
// one another as the data does, and each is a pure step, with effects only at the two ends.
//
//	file -> article.Parse -> Article -> text.Split -> Document
//	     -> when.Find, attribution.Statements, identity.Resolve -> store.Entry -> store.Store
//
// # Words that all packages share
//
// A civil.Day is a day of the calendar, without clock or zone. A span.Span is a range of bytes; everything that is
// shown is one, and a span.Map carries it back to the bytes of the file, through encodings, escapes and markup.
// Nothing that can be pointed at is copied.
//
// # Articles
//
// Package article turns the bytes of a file into articles: text in lines, text in paragraphs, web pages, JSON
// Lines. It says how the day of publication is known, and whether the order of the lines means anything: in one
// format it does not, and then a neighbouring line is no evidence of who "he" is. Files that cannot be read are
// named with the reason, and the others load.
//
// # Sentences
//
// Package text divides an article into sentences and words, finds quotations, and marks what newspapers print for
// their own sake, which is never answered with. Below it, text/english is the home of English words and word forms,
// text/term says what counts as the same word in a search, and text/near finds sentences that report the same.
//
// # Dates, people, statements
//
// Package when finds dates in words, resolves them against the day of publication, and says which clause is about
// an event of that day; it can infer the day of an article that has none. Package people knows who is who:
// spellings, titles, roles, bodies, unnamed sources. Both are shared with asking, where they read what members
// type.
//
// Package attribution finds who said what: attribution/tagger marks the words that are source, cue and content,
// attribution/linker says which belong together, and the command attribution/train makes the models of both, from
// the annotated articles that attribution/polnear reads. Then attribution/identity says who the source is, with the
// evidence, or that it cannot be known: a wrong name on a quotation is the worst fault of all.
//
// Package consolidate makes people of the names of a whole corpus, on weighed evidence, and compares the articles that
// print the same words: one may name the speaker whom another leaves out.
//
// # Here
//
// A Reader does all that to one article and touches nothing else. Ingest takes files to a store, in batches, and
// reports what it added and what it refused. Reindex reads again what a store holds by lower Rules than the
// Reader's, so that better reading reaches the articles of before.
//
// # The store
//
// Package store keeps entries and finds them again, by words, speaker and day, behind walls between collections;
// store/dbfile is what its file and the ledger's have in common, and store/storetest is the suite that every store
// passes. Only once the articles of a collection are in does Settle have consolidate make people of their names, since
// that takes all articles together. Package sample is a corpus to try all this with, built into the program;
// package testenv gives tests the annotated news that is kept outside the repository, repeat counts and seeds.
package corpus
