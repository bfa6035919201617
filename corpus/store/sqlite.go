package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"time"

	"rapporteur/corpus/store/dbfile"
	"rapporteur/corpus/text/term"
)

//go:embed migrations/*.sql
var migrations embed.FS

// SQLite is a Store in one file, or in memory.
type SQLite struct {
	write *sql.DB // one connection: SQLite has one writer at a time
	read  *sql.DB // the same pool as write when in memory

	lexicons lexicons
	unpacker unpacker
	memo     term.Memo
}

var _ Store = (*SQLite)(nil)

// Open opens the store in the file at path, and makes the file if needed; the folder
// must exist. Several processes may have it open. A file of an earlier version of the
// program is upgraded; one of a later version is left as it is (dbfile.ErrNewer).
func Open(ctx context.Context, path string) (*SQLite, error) {
	s := new(SQLite)
	return s.opened(ctx, path, s.open(path), s.upgrade)
}

// OpenReadOnly opens the store in the file at path to read it only: nothing in the file changes, and every method of
// Writer fails. One that Open would upgrade is not opened (dbfile.ErrOlder).
func OpenReadOnly(ctx context.Context, path string) (*SQLite, error) {
	db, err := dbfile.OpenReadOnly(path)
	s := &SQLite{write: db, read: db}
	return s.opened(ctx, path, err, s.current)
}

// Memory is an empty store that lasts until it is closed.
func Memory(ctx context.Context) (*SQLite, error) {
	db, err := dbfile.Memory()
	s := &SQLite{write: db, read: db}
	return s.opened(ctx, "in memory", err, s.upgrade)
}

// open opens the pools of a file. Only readers map the file, up to 256 MiB of it:
// Settle goes through all pages, and mapped they would all count as the program's memory.
func (s *SQLite) open(path string) (err error) {
	if s.write, err = dbfile.Open(path, dbfile.Options{Fast: true}); err != nil {
		return err
	}
	s.read, err = dbfile.Open(path, dbfile.Options{Fast: true, ReadOnly: true, Mapped: 256 << 20})
	return err
}

// opened is the store once ready has found or made it fit for use, or what is wrong with it.
func (s *SQLite) opened(ctx context.Context, name string, err error, ready func(context.Context) error) (
	*SQLite, error,
) {
	if err == nil {
		err = ready(ctx)
	}
	if err != nil {
		s.Close() //nolint:errcheck // nothing was done that could be lost
		return nil, fmt.Errorf("open store %s: %w", name, err)
	}
	return s, nil
}

// upgrade brings the schema, and what is kept under the keys of words, up to this version of the program.
func (s *SQLite) upgrade(ctx context.Context) error {
	if err := dbfile.Upgrade(ctx, s.write, migrations); err != nil {
		return err
	}
	err := s.current(ctx)
	if errors.Is(err, dbfile.ErrOlder) {
		return s.reindexTerms(ctx)
	}
	return err
}

// current is nil for a store that upgrade would leave as it is, else dbfile.ErrOlder or dbfile.ErrNewer.
func (s *SQLite) current(ctx context.Context) error {
	if err := dbfile.Current(ctx, s.read, migrations); err != nil {
		return err
	}
	made, err := dbfile.Value[int](ctx, s.read, "SELECT term FROM rules")
	switch {
	case err != nil:
		return fmt.Errorf("read the rules of the index: %w", err)
	case made < term.Rules:
		return dbfile.ErrOlder
	case made > term.Rules:
		return dbfile.ErrNewer
	}
	return nil
}

// Close implements Store.
func (s *SQLite) Close() error {
	var errs []error
	for _, pool := range []*sql.DB{s.write, s.read} { // the second time, when they are one, does nothing
		if pool != nil {
			errs = append(errs, pool.Close())
		}
	}
	return dbfile.Wrap(errors.Join(errs...), "close store")
}

// patience is how long a writer waits for another process, which may be in the middle of Settle on a large corpus.
const patience = 10 * time.Minute

// transact runs do in a transaction of the write connection.
func (s *SQLite) transact(ctx context.Context, do func(*sql.Tx) error) error {
	return dbfile.Transact(ctx, s.write, patience, do)
}
