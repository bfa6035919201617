package ledger

import (
	"context"
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
