package ledger

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"rapporteur/briefing/digest"
	"rapporteur/corpus/store/dbfile"
)

// Add keeps a new digest of a guild, whose first occurrence is the first after now.
func (l *Ledger) Add(ctx context.Context, guild string, s digest.Settings, now time.Time) (digest.Digest, error) {
	if _, err := s.Rule.Schedule(); err != nil {
		return digest.Digest{}, fmt.Errorf("add digest: %w", err)
	}
	r, err := l.db.ExecContext(ctx,
		`INSERT INTO digest (guild, settings, planned) VALUES (?, ?, ?)`, guild, encode(s), now.Unix())
	var id int64
	if err == nil {
		id, err = r.LastInsertId()
	}
	if err != nil {
		return digest.Digest{}, fmt.Errorf("add digest: %w", err)
	}
	return digest.Digest{ID: id, Guild: guild, Settings: s, Planned: time.Unix(now.Unix(), 0)}, nil
}

// Digests are those of a guild, oldest first; of all guilds when guild is "".
func (l *Ledger) Digests(ctx context.Context, guild string) ([]digest.Digest, error) {
	all, err := digests(ctx, l.db, `WHERE ? IN ('', guild)`, guild)
	for i := range all {
		if err == nil {
			all[i].Last, err = l.last(ctx, all[i].ID)
		}
	}
	return all, dbfile.Wrap(err, "list digests")
}

func digests(ctx context.Context, db dbfile.Querier, where string, args ...any) ([]digest.Digest, error) {
	var all []digest.Digest
	err := dbfile.Rows(ctx, db, func(row *sql.Rows) error {
		var d digest.Digest
		var settings string
		var planned int64
		if err := row.Scan(&d.ID, &d.Guild, &settings, &d.Paused, &d.Suspended, &planned, &d.Skipped,
			&d.Cursor); err != nil {
			return err
		}
		d.Planned = time.Unix(planned, 0)
		all = append(all, d)
		return json.Unmarshal([]byte(settings), &all[len(all)-1].Settings)
	}, `SELECT id, guild, settings, paused, parked, planned, skipped, cursor FROM digest `+where+` ORDER BY id`, args...)
	return all, err
}

// last is the newest delivery of a digest; nil when there is none yet.
func (l *Ledger) last(ctx context.Context, id int64) (*digest.Delivery, error) {
	var last *digest.Delivery
	err := dbfile.Rows(ctx, l.db, func(row *sql.Rows) error {
		var d digest.Delivery
		var ended int64
		last = &d
		err := row.Scan(&d.Name, &d.Sent, &ended, &d.Late)
		d.Ended = time.Unix(ended, 0)
		return err
	}, `SELECT name, state = 'sent', ended, late FROM run WHERE digest = ? AND state IN ('sent', 'empty', 'failed')
		ORDER BY ended DESC, name DESC LIMIT 1`, id)
	return last, err
}

// Change edits the settings of a guild's digest. A new rule or the end of a pause starts the digest afresh: its next
// occurrence is the first after now. An occurrence that is already due goes by the settings it became due with.
func (l *Ledger) Change(ctx context.Context, guild string, id int64, now time.Time,
	edit func(*digest.Digest) error,
) (digest.Digest, error) {
	var d digest.Digest
	err := l.transact(ctx, "change digest", func(tx *sql.Tx) error {
		found, err := digests(ctx, tx, `WHERE id = ? AND guild = ?`, id, guild)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return digest.ErrNotFound
		}
		d = found[0]
		if err := edit(&d); err != nil {
			return err
		}
		if _, err := d.Rule.Schedule(); err != nil {
			return err
		}
		if d.Rule != found[0].Rule || found[0].Paused && !d.Paused {
			d.Planned, d.Suspended = time.Unix(now.Unix(), 0), ""
		}
		if d.Channel != found[0].Channel {
			d.Suspended = ""
		}
		_, err = tx.ExecContext(ctx,
			`UPDATE digest SET settings = ?, paused = ?, parked = ?, planned = ?, cursor = ? WHERE id = ?`,
			encode(d.Settings), d.Paused, d.Suspended, d.Planned.Unix(), d.Cursor, id)
		return err
	})
	return d, err
}

// Remove deletes a guild's digest. An occurrence that has begun is still finished.
func (l *Ledger) Remove(ctx context.Context, guild string, id int64) error {
	was, err := dbfile.Changed(ctx, l.db, `DELETE FROM digest WHERE id = ? AND guild = ?`, id, guild)
	if err == nil && !was {
		err = digest.ErrNotFound
	}
	return dbfile.Wrap(err, "remove digest")
}
