package ledger

import (
	"context"
	"database/sql"
	"time"

	"rapporteur/corpus/store/dbfile"
)

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
