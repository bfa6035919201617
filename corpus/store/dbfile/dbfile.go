// Package dbfile is what the program's SQLite files have in common, whatever they hold:
// how one is opened, brought up to this version of the program, asked, or only looked at.
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
	"strings"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite" // registers the driver, too
)

// Open opens the file at path, which SQLite makes if need be; the folder must exist.
// Settings are the driver's, such as "_pragma=synchronous(FULL)", and hold for every
// connection. Readers never wait for a writer; writers wait for each other up to 5 s.
func Open(path string, settings ...string) (*sql.DB, error) {
	return open(path, append([]string{"_pragma=journal_mode(WAL)"}, settings...))
}

// Look opens the file at path to read it only, for a moment. A file that nobody has
// open is read as one that cannot change: else SQLite would leave its -wal and -shm
// beside it, which the user that the program runs as might then not be able to open.
func Look(path string) (*sql.DB, error) {
	settings := []string{"mode=ro"}
	if _, err := os.Stat(path + "-wal"); errors.Is(err, fs.ErrNotExist) {
		settings = append(settings, "immutable=1")
	}
	return open(path, settings)
}

// Memory is a database that lasts until it is closed. It has one connection, since each
// would have a memory of its own.
func Memory(settings ...string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", "file::memory:?"+strings.Join(settings, "&"))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

func open(path string, settings []string) (*sql.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	name := "file:" + (&url.URL{Path: filepath.ToSlash(abs)}).EscapedPath()
	return sql.Open("sqlite", name+"?_pragma=busy_timeout(5000)&"+strings.Join(settings, "&"))
}

// Code is SQLite's primary result code in err, such as SQLITE_BUSY; 0, its code for no
// error, where the error is not SQLite's.
func Code(err error) int {
	var db *sqlite.Error
	if !errors.As(err, &db) {
		return 0
	}
	return db.Code() & 0xff
}

// ErrNewer is returned for a file that a later version of the program has changed.
var ErrNewer = errors.New("the file is of a newer version of this program; use that, or a copy from before it")

// ErrOlder is returned for a file that this version of the program must upgrade before
// it is used.
var ErrOlder = errors.New("the file is of an earlier version of this program, and is upgraded when it is next opened for use")

// Upgrade brings a database up to the newest of the goose migrations in the folder
// "migrations" of files, which are numbered from 1. ErrNewer says that it is beyond
// them, and is left as it is.
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

// Current is nil for a database that Upgrade would leave as it is, else ErrOlder or
// ErrNewer. It changes nothing.
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
