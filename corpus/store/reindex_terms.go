package store

import (
	"context"
	"database/sql"
	"fmt"

	"rapporteur/corpus/store/dbfile"
	"rapporteur/corpus/text/term"
)

// checkTermRules is nil where what is kept under the keys of words was made by the rules
// of this program, otherwise dbfile.ErrOlder or dbfile.ErrNewer.
func (s *SQLite) checkTermRules(ctx context.Context) error {
	made, err := dbfile.Value[int](ctx, s.read, "SELECT term FROM rules")
	if err != nil {
		return fmt.Errorf("read the rules of the index: %w", err)
	}
	switch {
	case made < term.Rules:
		return dbfile.ErrOlder
	case made > term.Rules:
		return dbfile.ErrNewer
	}
	return nil
}

// reindexTerms makes again what is kept under the keys of words: the full-text rows, and
// the sketches by which new reports find old ones. What Settle found stays. A store of a
// hundred thousand sentences takes a quarter of a minute, once.
func (s *SQLite) reindexTerms(ctx context.Context) error {
	err := s.transact(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "INSERT INTO sentence (sentence) VALUES ('delete-all')"); err != nil {
			return err
		}
		w := writing{SQLite: s, tx: tx, words: make(map[string]bool)}
		if err := w.prepare(ctx); err != nil {
			return err
		}
		for after, more := int64(0), true; more; {
			some, err := w.entriesAfter(ctx, after)
			if err != nil {
				return err
			}
			for i := range some {
				if err := w.reindexEntry(ctx, &some[i]); err != nil {
					return fmt.Errorf("article %s: %w", some[i].Article.ID, err)
				}
				after = some[i].Seq
			}
			if err := w.index(ctx); err != nil {
				return err
			}
			clear(w.words) // the words are what they were
			more = len(some) == batch
		}
		_, err := tx.ExecContext(ctx, "UPDATE rules SET term = ?", term.Rules)
		return err
	})
	return dbfile.Wrap(err, "index again by rules %d", term.Rules)
}

// entriesAfter reads the next entries of all collections.
func (w *writing) entriesAfter(ctx context.Context, seq int64) ([]Stored, error) {
	return reading{columns: entryColumns, scan: w.scanEntry}.batch(ctx, w.tx, "a.seq > ?", seq)
}

// reindexEntry stages an entry's full-text rows and sketches its words again.
func (w *writing) reindexEntry(ctx context.Context, e *Stored) error {
	var err error
	if w.into, err = w.collection(ctx, w.tx, e.In); err != nil {
		return err
	}
	for i := range e.Statements {
		if _, err := w.tx.ExecContext(ctx,
			"UPDATE statement SET sketch = ? WHERE article = ? AND n = ?", e.saidSketch(i), e.Seq, i); err != nil {
			return fmt.Errorf("statement %d: %w", i, err)
		}
	}
	for i := range e.Events {
		if _, err := w.tx.ExecContext(ctx,
			"UPDATE event SET sketch = ? WHERE article = ? AND n = ?", e.eventSketch(i), e.Seq, i); err != nil {
			return fmt.Errorf("event %d: %w", i, err)
		}
	}
	return w.addTerms(ctx, &e.Entry, e.Seq)
}
