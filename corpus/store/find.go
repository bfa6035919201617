package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"rapporteur/corpus/article"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/store/dbfile"
)

// articles is the FROM of queries for articles and their collections.
const articles = "article a JOIN collection c ON c.id = a.collection"

// visible is a condition on the alias a, the article, with one argument: the asker.
const visible = "a.collection IN (SELECT id FROM collection WHERE name IN ('', ?))"

// scopedTerm heads a term with its collection.
func scopedTerm(collection int64, key string) string {
	return strconv.FormatInt(collection, 10) + "." + key
}

// visibleCollections is the rows of the collections that the asker sees.
func (s *SQLite) visibleCollections(ctx context.Context, as Collection) ([]int64, error) {
	return dbfile.Column[int64](ctx, s.read, "SELECT id FROM collection WHERE name IN ('', ?) ORDER BY id", as)
}

// Revision implements Reader.
func (s *SQLite) Revision(ctx context.Context) (int64, error) {
	n, err := dbfile.Value[int64](ctx, s.read, "SELECT n FROM revision")
	return n, dbfile.Wrap(err, "revision")
}

// Newest implements Reader.
func (s *SQLite) Newest(ctx context.Context, as Collection) (int64, error) {
	seq, err := dbfile.Value[int64](ctx, s.read, "SELECT coalesce(max(a.seq), 0) FROM article a WHERE "+visible, as)
	return seq, dbfile.Wrap(err, "newest article for %q", as)
}

// Latest implements Reader.
func (s *SQLite) Latest(ctx context.Context, as Collection, at []Place) (civil.Day, error) {
	seqs := make([]int64, len(at))
	for i, p := range at {
		seqs[i] = p.Seq
	}
	published, err := dbfile.Value[sql.NullInt64](ctx, s.read,
		"SELECT max(a.published) FROM article a WHERE "+visible+" AND a.seq IN (SELECT value FROM json_each(?))", as,
		array(seqs))
	return day(published), dbfile.Wrap(err, "latest of %d places for %q", len(at), as)
}

// Coverage implements Reader.
func (s *SQLite) Coverage(ctx context.Context, as Collection) (Coverage, error) {
	var c Coverage
	var first, last sql.NullInt64
	err := s.read.QueryRowContext(ctx, `SELECT count(*), coalesce(sum(a.sentences), 0), coalesce(sum(a.statements), 0),
		count(DISTINCT nullif(a.publisher, '')), min(a.published), max(a.published) FROM article a WHERE `+visible, as).
		Scan(&c.Articles, &c.Sentences, &c.Statements, &c.Publishers, &first, &last)
	if err != nil {
		return Coverage{}, fmt.Errorf("coverage for %q: %w", as, err)
	}
	c.First, c.Last = day(first), day(last)
	return c, nil
}

// Holds implements Reader.
func (s *SQLite) Holds(ctx context.Context, in Collection, id article.ID) (bool, error) {
	n, err := dbfile.Value[int](ctx, s.read, "SELECT count(*) FROM "+articles+" WHERE c.name = ? AND a.id = ?", in, id)
	return n > 0, dbfile.Wrap(err, "look up article %s in %q", id, in)
}

// Article implements Reader.
func (s *SQLite) Article(ctx context.Context, as Collection, id article.ID) (*article.Article, error) {
	row := s.read.QueryRowContext(ctx, "SELECT "+articleColumns+" FROM "+articles+" WHERE a.id = ? AND "+visible+" "+
		"ORDER BY a.collection LIMIT 1", id, as)
	_, _, a, err := s.scanArticle(row)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return a, dbfile.Wrap(err, "article %s", id)
}

// articleAt reads the article of a row that is there.
func (s *SQLite) articleAt(ctx context.Context, db dbfile.Querier, seq int64) (*article.Article, error) {
	row := db.QueryRowContext(ctx, "SELECT "+articleColumns+" FROM "+articles+" WHERE a.seq = ?", seq)
	_, _, a, err := s.scanArticle(row)
	return a, err
}

// fillArticles reads the articles of rows, each once.
func (s *SQLite) fillArticles(ctx context.Context, seqs map[int64]*article.Article) error {
	return dbfile.Rows(ctx, s.read, func(r *sql.Rows) error {
		seq, _, a, err := s.scanArticle(r)
		seqs[seq] = a
		return err
	}, "SELECT "+articleColumns+" FROM "+articles+" WHERE a.seq IN (SELECT value FROM json_each(?))",
		array(slices.Collect(maps.Keys(seqs))))
}

// array is a list as SQLite's json_each takes it.
func array[T any](list []T) string {
	b, err := json.Marshal(list)
	if err != nil { // numbers and strings always have a form
		panic(err)
	}
	return string(b)
}

// batch is how many entries are read at a time: none is held open while the caller
// looks at one, who may well ask the store about it.
const batch = 32

// A reading is how much of each article's row is decoded.
type reading struct {
	name       string // for errors
	columns    string // of the article under the alias a, its collection under c
	scan       func(*sql.Rows) (Stored, error)
	statements bool // with statements, which want the speakers that Settle found
}

// Entries implements Reader.
func (s *SQLite) Entries(ctx context.Context, as Collection, q EntryQuery) iter.Seq2[Stored, error] {
	return s.each(ctx, as, q, reading{name: "entries", columns: entryColumns, scan: s.scanEntry, statements: true})
}

// each yields the entries chosen, batch by batch.
func (s *SQLite) each(ctx context.Context, as Collection, q EntryQuery, r reading) iter.Seq2[Stored, error] {
	return func(yield func(Stored, error) bool) {
		q := q // so that the sequence can be gone through again
		for {
			some, err := s.next(ctx, as, q, r)
			if err != nil {
				yield(Stored{}, fmt.Errorf("%s for %q: %w", r.name, as, err))
				return
			}
			for _, e := range some {
				if !yield(e, nil) {
					return
				}
				q.After = e.Seq
			}
			if len(some) < batch {
				return
			}
		}
	}
}

// next reads one batch.
func (s *SQLite) next(ctx context.Context, as Collection, q EntryQuery, r reading) ([]Stored, error) {
	where, args := q.where(as)
	out, err := r.batch(ctx, s.read, where, args...)
	if err != nil || !r.statements {
		return out, err
	}
	return out, s.settled(ctx, out)
}

// batch reads the first entries for which a condition holds.
func (r reading) batch(ctx context.Context, db dbfile.Querier, where string, args ...any) ([]Stored, error) {
	var out []Stored
	err := dbfile.Rows(ctx, db, func(row *sql.Rows) error {
		e, err := r.scan(row)
		out = append(out, e)
		return err
	}, "SELECT "+r.columns+" FROM "+articles+" WHERE "+where+" ORDER BY a.seq LIMIT "+strconv.Itoa(batch), args...)
	return out, err
}

// entryColumns are what scanEntry reads, of the table under the alias a.
const entryColumns = articleColumns + ", a.facts, a.rules"

// scanEntry decodes all of an entry.
func (s *SQLite) scanEntry(r *sql.Rows) (Stored, error) {
	var packed []byte
	var rules int
	seq, in, a, err := s.scanArticle(r, &packed, &rules)
	if err != nil {
		return Stored{}, err
	}
	e := Stored{In: in, Seq: seq, Entry: Entry{Article: *a, Rules: rules}}
	if err := s.fill(&e.Entry, packed); err != nil {
		return Stored{}, fmt.Errorf("facts of article %s: %w", a.ID, err)
	}
	return e, nil
}

func (s *SQLite) fill(e *Entry, packed []byte) error {
	var f facts
	if err := s.unpacker.unpack(packed, func(b []byte) error { return decode(b, &f) }); err != nil {
		return err
	}
	e.Sentences, e.Statements, e.Dates, e.Events, e.Sightings = f.Sentences, f.Statements, f.Dates, f.Events,
		f.Sightings
	return nil
}

// settled gives the statements of entries the speakers that Settle found.
func (s *SQLite) settled(ctx context.Context, entries []Stored) error {
	at := make(map[int64]*Stored, len(entries))
	seqs := make([]int64, len(entries))
	for i := range entries {
		at[entries[i].Seq], seqs[i] = &entries[i], entries[i].Seq
	}
	return dbfile.Rows(ctx, s.read, func(r *sql.Rows) error {
		var seq int64
		var n int
		var person string
		var speaker []byte
		if err := r.Scan(&seq, &n, &person, &speaker); err != nil {
			return err
		}
		e := at[seq]
		if n >= len(e.Statements) {
			return nil
		}
		_, err := settledSpeaker(&e.Statements[n], person, speaker)
		return err
	}, "SELECT article, n, person, settled FROM statement WHERE article IN (SELECT value FROM json_each(?))", array(seqs))
}

// where is the condition of an entry query, on the alias a.
func (q EntryQuery) where(as Collection) (string, []any) {
	conds, args := []string{visible, "a.seq > ?"}, []any{as, q.After}
	if !q.From.IsZero() {
		conds, args = append(conds, "a.published >= ?"), append(args, number(q.From))
	}
	if !q.To.IsZero() {
		conds, args = append(conds, "a.published <= ?"), append(args, number(q.To))
	}
	if q.IDs != nil {
		conds, args = append(conds, "a.id IN (SELECT value FROM json_each(?))"), append(args, array(q.IDs))
	}
	return strings.Join(conds, " AND "), args
}

// Weigh implements Reader.
func (s *SQLite) Weigh(ctx context.Context, as Collection, terms []string) (Weights, error) {
	w := Weights{In: make([]int, len(terms))}
	ids, err := s.visibleCollections(ctx, as)
	if err != nil {
		return Weights{}, fmt.Errorf("weigh terms: %w", err)
	}
	cover, err := s.Coverage(ctx, as)
	if err != nil {
		return Weights{}, fmt.Errorf("weigh terms: %w", err)
	}
	w.Sentences = cover.Sentences
	for i, t := range terms {
		for _, id := range ids {
			n, err := dbfile.Value[int](ctx, s.read, "SELECT doc FROM sentence_term WHERE term = ?", scopedTerm(id, t))
			if err != nil {
				return Weights{}, fmt.Errorf("weigh term %q: %w", t, err)
			}
			w.In[i] += n
		}
	}
	return w, nil
}
