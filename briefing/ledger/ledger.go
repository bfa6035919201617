// Package ledger keeps what digests there are, what is due and what is delivered,
// so that a digest arrives once whatever happens to the program or to Discord.
//
// # Why once
//
// A run of a digest is one row, named by the local time of the rule, and the row is
// committed before anything is sent. So are the messages of the run, byte for byte
// and each with its nonce, and the moment of the first try of each. Whoever finds an
// unfinished run after a crash knows what was to be sent, where to, and since when
// to look for it in the channel:
//
//	due    planned, with the settings as they then were
//	ready  composed: its parts are frozen and are being sent in order
//	sent   every part stands in the channel; empty: there was nothing to tell
//	failed the channel could not be reached in time
//
// The file is written with synchronous=FULL: a row that was committed before a power
// cut is there after it. A damaged file is not opened, since what it says was delivered
// may be wrong. The corpus has a file of its own, which can be read anew.
package ledger

import (
	"cmp"
	"context"
	"database/sql"
	"embed"
	"encoding/json"
	"errors"
	"fmt"

	sqlite3 "modernc.org/sqlite/lib"

	"rapporteur/corpus/store/dbfile"
)

//go:embed migrations/*.sql
var migrations embed.FS

// A Ledger is one SQLite file. It is safe for use by several goroutines.
type Ledger struct {
	db    *sql.DB
	rules rules
}

// Open opens the ledger in the file at path, which it makes if need be; the folder
// must exist. ErrDamaged and dbfile.ErrNewer say why a file that is there cannot be used.
func Open(ctx context.Context, path string) (*Ledger, error) {
	db, err := dbfile.Open(path, settings()...)
	if err == nil {
		err = ready(ctx, db)
	}
	return opened(db, path, err)
}

// Look opens the ledger in the file at path to read it only: nothing in the file
// changes. One that Open would upgrade is not opened (dbfile.ErrOlder).
func Look(ctx context.Context, path string) (*Ledger, error) {
	db, err := dbfile.Look(path)
	if err == nil {
		err = sound(ctx, db)
	}
	if err == nil {
		err = dbfile.Current(ctx, db, migrations)
	}
	return opened(db, path, err)
}

// Memory is an empty ledger that lasts until it is closed, for the preview.
func Memory(ctx context.Context) (*Ledger, error) {
	db, err := dbfile.Memory(settings()...)
	if err == nil {
		err = ready(ctx, db)
	}
	return opened(db, "in memory", err)
}

func settings() []string { return []string{"_pragma=synchronous(FULL)", "_txlock=immediate"} }

// opened is the ledger, or what went wrong with it.
func opened(db *sql.DB, name string, err error) (*Ledger, error) {
	if err != nil {
		if db != nil {
			db.Close()
		}
		return nil, fmt.Errorf("open ledger %s: %w", name, err)
	}
	return &Ledger{db: db}, nil
}

// ErrDamaged is returned for a ledger that cannot be trusted: what it says was
// delivered may be wrong.
var ErrDamaged = errors.New("the file is damaged")

// ready brings a database to this version's schema, unless it is damaged or newer.
func ready(ctx context.Context, db *sql.DB) error {
	db.SetMaxOpenConns(1) // SQLite has one writer
	if err := sound(ctx, db); err != nil {
		return err
	}
	return dbfile.Upgrade(ctx, db, migrations)
}

// sound is ErrDamaged for a database that is not whole.
func sound(ctx context.Context, db *sql.DB) error {
	var found string
	err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&found)
	switch {
	case err == nil && found == "ok":
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case unreachable(err):
		return fmt.Errorf("look for damage: %w", err)
	}
	return fmt.Errorf("%w (%s)", ErrDamaged, cmp.Or(found, fmt.Sprint(err)))
}

// unreachable reports whether an error says that the file cannot be read now, sound or
// not: another process holds it, or it may not be opened.
func unreachable(err error) bool {
	switch dbfile.Code(err) {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_FULL, sqlite3.SQLITE_NOMEM:
		return true
	}
	return false
}

// Close ends all use of the ledger.
func (l *Ledger) Close() error {
	if err := l.db.Close(); err != nil {
		return fmt.Errorf("close ledger: %w", err)
	}
	return nil
}

// transact runs do in one transaction; what names it in errors.
func (l *Ledger) transact(ctx context.Context, what string, do func(*sql.Tx) error) error {
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	defer tx.Rollback() //nolint:errcheck // after Commit there is nothing to roll back
	if err := do(tx); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

// changed runs a statement and reports whether it touched a row.
func changed(ctx context.Context, db dbfile.Querier, query string, args ...any) (bool, error) {
	r, err := db.ExecContext(ctx, query, args...)
	if err != nil {
		return false, err
	}
	n, err := r.RowsAffected()
	return n > 0, err
}

// encode is v as JSON; the types kept here always encode.
func encode(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("encode %T: %v", v, err))
	}
	return string(b)
}
