package store

import (
	"context"
	"database/sql"
	"fmt"

	"rapporteur/corpus/civil"
)

// Newest implements Reader.
func (s *SQLite) Newest(ctx context.Context, as Collection) (int64, error) {
	var seq sql.NullInt64
	if err := s.read.QueryRowContext(ctx, "SELECT max(a.seq) FROM article a WHERE "+visible, as).Scan(&seq); err != nil {
		return 0, fmt.Errorf("newest article for %q: %w", as, err)
	}
	return seq.Int64, nil
}

// Latest implements Reader.
func (s *SQLite) Latest(ctx context.Context, as Collection, at []Place) (civil.Day, error) {
	seqs := make([]int64, len(at))
	for i, p := range at {
		seqs[i] = p.Seq
	}
	var published sql.NullInt64
	err := s.read.QueryRowContext(ctx, "SELECT max(a.published) FROM article a WHERE "+visible+" AND a.seq IN (SELECT value FROM json_each(?))", as, array(seqs)).Scan(&published)
	if err != nil {
		return civil.Day{}, fmt.Errorf("latest of %d places for %q: %w", len(at), as, err)
	}
	return day(published), nil
}
