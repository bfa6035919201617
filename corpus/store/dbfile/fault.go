package dbfile

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"modernc.org/sqlite" // registers the driver, too
	sqlite3 "modernc.org/sqlite/lib"
)

// A Fault is what an error of SQLite means for who runs the program.
type Fault int

// The faults.
const (
	NoFault     Fault = iota // no error, or not one of SQLite's
	Damaged                  // the file is not whole, or is no database
	Denied                   // the file cannot be opened or written to
	Full                     // the disk is full
	Failing                  // the disk could not be read or written
	Busy                     // another process is writing
	NoMemory                 // there is not enough memory
	Interrupted              // the context of a query ended
	OtherFault
)

// FaultOf is the fault that err reports, also where it only wraps ErrDamaged.
func FaultOf(err error) Fault {
	var db *sqlite.Error
	switch {
	case errors.Is(err, ErrDamaged):
		return Damaged
	case !errors.As(err, &db):
		return NoFault
	}
	switch db.Code() & 0xff { // the primary result code
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		return Damaged
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
		return Denied
	case sqlite3.SQLITE_FULL:
		return Full
	case sqlite3.SQLITE_IOERR:
		return Failing
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return Busy
	case sqlite3.SQLITE_NOMEM:
		return NoMemory
	case sqlite3.SQLITE_INTERRUPT:
		return Interrupted
	}
	return OtherFault
}

// ErrDamaged is returned for a file that is not whole.
var ErrDamaged = errors.New("the file is damaged")

// Check is ErrDamaged for a database of which a page or an index is damaged, or that
// SQLite cannot read. It reads every page.
func Check(ctx context.Context, db *sql.DB) error {
	err := check(ctx, db, "integrity_check")
	if err == nil || errors.Is(err, ErrDamaged) {
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	switch FaultOf(err) {
	case Busy, Denied, Full, NoMemory: // says nothing of the file
		return fmt.Errorf("look for damage: %w", err)
	}
	return fmt.Errorf("%w (%v)", ErrDamaged, err)
}

// QuickCheck looks in seconds for damage of the file at path, without comparing indexes
// with their tables. It only reads.
func QuickCheck(ctx context.Context, path string) error {
	db, err := OpenReadOnly(path)
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	defer db.Close()
	if err := check(ctx, db, "quick_check"); err != nil {
		return fmt.Errorf("check %s: %w", path, err)
	}
	return nil
}

// check runs a pragma that answers "ok" or names the first thing that is wrong.
func check(ctx context.Context, db *sql.DB, pragma string) error {
	var verdict string
	if err := db.QueryRowContext(ctx, "PRAGMA "+pragma+"(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("%w (%s)", ErrDamaged, verdict)
	}
	return nil
}
