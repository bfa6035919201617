package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/store/dbfile"
	"rapporteur/corpus/text/near"
	"rapporteur/corpus/text/term"
)

// sentenceBits is how many low bits of a sentence row's number are its index; an article of the largest size taken,
// 10 MiB, has fewer than 2^20 sentences of ten bytes or more.
const (
	sentenceBits  = 20
	sentenceShift = "20"      // for SQL
	sentenceMask  = "1048575" // 1<<sentenceBits - 1
)

// Add implements Writer.
func (s *SQLite) Add(ctx context.Context, in Collection, entries ...Entry) (int, error) {
	added := 0
	err := s.transact(ctx, func(tx *sql.Tx) error {
		into, err := s.collection(ctx, tx, in)
		if err != nil {
			return err
		}
		w, err := s.writing(ctx, tx, into)
		if err != nil {
			return err
		}
		for i := range entries {
			fresh, err := w.add(ctx, &entries[i], 0)
			if err != nil {
				return fmt.Errorf("article %s: %w", entries[i].Article.ID, err)
			}
			if fresh {
				added++
			}
		}
		return w.finish(ctx, added > 0)
	})
	if err != nil {
		return 0, fmt.Errorf("add to collection %q: %w", in, err)
	}
	return added, nil
}

// collection is the row of a collection, which is made when it is new.
func (s *SQLite) collection(ctx context.Context, tx *sql.Tx, in Collection) (int64, error) {
	_, err := tx.ExecContext(ctx, "INSERT INTO collection (name) VALUES (?) ON CONFLICT DO NOTHING", in)
	if err != nil {
		return 0, err
	}
	return dbfile.Value[int64](ctx, tx, "SELECT id FROM collection WHERE name = ?", in)
}

// A writing is one transaction that puts articles into one collection. Full-text
// rows are gathered and copied at the end: row by row they cost four times as much.
type writing struct {
	*SQLite
	tx    *sql.Tx
	into  int64
	words map[string]bool
	pack  packer

	article, statement, event, sighting, staged *sql.Stmt
}

func (s *SQLite) writing(ctx context.Context, tx *sql.Tx, into int64) (*writing, error) {
	w := &writing{SQLite: s, tx: tx, into: into, words: make(map[string]bool)}
	if _, err := tx.ExecContext(ctx,
		"CREATE TEMP TABLE IF NOT EXISTS staged (id INTEGER PRIMARY KEY, terms TEXT NOT NULL)"); err != nil {
		return nil, err
	}
	for _, p := range []struct {
		to    **sql.Stmt
		query string
	}{
		{&w.article,
			`INSERT INTO article (seq, collection, id, title, publisher, url, published, dated, path, format, language,
			sentences, statements, text, layout, facts, rules)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`},
		{&w.statement, "INSERT INTO statement (article, n, first, last, named, person, day, collection, sketch, fact) " +
			"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
		{&w.event, "INSERT INTO event (article, n, collection, publisher, sentence, first, last, sketch, fact) " +
			"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"},
		{&w.sighting, "INSERT INTO sighting (article, n, name, kind, gender, role, count) VALUES (?, ?, ?, ?, ?, ?, ?)"},
		{&w.staged, "INSERT INTO staged (id, terms) VALUES (?, ?)"},
	} {
		st, err := tx.PrepareContext(ctx, p.query)
		if err != nil {
			return nil, err
		}
		*p.to = st
	}
	return w, nil
}

// add writes an entry under seq, or under the next one when seq is 0, and reports whether it was new.
func (w *writing) add(ctx context.Context, e *Entry, seq int64) (bool, error) {
	if err := check(e); err != nil {
		return false, err
	}
	told := *e // without what nobody is answered with
	told.Statements = slices.DeleteFunc(slices.Clone(e.Statements), func(s attribution.Statement) bool { return s.Unsaid })
	e = &told
	seq, err := w.addArticle(ctx, e, seq)
	if err != nil || seq == 0 {
		return false, err
	}
	if err := w.addStatements(ctx, e, seq); err != nil {
		return false, err
	}
	if err := w.addEvents(ctx, e, seq); err != nil {
		return false, err
	}
	for i, g := range e.Sightings {
		if _, err := w.sighting.ExecContext(ctx, seq, i, g.Name, g.Kind, g.Gender, g.Role, max(1, g.Count)); err != nil {
			return false, fmt.Errorf("sighting %d: %w", i, err)
		}
	}
	return true, w.addTerms(ctx, e, seq)
}

// errEntry is the fault of an entry whose parts do not belong together.
var errEntry = errors.New("entry is inconsistent")

// check finds the indexes and spans that would make a later answer impossible.
func check(e *Entry) error {
	size := len(e.Article.Text)
	for i, s := range e.Sentences {
		if s.Start < 0 || s.End < s.Start || s.End > size {
			return fmt.Errorf("%w: sentence %d is %v of %d bytes", errEntry, i, s.Span, size)
		}
	}
	if len(e.Sentences) >= 1<<sentenceBits {
		return fmt.Errorf("%w: %d sentences", errEntry, len(e.Sentences))
	}
	for i, st := range e.Statements {
		if st.Sentence < 0 || st.Sentence >= len(e.Sentences) || len(st.Content) == 0 {
			return fmt.Errorf("%w: statement %d has sentence %d of %d and %d contents", errEntry, i, st.Sentence,
				len(e.Sentences), len(st.Content))
		}
		for _, c := range st.Content {
			if c.Start < 0 || c.Empty() || c.End > size {
				return fmt.Errorf("%w: content of statement %d is %v of %d bytes", errEntry, i, c, size)
			}
		}
	}
	for i, ev := range e.Events {
		if ev.Sentence < 0 || ev.Sentence >= len(e.Sentences) || ev.Date < 0 || ev.Date >= len(e.Dates) ||
			ev.Clause.End > size {
			return fmt.Errorf("%w: event %d is of sentence %d and date %d", errEntry, i, ev.Sentence, ev.Date)
		}
	}
	return nil
}

// addArticle is 0 when the collection has the article already.
func (w *writing) addArticle(ctx context.Context, e *Entry, seq int64) (int64, error) {
	a := &e.Article
	words, err1 := w.pack.pack([]byte(a.Text))
	lines, err2 := encode(layout{Head: a.Head, Body: a.Body, Ordered: a.Ordered, File: a.File})
	read, err3 := encode(facts{e.Sentences, e.Statements, e.Dates, e.Events, e.Sightings})
	read, err4 := w.pack.pack(read)
	if err := errors.Join(err1, err2, err3, err4); err != nil {
		return 0, err
	}
	matched := 0
	for _, sent := range e.Sentences {
		if !sent.Boilerplate {
			matched++
		}
	}
	r, err := w.article.ExecContext(ctx, sql.NullInt64{Int64: seq, Valid: seq != 0}, w.into, a.ID, a.Title,
		a.Publisher, a.URL, number(a.Published), a.Dated, a.Path, a.Format, a.Language, matched, len(e.Statements), words,
		lines, read, e.Rules)
	if err != nil {
		return 0, err
	}
	if n, err := r.RowsAffected(); err != nil || n == 0 {
		return 0, err
	}
	return r.LastInsertId()
}

func (w *writing) addStatements(ctx context.Context, e *Entry, seq int64) error {
	for i, st := range e.Statements {
		fact, err := encode(statementRow{st, e.Sentences[st.Sentence]})
		if err != nil {
			return err
		}
		first, last := e.reach(i)
		if _, err := w.statement.ExecContext(ctx, seq, i, first, last, st.Speaker.Name, st.Speaker.Name,
			number(e.saidOn(i)), w.into, e.saidSketch(i), fact); err != nil {
			return fmt.Errorf("statement %d: %w", i, err)
		}
	}
	return nil
}

// reach is the first and the last sentence with a part of statement i.
func (e *Entry) reach(i int) (first, last int) {
	st := e.Statements[i]
	first, last = st.Sentence, st.Sentence
	for n, sent := range e.Sentences {
		for _, c := range st.Content {
			if c.Overlaps(sent.Span) {
				first, last = min(first, n), max(last, n)
			}
		}
	}
	return first, last
}

// saidOn is the day of statement i: when it was said, else when it was published.
func (e *Entry) saidOn(i int) civil.Day {
	if d := e.Statements[i].SaidOn; !d.IsZero() {
		return d
	}
	return e.Article.Published
}

func (w *writing) addEvents(ctx context.Context, e *Entry, seq int64) error {
	for i, ev := range e.Events {
		d := e.Dates[ev.Date]
		fact, err := encode(eventRow{ev, d, e.Sentences[ev.Sentence]})
		if err != nil {
			return err
		}
		if _, err := w.event.ExecContext(ctx, seq, i, w.into, e.Article.Publisher, ev.Sentence, number(d.From),
			number(d.To), e.eventSketch(i), fact); err != nil {
			return fmt.Errorf("event %d: %w", i, err)
		}
	}
	return nil
}

// saidSketch is the sketch of statement i, by which others alike are found.
func (e *Entry) saidSketch(i int) []byte {
	return packSketch(near.Read(contentOf(e.Statements[i].Content, e.Article.Text)).Sketch())
}

// eventSketch is the sketch of event i, by which others of its story are found.
func (e *Entry) eventSketch(i int) []byte {
	return packSketch(near.Read(e.Article.At(e.Sentences[e.Events[i].Sentence].Span)).Sketch())
}

// addTerms stages the full-text rows of an article's sentences.
func (w *writing) addTerms(ctx context.Context, e *Entry, seq int64) error {
	var row strings.Builder
	for n, sent := range e.Sentences {
		if sent.Boilerplate {
			continue
		}
		row.Reset()
		for _, t := range w.memo.Split(e.Article.At(sent.Span)) {
			w.words[t.Word] = true
			if !term.Common(t.Word) {
				row.WriteString(scopedTerm(w.into, t.Key))
				row.WriteByte(' ')
			}
		}
		if _, err := w.staged.ExecContext(ctx, seq<<sentenceBits|int64(n), row.String()); err != nil {
			return fmt.Errorf("terms of sentence %d: %w", n, err)
		}
	}
	return nil
}

// finish indexes what was added, remembers its words, and that it has not been settled.
func (w *writing) finish(ctx context.Context, changed bool) error {
	if !changed {
		return nil
	}
	if err := w.index(ctx); err != nil {
		return err
	}
	if err := touch(ctx, w.tx, w.into); err != nil {
		return err
	}
	st, err := w.tx.PrepareContext(ctx, "INSERT INTO word (collection, word) VALUES (?, ?) ON CONFLICT DO NOTHING")
	if err != nil {
		return err
	}
	for word := range w.words {
		if _, err := st.ExecContext(ctx, w.into, word); err != nil {
			return err
		}
	}
	return nil
}

// index copies the staged rows.
func (w *writing) index(ctx context.Context) error {
	_, err := w.tx.ExecContext(ctx, "INSERT INTO sentence (rowid, terms) SELECT id, terms FROM staged ORDER BY id; "+
		"DELETE FROM staged")
	return err
}
