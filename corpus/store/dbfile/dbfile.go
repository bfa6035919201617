// Package dbfile holds what the program's SQLite files have in common: how a file is
// opened, upgraded, checked, queried or only read, and what SQLite's errors mean.
package dbfile

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
)

// Options say how a file is used. The zero value is for a file that must keep every
// transaction that was committed, also through a power cut.
type Options struct {
	Fast     bool // a power cut may undo the latest transactions, but damages nothing
	ReadOnly bool // queries only, several at a time
	Mapped   int  // how many bytes of the file are mapped into memory
}

// always holds for every connection: foreign keys are checked, and what SQLite sorts stays in memory.
const always = "_pragma=foreign_keys(1)&_pragma=temp_store(2)"

// Open opens the file at path, and makes it if needed; the folder must exist.
// Readers never wait for a writer. Writers wait for each other up to 5 s; unless the
// file is opened ReadOnly the pool has one connection, since SQLite has one writer.
func Open(path string, o Options) (*sql.DB, error) {
	settings := []string{always, "_pragma=journal_mode(WAL)", "_pragma=synchronous(FULL)"}
	if o.Fast {
		settings[2] = "_pragma=synchronous(NORMAL)"
	}
	if o.Mapped > 0 {
		settings = append(settings, "_pragma=mmap_size("+strconv.Itoa(o.Mapped)+")")
	}
	most := 1
	if o.ReadOnly {
		settings, most = append(settings, "_pragma=query_only(1)"), max(4, runtime.GOMAXPROCS(0))
	} else {
		settings = append(settings, "_txlock=immediate")
	}
	db, err := open(path, settings)
	if err == nil {
		db.SetMaxOpenConns(most)
		db.SetMaxIdleConns(most)
	}
	return db, err
}

// OpenReadOnly opens the file at path to read it for a moment. A file that no process
// has open is read as one that cannot change: otherwise SQLite would leave its -wal and
// -shm beside it, which the user that the program runs as might then fail to open.
func OpenReadOnly(path string) (*sql.DB, error) {
	settings := []string{"mode=ro"}
	if _, err := os.Stat(path + "-wal"); errors.Is(err, fs.ErrNotExist) {
		settings = append(settings, "immutable=1")
	}
	return open(path, settings)
}

// Memory is a database that lasts until it is closed. It has one connection, since each
// connection would have a memory of its own.
func Memory() (*sql.DB, error) {
	db, err := sql.Open("sqlite", "file::memory:?"+always)
	if err == nil {
		db.SetMaxOpenConns(1)
	}
	return db, err
}

func open(path string, settings []string) (*sql.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	name := "file:" + (&url.URL{Path: filepath.ToSlash(abs)}).EscapedPath()
	return sql.Open("sqlite", name+"?_pragma=busy_timeout(5000)&"+strings.Join(settings, "&"))
}

// Transact runs do in one transaction. While another process writes it tries to begin
// until patience is over; SQLite's own waiting cannot be interrupted, so it is short.
func Transact(ctx context.Context, db *sql.DB, patience time.Duration, do func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	for end := time.Now().Add(patience); FaultOf(err) == Busy && time.Now().Before(end); {
		tx, err = db.BeginTx(ctx, nil)
	}
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

// ErrNewer is returned for a file that a later version of the program has changed.
var ErrNewer = errors.New("the file is of a newer version of this program; use that, or a copy from before it")

// ErrOlder is returned for a file that this version of the program must upgrade before it is used.
var ErrOlder = errors.New("the file is of an earlier version of this program, and " +
	"is upgraded when it is next opened for use")

// Upgrade brings a database up to the newest of the goose migrations in the folder "migrations" of files, which are
// numbered from 1. ErrNewer says that it is beyond them, and is left as it is.
func Upgrade(ctx context.Context, db *sql.DB, files fs.FS) error {
	err := Current(ctx, db, files)
	if !errors.Is(err, ErrOlder) {
		return err
	}
	folder, err := fs.Sub(files, "migrations")
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, folder)
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// Current is nil for a database that Upgrade would leave as it is, else ErrOlder or ErrNewer. It changes nothing.
func Current(ctx context.Context, db *sql.DB, files fs.FS) error {
	known, err := fs.ReadDir(files, "migrations")
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	var versioned bool
	var version int
	err = db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema WHERE name = 'goose_db_version'").Scan(&versioned)
	if err == nil && versioned {
		err = db.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version").Scan(&version)
	}
	switch {
	case err != nil:
		return fmt.Errorf("read the version: %w", err)
	case version < len(known):
		return ErrOlder
	case version > len(known):
		return ErrNewer
	}
	return nil
}
