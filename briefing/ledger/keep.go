package ledger

import (
	"context"
	"database/sql"
	"time"

	"rapporteur/corpus/store/dbfile"
)

// DeliveredKeys lists the keys of what was delivered to a channel since the given time.
func (l *Ledger) DeliveredKeys(ctx context.Context, channel string, since time.Time) ([]string, error) {
	keys, err := dbfile.Column[string](ctx, l.db,
		`SELECT key FROM told WHERE channel = ? AND at >= ? ORDER BY at, key`, channel, since.Unix())
	return keys, dbfile.Wrap(err, "list delivered keys")
}

// Why is why each item of a message is in it, by its mark; "" when the guild has no such
// message, or Tidy has dropped it.
func (l *Ledger) Why(ctx context.Context, guild, mark string) (why string, err error) {
	why, err = dbfile.Value[string](ctx, l.db,
		`SELECT why FROM part JOIN run ON run.digest = part.digest AND run.name = part.run
		WHERE mark = ? AND guild = ?`, mark, guild)
	return why, dbfile.Wrap(err, "look up why a message has its items")
}

// Timezone is the IANA zone a guild has set; "" when it has set none.
func (l *Ledger) Timezone(ctx context.Context, guild string) (zone string, err error) {
	zone, err = dbfile.Value[string](ctx, l.db, `SELECT timezone FROM guild WHERE id = ?`, guild)
	return zone, dbfile.Wrap(err, "look up a guild's zone")
}

// SetTimezone keeps a guild's zone. Digests keep the zones they were added with.
func (l *Ledger) SetTimezone(ctx context.Context, guild, zone string) error {
	_, err := l.db.ExecContext(ctx, `INSERT INTO guild (id, timezone) VALUES (?, ?) ON CONFLICT (id) DO UPDATE
		SET timezone = excluded.timezone`, guild, zone)
	return dbfile.Wrap(err, "set a guild's zone")
}

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

// Tidy drops what is not needed again: values whose time is over, deliveries and their
// keys from before one time, and everything of guilds whose digests have all been
// suspended, and none paused, since before another. It returns those guilds.
func (l *Ledger) Tidy(ctx context.Context, before, suspended time.Time) (forgotten []string, err error) {
	err = l.transact(ctx, "tidy the ledger", func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM keep WHERE until > 0 AND until <= unixepoch();
			DELETE FROM told WHERE at < ?1;
			DELETE FROM part WHERE (digest, run) IN (SELECT digest, name FROM run WHERE ended > 0 AND ended < ?1);
			DELETE FROM run WHERE ended > 0 AND ended < ?1`, before.Unix()); err != nil {
			return err
		}
		forgotten, err = dbfile.Column[string](ctx, tx, `SELECT guild FROM digest GROUP BY guild
			HAVING min(parked <> '' AND NOT paused AND parked_at < ?)`, suspended.Unix())
		if err != nil {
			return err
		}
		for _, guild := range forgotten {
			if err := forget(ctx, tx, guild); err != nil {
				return err
			}
		}
		return nil
	})
	return forgotten, err
}

// forget removes everything of a guild.
func forget(ctx context.Context, tx *sql.Tx, guild string) error {
	_, err := tx.ExecContext(ctx, `
		DELETE FROM part WHERE (digest, run) IN (SELECT digest, name FROM run WHERE guild = ?1);
		DELETE FROM told WHERE channel IN (SELECT settings ->> 'Channel' FROM run WHERE guild = ?1);
		DELETE FROM run WHERE guild = ?1;
		DELETE FROM digest WHERE guild = ?1;
		DELETE FROM guild WHERE id = ?1`, guild)
	return err
}
