package store

import (
	"context"
	"database/sql"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/store/dbfile"
)

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
