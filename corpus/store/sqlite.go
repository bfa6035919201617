package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // registers the driver

	"rapporteur/corpus/store/term"
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
// must exist. Several processes may have it open.
func Open(ctx context.Context, path string) (*SQLite, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w", path, err)
	}
	write, err := sql.Open("sqlite", dsn(abs, "_txlock=immediate"))
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w", path, err)
	}
	write.SetMaxOpenConns(1)
	// Only readers map the file, up to 256 MiB of it: settling goes through all pages,
	// and mapped they would all count as the program's memory.
	read, err := sql.Open("sqlite", dsn(abs, "_pragma=query_only(1)", "_pragma=mmap_size(268435456)"))
	if err != nil {
		write.Close()
		return nil, fmt.Errorf("open store %s: %w", path, err)
	}
	read.SetMaxOpenConns(max(4, runtime.GOMAXPROCS(0)))
	read.SetMaxIdleConns(max(4, runtime.GOMAXPROCS(0)))
	return start(ctx, write, read, path)
}

// Memory is an empty store that lasts until it is closed.
func Memory(ctx context.Context) (*SQLite, error) {
	db, err := sql.Open("sqlite", "file::memory:?_pragma=foreign_keys(1)&_pragma=temp_store(2)")
	if err != nil {
		return nil, fmt.Errorf("open store in memory: %w", err)
	}
	db.SetMaxOpenConns(1) // each connection would have a memory of its own
	return start(ctx, db, db, "in memory")
}

func start(ctx context.Context, write, read *sql.DB, name string) (*SQLite, error) {
	s := &SQLite{write: write, read: read}
	err := Migrate(ctx, write, migrations)
	if err == nil {
		err = s.rekey(ctx)
	}
	if err != nil {
		s.Close()
		return nil, fmt.Errorf("open store %s: %w", name, err)
	}
	return s, nil
}

// dsn names the file with the settings that every connection needs: writers wait
// for each other up to 5 s, readers never wait.
func dsn(path string, more ...string) string {
	settings := append([]string{
		"_pragma=busy_timeout(5000)", "_pragma=journal_mode(WAL)", "_pragma=synchronous(NORMAL)",
		"_pragma=foreign_keys(1)", "_pragma=temp_store(2)",
	}, more...)
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + "?" + strings.Join(settings, "&")
}

// Migrate brings a SQLite database up to the newest of the goose migrations in the
// folder "migrations" of files.
func Migrate(ctx context.Context, db *sql.DB, files fs.FS) error {
	files, err := fs.Sub(files, "migrations")
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files)
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// Close implements Store.
func (s *SQLite) Close() error {
	err := s.write.Close()
	if s.read != s.write {
		if e := s.read.Close(); err == nil {
			err = e
		}
	}
	if err != nil {
		return fmt.Errorf("close store: %w", err)
	}
	return nil
}

// transact runs do in a transaction of the write connection.
func (s *SQLite) transact(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
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

// rows runs a query and hands each row to take.
func rows(ctx context.Context, db querier, take func(*sql.Rows) error, query string, args ...any) error {
	r, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer r.Close()
	for r.Next() {
		if err := take(r); err != nil {
			return err
		}
	}
	return r.Err()
}

// A querier is a pool or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}
