package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"runtime"
	"time"

	sqlite3 "modernc.org/sqlite/lib"

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

// Open opens the store in the file at path, which it makes if need be; the folder
// must exist. Several processes may have it open. A file of an earlier version of the
// program is upgraded; one of a later version is left as it is (dbfile.ErrNewer).
func Open(ctx context.Context, path string) (*SQLite, error) {
	s := new(SQLite)
	err := s.open(path)
	if err == nil {
		err = s.upgrade(ctx)
	}
	return s.opened(path, err)
}

// Look opens the store in the file at path to read it only: nothing in the file
// changes, and every Writer's method fails. One that Open would upgrade is not opened
// (dbfile.ErrOlder).
func Look(ctx context.Context, path string) (*SQLite, error) {
	db, err := dbfile.Look(path)
	s := &SQLite{write: db, read: db}
	if err == nil {
		err = s.current(ctx)
	}
	return s.opened(path, err)
}

// Memory is an empty store that lasts until it is closed.
func Memory(ctx context.Context) (*SQLite, error) {
	db, err := dbfile.Memory("_pragma=foreign_keys(1)", "_pragma=temp_store(2)")
	s := &SQLite{write: db, read: db}
	if err == nil {
		err = s.upgrade(ctx)
	}
	return s.opened("in memory", err)
}

// open opens the pools of a file.
func (s *SQLite) open(path string) (err error) {
	settings := []string{"_pragma=synchronous(NORMAL)", "_pragma=foreign_keys(1)", "_pragma=temp_store(2)"}
	if s.write, err = dbfile.Open(path, append(settings, "_txlock=immediate")...); err != nil {
		return err
	}
	s.write.SetMaxOpenConns(1)
	// Only readers map the file, up to 256 MiB of it: settling goes through all pages,
	// and mapped they would all count as the program's memory.
	if s.read, err = dbfile.Open(path, append(settings, "_pragma=query_only(1)", "_pragma=mmap_size(268435456)")...); err != nil {
		return err
	}
	s.read.SetMaxOpenConns(max(4, runtime.GOMAXPROCS(0)))
	s.read.SetMaxIdleConns(max(4, runtime.GOMAXPROCS(0)))
	return nil
}

// opened is the store, or what went wrong with it.
func (s *SQLite) opened(name string, err error) (*SQLite, error) {
	if err != nil {
		s.Close() //nolint:errcheck // nothing was done that could be lost
		return nil, fmt.Errorf("open store %s: %w", name, err)
	}
	return s, nil
}

// upgrade brings the schema, and what is kept under the keys of words, up to this
// version of the program.
func (s *SQLite) upgrade(ctx context.Context) error {
	if err := dbfile.Upgrade(ctx, s.write, migrations); err != nil {
		return err
	}
	err := s.keyed(ctx)
	if errors.Is(err, dbfile.ErrOlder) {
		return s.rekey(ctx)
	}
	return err
}

// current is nil for a store that upgrade would leave as it is, else dbfile.ErrOlder or
// dbfile.ErrNewer.
func (s *SQLite) current(ctx context.Context) error {
	if err := dbfile.Current(ctx, s.read, migrations); err != nil {
		return err
	}
	return s.keyed(ctx)
}

// Close implements Store.
func (s *SQLite) Close() error {
	var errs []error
	for _, pool := range []*sql.DB{s.write, s.read} { // the second time, when they are one, does nothing
		if pool != nil {
			errs = append(errs, pool.Close())
		}
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("close store: %w", err)
	}
	return nil
}

// transact runs do in a transaction of the write connection.
func (s *SQLite) transact(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := s.begin(ctx)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // after Commit there is nothing to roll back
	if err := do(tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// patience is how long a writer waits for another process, which may be settling a
// large corpus. SQLite's own waiting cannot be broken off, so it is short.
const patience = 10 * time.Minute

// begin begins a transaction of the write connection.
func (s *SQLite) begin(ctx context.Context) (*sql.Tx, error) {
	for give := time.Now().Add(patience); ; {
		tx, err := s.write.BeginTx(ctx, nil)
		if dbfile.Code(err) != sqlite3.SQLITE_BUSY || time.Now().After(give) {
			return tx, err
		}
	}
}
