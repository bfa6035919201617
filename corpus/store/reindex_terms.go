package store

import (
	"context"
	"database/sql"
	"fmt"

	"rapporteur/corpus/store/dbfile"
	"rapporteur/corpus/text/term"
)

// reindexTerms makes again what is kept under the keys of words: the full-text rows, and
// the sketches by which new reports find old ones. What Settle found stays. A store of a
// hundred thousand sentences takes a quarter of a minute, once.
func (s *SQLite) reindexTerms(ctx context.Context) error {
	err := s.transact(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "INSERT INTO sentence (sentence) VALUES ('delete-all')"); err != nil {
			return err
		}
		w, err := s.writing(ctx, tx, 0)
		if err != nil {
			return err
		}
		all := reading{columns: entryColumns, scan: s.scanEntry}
		for after, more := int64(0), true; more; {
			some, err := all.batch(ctx, tx, "a.seq > ?", after)
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
		_, err = tx.ExecContext(ctx, "UPDATE rules SET term = ?", term.Rules)
		return err
	})
	return dbfile.Wrap(err, "index again by rules %d", term.Rules)
}

// reindexEntry stages an entry's full-text rows and sketches its words again.
func (w *writing) reindexEntry(ctx context.Context, e *Stored) error {
	var err error
	if w.into, err = w.collection(ctx, w.tx, e.In); err != nil {
		return err
	}
	for _, rows := range []struct {
		table  string
		n      int
		sketch func(int) []byte
	}{{"statement", len(e.Statements), e.saidSketch}, {"event", len(e.Events), e.eventSketch}} {
		for i := range rows.n {
			if _, err := w.tx.ExecContext(ctx, "UPDATE "+rows.table+" SET sketch = ? WHERE article = ? AND n = ?",
				rows.sketch(i), e.Seq, i); err != nil {
				return fmt.Errorf("%s %d: %w", rows.table, i, err)
			}
		}
	}
	return w.addTerms(ctx, &e.Entry, e.Seq)
}
