package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"rapporteur/corpus/article"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/store/dbfile"
)

// Remove implements Writer.
func (s *SQLite) Remove(ctx context.Context, in Collection, id article.ID) (bool, error) {
	found, err := s.change(ctx, in, id, remove)
	return found, dbfile.Wrap(err, "remove article %s from collection %q", id, in)
}

// change does something with an article and its collection, and reports whether the article was there.
func (s *SQLite) change(ctx context.Context, in Collection, id article.ID,
	do func(ctx context.Context, tx *sql.Tx, seq, from int64) error,
) (found bool, err error) {
	err = s.transact(ctx, func(tx *sql.Tx) error {
		seq, from, err := find(ctx, tx, in, id)
		if err != nil || seq == 0 {
			return err
		}
		found = true
		return do(ctx, tx, seq, from)
	})
	return found, err
}

// find is the row of an article and of its collection, or zeros.
func find(ctx context.Context, tx *sql.Tx, in Collection, id article.ID) (seq, from int64, err error) {
	err = tx.QueryRowContext(ctx,
		"SELECT a.seq, a.collection FROM "+articles+" WHERE c.name = ? AND a.id = ?", in, id).Scan(&seq, &from)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, 0, nil
	}
	return seq, from, err
}

func remove(ctx context.Context, tx *sql.Tx, seq, from int64) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM sentence WHERE rowid >= ?1 << "+sentenceShift+
		" AND rowid < (?1 + 1) << "+sentenceShift+"; DELETE FROM article WHERE seq = ?1", seq); err != nil {
		return err
	}
	return touch(ctx, tx, from)
}

// touch notes that a collection changed. The row has its words and people, megabytes of them, and is written but once.
func touch(ctx context.Context, tx *sql.Tx, collection int64) error {
	_, err := tx.ExecContext(ctx, "UPDATE collection SET stale = 1 WHERE id = ? AND stale = 0; "+
		"UPDATE revision SET n = n + 1", collection)
	return err
}

// SetPublished implements Writer.
func (s *SQLite) SetPublished(ctx context.Context, in Collection, id article.ID, day civil.Day,
	from article.Provenance, reread ReadFunc) (bool, error) {
	found, err := s.change(ctx, in, id, func(ctx context.Context, tx *sql.Tx, seq, into int64) error {
		a, err := s.articleAt(ctx, tx, seq)
		if err != nil {
			return err
		}
		a.Published, a.Dated = day, from
		e, err := reread(ctx, *a)
		if err != nil {
			return fmt.Errorf("read it again: %w", err)
		}
		e.Article = *a
		return s.replace(ctx, tx, seq, into, &e)
	})
	return found, dbfile.Wrap(err, "set the day of article %s in collection %q", id, in)
}
