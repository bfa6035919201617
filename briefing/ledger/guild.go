package ledger

import (
	"context"

	"rapporteur/corpus/store/dbfile"
)

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
