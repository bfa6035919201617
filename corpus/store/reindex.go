package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store/dbfile"
)

// Outdated implements Reader.
func (s *SQLite) Outdated(ctx context.Context, rules int) ([]int64, error) {
	// Left to itself, SQLite would go through the articles in order of Seq.
	out, err := dbfile.Column[int64](ctx, s.read,
		"SELECT seq FROM article INDEXED BY article_rules WHERE rules < ? ORDER BY seq", rules)
	return out, dbfile.Wrap(err, "articles read by rules below %d", rules)
}

// Reindex implements Writer. It reads before its transaction, since reading takes most of
// the time and another process that writes need not wait for it, and not through the
// readers' pool: all articles mapped would count as the program's memory.
func (s *SQLite) Reindex(ctx context.Context, seq int64, reread ReadFunc) (bool, error) {
	renewed := false
	a, err := s.articleAt(ctx, s.write, seq)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	var e Entry
	if err == nil {
		e, err = reread(ctx, *a)
	}
	if err == nil {
		err = s.transact(ctx, func(tx *sql.Tx) error {
			into, err := dbfile.Value[int64](ctx, tx,
				"SELECT collection FROM article WHERE seq = ? AND rules < ?", seq, e.Rules)
			if err != nil || into == 0 {
				return err
			}
			renewed = true
			return s.replace(ctx, tx, seq, into, &e)
		})
	}
	return renewed, dbfile.Wrap(err, "read article %d again", seq)
}

// replace puts an entry in the place of that of seq, in the collection's row into.
func (s *SQLite) replace(ctx context.Context, tx *sql.Tx, seq, into int64, e *Entry) error {
	old, err := s.found(ctx, tx, seq)
	if err != nil {
		return fmt.Errorf("read what was settled: %w", err)
	}
	if err := remove(ctx, tx, seq, into); err != nil {
		return err
	}
	w, err := s.writing(ctx, tx, into)
	if err != nil {
		return err
	}
	if _, err := w.add(ctx, e, seq); err != nil {
		return err
	}
	if err := old.keep(ctx, tx, seq, e); err != nil {
		return fmt.Errorf("keep what was settled: %w", err)
	}
	return w.finish(ctx, true)
}

// findings are what Settle found about the statements and events of one article.
type findings struct {
	statements map[string]finding // by what was said, as contentKey
	stories    map[eventKey]int64
}

// A finding is what Settle found about a statement.
type finding struct {
	speaker attribution.Speaker // as the article has it
	person  string
	alike   sql.NullInt64
	settled []byte
}

// contentKey is where a content stands.
func contentKey(content []span.Span) string { return fmt.Sprint(content) }

// An eventKey is the sentence of an event and its days.
type eventKey struct {
	sentence    span.Span
	first, last civil.Day
}

func (e *Entry) eventKey(i int) eventKey {
	d := e.Dates[e.Events[i].Date]
	return eventKey{e.Sentences[e.Events[i].Sentence].Span, d.From, d.To}
}

// found reads what Settle found about the article of seq.
func (s *SQLite) found(ctx context.Context, tx *sql.Tx, seq int64) (findings, error) {
	f := findings{make(map[string]finding), make(map[eventKey]int64)}
	var e Entry
	packed, err := dbfile.Value[[]byte](ctx, tx, "SELECT facts FROM article WHERE seq = ?", seq)
	if err == nil {
		err = s.fill(&e, packed)
	}
	if err != nil {
		return f, err
	}
	err = dbfile.Rows(ctx, tx, func(r *sql.Rows) error {
		var n int
		var one finding
		if err := r.Scan(&n, &one.person, &one.alike, &one.settled); err != nil || n >= len(e.Statements) {
			return err
		}
		one.speaker = e.Statements[n].Speaker
		f.statements[contentKey(e.Statements[n].Content)] = one
		return nil
	}, "SELECT n, person, alike, settled FROM statement WHERE article = ?", seq)
	if err != nil {
		return f, err
	}
	err = dbfile.Rows(ctx, tx, func(r *sql.Rows) error {
		var n int
		var story int64
		if err := r.Scan(&n, &story); err != nil || n >= len(e.Events) {
			return err
		}
		f.stories[e.eventKey(n)] = story
		return nil
	}, "SELECT n, story FROM event WHERE article = ? AND story IS NOT NULL", seq)
	return f, err
}

// keep gives the statements and events of the new entry what was found about the same ones in the old entry: their
// groups, and the speaker where the article says the same of the speaker as before.
func (f findings) keep(ctx context.Context, tx *sql.Tx, seq int64, e *Entry) error {
	for i, st := range e.Statements {
		one, ok := f.statements[contentKey(st.Content)]
		if !ok {
			continue
		}
		if one.speaker != st.Speaker {
			one.person, one.settled = st.Speaker.Name, nil
		}
		_, err := tx.ExecContext(ctx, "UPDATE statement SET person = ?, alike = ?, settled = ? WHERE article = ? "+
			"AND n = ?", one.person, one.alike, one.settled, seq, i)
		if err != nil {
			return fmt.Errorf("statement %d: %w", i, err)
		}
	}
	for i := range e.Events {
		story, ok := f.stories[e.eventKey(i)]
		if !ok {
			continue
		}
		if _, err := tx.ExecContext(ctx,
			"UPDATE event SET story = ? WHERE article = ? AND n = ?", story, seq, i); err != nil {
			return fmt.Errorf("event %d: %w", i, err)
		}
	}
	return nil
}
