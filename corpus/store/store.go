// Package store keeps articles with the facts read from them, and finds them by words, by speaker and by day. The
// rules are in the comments of Store, and storetest tests every store against them; SQLite is the one built in.
//
// # Why walls are in every query
//
// Articles belong to a collection: the operator's, which everybody sees, or one guild's
// own. Every query names the asker and sees at most these two, in its answers and in the
// numbers that rank them: what one guild adds changes nothing that another can observe.
//
// # Why three numbers
//
// A file was written by some version of the program, and versions differ in three ways, each with its own number.
// Open brings the schema (migrations) and the keys of words (term.Rules) up to date. How articles are read
// (Entry.Rules) is not the store's business: it lists the Outdated ones, and the reader of articles calls Reindex for
// each, while questions are answered.
package store

import (
	"context"
	"iter"

	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
	"rapporteur/corpus/when"
)

// A Collection says whose articles are meant: a guild's Discord ID, or Operator.
// In a query it is the asker's, who sees the operator's articles and their own.
type Collection string

// Operator is the collection that every guild sees.
const Operator Collection = ""

// An Entry is an article and all that reading found in it. Sentence indexes in
// Statements, Dates and Events are indexes of Sentences, and Event.Date of Dates.
type Entry struct {
	Article    article.Article
	Sentences  []text.Sentence
	Statements []attribution.Statement
	Dates      []when.Date
	Events     []when.Event
	// Sightings is each way in which the article names a person, once for each name
	// and role. The store fills in Article, Day and Statements.
	Sightings []people.Sighting
	Rules     int // of the reading that found all this, a number that only rises
}

// A Stored is an entry as the store keeps it.
type Stored struct {
	Entry
	In  Collection
	Seq int64 // grows with each article added to the store, and is never used twice
}

// A Store keeps entries. It is safe for use by several goroutines.
//
// Nothing found is an empty result and a nil error. Every method gives up when
// its context ends, with an error that wraps the context's.
type Store interface {
	Writer
	Reader
	// Close ends all use of the store.
	Close() error
}

// A Writer changes what a store holds. Each call is one transaction: with an error it changes nothing.
type Writer interface {
	// Add keeps entries in a collection and reports how many were new. An article whose ID the collection already
	// has is left as it is. One whose ID another collection has is added: the same news may be in both.
	Add(ctx context.Context, in Collection, entries ...Entry) (added int, err error)
	// Remove takes an article out and reports whether it was there.
	Remove(ctx context.Context, in Collection, id article.ID) (bool, error)
	// SetPublished sets an article's publication day, and from says who gave it. It reports whether the article was
	// there. Dates in its words are relative to that day, so reread is called with the changed article and what it
	// returns takes the old entry's place, under the same ID and Seq.
	SetPublished(ctx context.Context, in Collection, id article.ID, day civil.Day, from article.Provenance,
		reread ReadFunc) (bool, error)
	// Reindex reads an article again, whichever collection has it, and reports whether it did: reread is called with
	// the article and what it returns, by higher Rules than those of the old entry, takes that one's place under
	// the same ID and Seq. An article that is gone, or has meanwhile been read by rules as high, is left as it is.
	// What Settle found is kept for the statements and events that stay the same.
	Reindex(ctx context.Context, seq int64, reread ReadFunc) (bool, error)
	// Settle works out what depends on all articles together: one canonical person for the many forms of a name,
	// speakers known only from the same words in another article, and which events are one story. Call it after the
	// other methods; it does nothing when nothing has changed since the last time. Until then queries answer from
	// what each article says by itself. A guild's articles never change what is settled for the operator's.
	Settle(ctx context.Context) error
}

// A ReadFunc finds the facts of an article again. It must not use the store, which may be
// in the middle of a transaction.
type ReadFunc func(context.Context, article.Article) (Entry, error)

// A Reader asks what the store holds; as is the asker's collection.
type Reader interface {
	// Revision is a number that grows with every change, also by another process: an
	// earlier answer is valid while it stays the same.
	Revision(ctx context.Context) (int64, error)
	// Newest is the highest Seq the asker sees; 0 when there is none.
	Newest(ctx context.Context, as Collection) (int64, error)
	// Outdated is the Seq of every article, of all collections, that was read by rules below these, in order.
	Outdated(ctx context.Context, rules int) ([]int64, error)
	// Latest is the newest day of publication of the articles with the places; zero
	// where none of them that the asker sees has one.
	Latest(ctx context.Context, as Collection, at []Place) (civil.Day, error)
	// Coverage is how much the asker sees.
	Coverage(ctx context.Context, as Collection) (Coverage, error)
	// Entries yields entries in order of Seq, or an error and nothing more.
	// Statements carry the speakers that Settle found.
	Entries(ctx context.Context, as Collection, q EntryQuery) iter.Seq2[Stored, error]
	// Texts yields entries as Entries does, in much less time, with only what a digest
	// compares: sentences, dates, statements when asked for, and the article's ID, title,
	// publisher, URL, day, text and order. A span cannot be found in the file.
	Texts(ctx context.Context, as Collection, q TextQuery) iter.Seq2[Stored, error]
	// Holds reports whether a collection itself has an article.
	Holds(ctx context.Context, in Collection, id article.ID) (bool, error)
	// Article is one article the asker sees, the operator's copy first; nil when there is none.
	Article(ctx context.Context, as Collection, id article.ID) (*article.Article, error)
	// Weigh counts, for each term, the sentences that hold it, and all sentences.
	Weigh(ctx context.Context, as Collection, terms []string) (Weights, error)
	// Spell gives words of the corpus that a word may be a misspelling of, nearest first, at most ten: one edit away for
	// words up to four letters, else two. A word that is in the corpus, or is as short as two letters, has none.
	Spell(ctx context.Context, as Collection, word string) ([]string, error)
	// Known gives those of the words, folded as term.Term's Word, that the corpus has.
	Known(ctx context.Context, as Collection, words []string) ([]string, error)
	// Match finds sentences that hold at least one of the terms, in order of Seq and sentence. Terms are keys of
	// the package term; any other string matches nothing. Boilerplate is never matched.
	Match(ctx context.Context, as Collection, terms []string) ([]Match, error)
	// Sentences gives sentences by their places, in order of Seq and index. Places the
	// asker may not see, and boilerplate, are left out.
	Sentences(ctx context.Context, as Collection, q SentenceQuery) ([]Line, error)
	// Statements finds what was said, newest publication first, undated last.
	Statements(ctx context.Context, as Collection, q StatementQuery) ([]StatementHit, error)
	// Events finds what happened, by first day.
	Events(ctx context.Context, as Collection, q EventQuery) ([]EventHit, error)
	// Days counts the events that are placed on a single day, in order of days; days without any are not listed.
	Days(ctx context.Context, as Collection) ([]DayCount, error)
	// People is everybody who speaks or, once settled, is named, most statements
	// first. Statements counts only what the asker sees.
	People(ctx context.Context, as Collection) ([]people.Person, error)
}

// Coverage is how much a store holds for an asker. First and Last are days of
// publication; zero when no article has one.
type Coverage struct {
	Articles   int
	Sentences  int
	Statements int
	Publishers int // different non-empty publishers
	First      civil.Day
	Last       civil.Day
}

// An EntryQuery chooses entries. The zero value chooses all; fields narrow it.
type EntryQuery struct {
	From  civil.Day // published on this day or later; leaves out the undated
	To    civil.Day // published on this day or earlier; leaves out the undated
	After int64     // Seq greater than this
	IDs   []article.ID
}

// Weights are how common terms are.
type Weights struct {
	Sentences int   // all that can be matched
	In        []int // of these, how many hold the term, in the order asked
}

// A Place is one sentence of the store.
type Place struct {
	Seq      int64 // of the stored article
	Sentence int   // index in the entry's Sentences
}

// A Match is a sentence that holds some of the terms asked.
type Match struct {
	Place
	Terms []int // indexes of the terms it holds, ascending
}

// A SentenceQuery chooses sentences.
type SentenceQuery struct {
	At   []Place
	From civil.Day // published on this day or later; leaves out the undated
	To   civil.Day // published on this day or earlier; leaves out the undated
}

// A Line is a sentence of the store.
type Line struct {
	text.Sentence
	At      Place
	In      Collection
	Article *article.Article
	Dated   bool // it holds an expression of time that was resolved
}

// A StatementQuery chooses statements. The zero value chooses all.
type StatementQuery struct {
	Speakers []string  // canonical names; any of them
	From     civil.Day // said (else published) on this day or later
	To       civil.Day // said (else published) on this day or earlier
	At       []Place   // with its cue or content in one of these sentences; nil for anywhere
	Limit    int       // 0 for all
}

// A StatementHit is a statement of one article. Its speaker, with the canonical name, is the one that Settle found.
type StatementHit struct {
	attribution.Statement
	In      Collection
	Seq     int64
	Article *article.Article
	Within  text.Sentence // the sentence that holds the cue
	// Conflict is set where other articles attribute the same words to another person.
	Conflict bool
	// Alike is a number shared by statements that say the same; 0 until settled.
	Alike int64
	Kind  people.Kind // of the speaker; "" where there is none
}

// Words is the statement's content in the article's words, a piece for each span.
func (t StatementHit) Words() []string {
	out := make([]string, len(t.Content))
	for i, s := range t.Content {
		out[i] = t.Article.At(s)
	}
	return out
}

// An EventQuery chooses events. The zero value chooses all.
type EventQuery struct {
	During  when.Interval // events that share a day with it; zero for any
	Longest int           // placed in so many days at most; 0 for any number
	Edges   bool          // and longer ones that begin or end with During
	At      []Place       // in one of these sentences; nil for anywhere
	Stories int           // only those of so many stories, the most widely reported; 0 for all
}

// An EventHit is an event of one article, with the date that places it.
type EventHit struct {
	when.Event
	In      Collection
	Seq     int64
	Story   int64 // events that are the same have one number; 0 until settled
	When    when.Date
	Article *article.Article
	Within  text.Sentence
}

// Text is the clause of the event, or its sentence where the clause is empty.
func (h EventHit) Text() string { return h.Article.At(h.Span()) }

// Span is where Text stands in the article.
func (h EventHit) Span() span.Span {
	if h.Clause.Empty() {
		return h.Within.Span
	}
	return h.Clause
}

// A DayCount is a day that has news.
type DayCount struct {
	Day    civil.Day
	Events int
}
