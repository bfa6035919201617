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
	"context"
	"database/sql"
	"embed"
	"encoding/json"
	"fmt"

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
// must exist. dbfile.ErrDamaged and dbfile.ErrNewer say why a file that is there cannot be used.
func Open(ctx context.Context, path string) (*Ledger, error) {
	db, err := dbfile.Open(path, dbfile.Options{})
	if err == nil {
		err = ready(ctx, db)
	}
	return opened(db, path, err)
}

// Look opens the ledger in the file at path to read it only: nothing in the file
// changes. One that Open would upgrade is not opened (dbfile.ErrOlder).
func Look(ctx context.Context, path string) (*Ledger, error) {
	db, err := dbfile.OpenReadOnly(path)
	if err == nil {
		err = dbfile.Check(ctx, db)
	}
	if err == nil {
		err = dbfile.Current(ctx, db, migrations)
	}
	return opened(db, path, err)
}

// Memory is an empty ledger that lasts until it is closed, for the preview.
func Memory(ctx context.Context) (*Ledger, error) {
	db, err := dbfile.Memory()
	if err == nil {
		err = ready(ctx, db)
	}
	return opened(db, "in memory", err)
}

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

// ready brings a database to this version's schema, unless it is damaged or newer.
func ready(ctx context.Context, db *sql.DB) error {
	if err := dbfile.Check(ctx, db); err != nil {
		return err
	}
	return dbfile.Upgrade(ctx, db, migrations)
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
	return wrap(what, dbfile.Transact(ctx, l.db, 0, do))
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
