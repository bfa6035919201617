package ledger

import (
	"context"
	"time"

	"rapporteur/corpus/store/dbfile"
)

// Put keeps a small value under a key until a time; without end when the time is zero.
func (l *Ledger) Put(ctx context.Context, key string, value []byte, until time.Time) error {
	var at int64
	if !until.IsZero() {
		at = until.Unix()
	}
	_, err := l.db.ExecContext(ctx, `INSERT INTO keep (key, value, until) VALUES (?, ?, ?)
		ON CONFLICT (key) DO UPDATE SET value = excluded.value, until = excluded.until`, key, value, at)
	return dbfile.Wrap(err, "keep a value")
}

// Get is the value under a key; nil when there is none or its time is over.
func (l *Ledger) Get(ctx context.Context, key string) (value []byte, err error) {
	value, err = dbfile.Value[[]byte](ctx, l.db, `SELECT value FROM keep WHERE key = ? AND (until = 0 OR until > ?)`,
		key, time.Now().Unix())
	return value, dbfile.Wrap(err, "look up a kept value")
}
