// Package ledger keeps which digests there are, what is due and what was delivered, so
// that each edition arrives once even if the program or Discord fails.
//
// # Words
//
// A digest is a standing order, an occurrence one due time of it, an edition what it
// says then, and a message what is posted. The tables keep older names: run for an
// occurrence, part for a message, parked for suspended, told for delivered keys.
//
// # Why once
//
// An occurrence is one row, named by the local time of the rule, and the row is committed before anything is sent.
// So are the messages of its edition, byte for byte and each with its nonce, and the moment of the first try of
// each. After a crash the row of an unfinished occurrence says what was to be sent, where to, and since when to
// look for it in the channel:
//
//	due    planned, with the settings of that moment
//	ready  its messages are frozen and are being sent in order
//	sent   every message stands in the channel; empty: there was no news
//	failed the channel could not be reached in time
//
// A row that was committed before a power cut is there after it. A damaged file is not opened, since what it says
// was delivered may be wrong. The corpus has its own file, which can be made again from the articles.
package ledger

import (
	"context"
	"database/sql"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"

	"rapporteur/corpus/store/dbfile"
)

//go:embed migrations/*.sql
var migrations embed.FS

// A Ledger is one SQLite file. It is safe for use by several goroutines.
type Ledger struct {
	db    *sql.DB
	rules rules
}

// Open opens the ledger in the file at path, and makes the file if needed; the folder
// must exist. dbfile.ErrDamaged and dbfile.ErrNewer say why a file that is there cannot be used.
func Open(ctx context.Context, path string) (*Ledger, error) {
	db, err := dbfile.Open(path, dbfile.Options{})
	return opened(ctx, db, path, err, dbfile.Upgrade)
}

// OpenReadOnly opens the ledger in the file at path to read it only: nothing in the file
// changes. One that Open would upgrade is not opened (dbfile.ErrOlder).
func OpenReadOnly(ctx context.Context, path string) (*Ledger, error) {
	db, err := dbfile.OpenReadOnly(path)
	return opened(ctx, db, path, err, dbfile.Current)
}

// Memory is an empty ledger that lasts until it is closed, for the preview.
func Memory(ctx context.Context) (*Ledger, error) {
	db, err := dbfile.Memory()
	return opened(ctx, db, "in memory", err, dbfile.Upgrade)
}

// opened is the ledger in a database that is not damaged, once ready has brought it to the schema or found it there.
func opened(ctx context.Context, db *sql.DB, name string, err error,
	ready func(context.Context, *sql.DB, fs.FS) error,
) (*Ledger, error) {
	if err == nil {
		err = dbfile.Check(ctx, db)
	}
	if err == nil {
		err = ready(ctx, db, migrations)
	}
	if err == nil {
		return &Ledger{db: db}, nil
	}
	if db != nil {
		db.Close()
	}
	return nil, fmt.Errorf("open ledger %s: %w", name, err)
}

// Close ends all use of the ledger.
func (l *Ledger) Close() error { return dbfile.Wrap(l.db.Close(), "close ledger") }

// transact runs do in one transaction; what names it in errors.
func (l *Ledger) transact(ctx context.Context, what string, do func(*sql.Tx) error) error {
	return dbfile.Wrap(dbfile.Transact(ctx, l.db, 0, do), what)
}

// encode is v as JSON; the types kept here always encode.
func encode(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("encode %T: %v", v, err))
	}
	return string(b)
}
