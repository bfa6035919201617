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
	found := false
	err := s.transact(ctx, func(tx *sql.Tx) error {
		seq, from, err := find(ctx, tx, in, id)
		if err != nil || seq == 0 {
			return err
		}
		found = true
		return remove(ctx, tx, seq, from)
	})
	return found, dbfile.Wrap(err, "remove article %s from collection %q", id, in)
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
	if _, err := tx.ExecContext(ctx,
		"DELETE FROM sentence WHERE rowid >= ? AND rowid < ?", seq<<sentenceBits, (seq+1)<<sentenceBits); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM article WHERE seq = ?", seq); err != nil {
		return err
	}
	return touch(ctx, tx, from)
}

// touch notes that a collection changed. The row has its words and people, megabytes of
// them, and is written but once.
func touch(ctx context.Context, tx *sql.Tx, collection int64) error {
	if _, err := tx.ExecContext(ctx,
		"UPDATE collection SET stale = 1 WHERE id = ? AND stale = 0", collection); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, "UPDATE revision SET n = n + 1")
	return err
}

// SetPublished implements Writer.
func (s *SQLite) SetPublished(ctx context.Context, in Collection, id article.ID, day civil.Day,
	from article.Provenance, reread ReadFunc) (bool, error) {
	found := false
	err := s.transact(ctx, func(tx *sql.Tx) error {
		seq, into, err := find(ctx, tx, in, id)
		if err != nil || seq == 0 {
			return err
		}
		found = true
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
