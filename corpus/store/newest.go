package store

import (
	"context"
	"database/sql"
	"fmt"
)

// Newest implements Reader.
func (s *SQLite) Newest(ctx context.Context, as Collection) (int64, error) {
	var seq sql.NullInt64
	if err := s.read.QueryRowContext(ctx, "SELECT max(a.seq) FROM article a WHERE "+seen, as).Scan(&seq); err != nil {
		return 0, fmt.Errorf("newest article for %q: %w", as, err)
	}
	return seq.Int64, nil
}
