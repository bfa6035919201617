package bot

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// A FileKeep is a Keep in a SQLite file. It may be used from several goroutines, by
// one process at a time.
type FileKeep struct {
	db *sql.DB
}

// keepSchema has one table: until is in Unix seconds, 0 for good. The file holds no
// member's words in readable form; see seals.
const keepSchema = `
CREATE TABLE IF NOT EXISTS kept (
	key   TEXT PRIMARY KEY,
	value BLOB NOT NULL,
	until INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS kept_until ON kept (until) WHERE until > 0;`

// OpenKeep opens the file at path, or makes it, and forgets what is past its time.
// Close it when done.
func OpenKeep(ctx context.Context, path string) (*FileKeep, error) {
	options := url.Values{"_pragma": {"journal_mode(WAL)", "busy_timeout(5000)", "synchronous(NORMAL)"}, "_txlock": {"immediate"}}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+options.Encode())
	if err != nil {
		return nil, fmt.Errorf("open the bot's memory %s: %w", path, err)
	}
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, keepSchema); err != nil {
		db.Close()
		return nil, fmt.Errorf("prepare the bot's memory %s: %w", path, err)
	}
	k := &FileKeep{db: db}
	if err := k.Tidy(ctx, time.Now()); err != nil {
		db.Close()
		return nil, err
	}
	return k, nil
}

// Close closes the file.
func (k *FileKeep) Close() error { return k.db.Close() }

// Tidy forgets what is past its time.
func (k *FileKeep) Tidy(ctx context.Context, now time.Time) error {
	if _, err := k.db.ExecContext(ctx, `DELETE FROM kept WHERE until > 0 AND until < ?`, now.Unix()); err != nil {
		return fmt.Errorf("tidy the bot's memory: %w", err)
	}
	return nil
}

// Put implements Keep.
func (k *FileKeep) Put(ctx context.Context, key string, value []byte, until time.Time) error {
	end := int64(0)
	if !until.IsZero() {
		end = until.Unix()
	}
	const put = `INSERT INTO kept (key, value, until) VALUES (?, ?, ?)
		ON CONFLICT (key) DO UPDATE SET value = excluded.value, until = excluded.until`
	if _, err := k.db.ExecContext(ctx, put, key, value, end); err != nil {
		return fmt.Errorf("keep a value: %w", err)
	}
	return nil
}

// Get implements Keep.
func (k *FileKeep) Get(ctx context.Context, key string) ([]byte, error) {
	var value []byte
	const get = `SELECT value FROM kept WHERE key = ? AND (until = 0 OR until >= ?)`
	err := k.db.QueryRowContext(ctx, get, key, time.Now().Unix()).Scan(&value)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("look up a kept value: %w", err)
	}
	return value, nil
}
