package ledger

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"rapporteur/briefing/schedule"
	"rapporteur/corpus/store/dbfile"
)

// Kind is what a digest tells.
type Kind string

// The kinds of digest.
const (
	New       Kind = "new"    // what articles new since the last digest tell
	Day       Kind = "day"    // the day that has just ended
	Week      Kind = "week"   // the seven days that have just ended
	OnThisDay Kind = "years"  // the same day in earlier years
	Replay    Kind = "replay" // each run tells the next day of an archive
)

// Kinds are all kinds, in the order in which moderators are offered them.
func Kinds() []Kind { return []Kind{New, Day, Week, OnThisDay, Replay} }

// Settings are what a moderator chooses about a digest.
type Settings struct {
	Channel string
	Rule    schedule.Rule
	Kind    Kind   // "" is New
	About   string // "" for everything
	Items   int    // at most so many lines; 0 for as many as fit
	Quiet   bool   // say so in one line when there is nothing to tell, instead of nothing
	Picture bool   // with a picture of stories per day
	Thread  bool   // what does not fit one message goes to a thread below it
	Start   string // of Replay: the first day, 2022-01-21
	By      string // Discord's id of the moderator who made it, told when it fails
}

// A Digest is a digest of one guild and how it fares.
type Digest struct {
	ID    int64
	Guild string
	Settings
	Paused  bool
	Parked  string // why the program waits for the channel to be mended; "" when it does not
	Planned time.Time
	Skipped int    // runs missed while the program was down, and not made up for
	Cursor  string // where the last delivered run left off; Desk's, opaque here
	Last    *Delivery
}

// A Delivery is how a run ended.
type Delivery struct {
	Name  string // of the run
	State State
	Ended time.Time
	Late  bool
}

// ErrNotFound is returned where a guild has no digest of that number.
var ErrNotFound = errors.New("no such digest")

// Add keeps a new digest of a guild, whose first run is the first after now.
func (l *Ledger) Add(ctx context.Context, guild string, s Settings, now time.Time) (Digest, error) {
	if _, err := s.Rule.Schedule(); err != nil {
		return Digest{}, fmt.Errorf("add digest: %w", err)
	}
	r, err := l.db.ExecContext(ctx, `INSERT INTO digest (guild, settings, planned) VALUES (?, ?, ?)`, guild, encode(s), now.Unix())
	if err != nil {
		return Digest{}, fmt.Errorf("add digest: %w", err)
	}
	id, err := r.LastInsertId()
	if err != nil {
		return Digest{}, fmt.Errorf("add digest: %w", err)
	}
	return Digest{ID: id, Guild: guild, Settings: s, Planned: time.Unix(now.Unix(), 0)}, nil
}

// Digests are those of a guild, oldest first; of all guilds when guild is "".
func (l *Ledger) Digests(ctx context.Context, guild string) ([]Digest, error) {
	all, err := digests(ctx, l.db, `WHERE ? IN ('', guild)`, guild)
	if err != nil {
		return nil, fmt.Errorf("list digests: %w", err)
	}
	for i := range all {
		if all[i].Last, err = l.last(ctx, all[i].ID); err != nil {
			return nil, fmt.Errorf("list digests: %w", err)
		}
	}
	return all, nil
}

func digests(ctx context.Context, db dbfile.Querier, where string, args ...any) ([]Digest, error) {
	var all []Digest
	err := dbfile.Rows(ctx, db, func(row *sql.Rows) error {
		var d Digest
		var settings string
		var planned int64
		if err := row.Scan(&d.ID, &d.Guild, &settings, &d.Paused, &d.Parked, &planned, &d.Skipped, &d.Cursor); err != nil {
			return err
		}
		d.Planned = time.Unix(planned, 0)
		all = append(all, d)
		return json.Unmarshal([]byte(settings), &all[len(all)-1].Settings)
	}, `SELECT id, guild, settings, paused, parked, planned, skipped, cursor FROM digest `+where+` ORDER BY id`, args...)
	return all, err
}

// last is the newest delivery of a digest; nil when there is none yet.
func (l *Ledger) last(ctx context.Context, id int64) (*Delivery, error) {
	var last *Delivery
	err := dbfile.Rows(ctx, l.db, func(row *sql.Rows) error {
		var d Delivery
		var ended int64
		last = &d
		err := row.Scan(&d.Name, &d.State, &ended, &d.Late)
		d.Ended = time.Unix(ended, 0)
		return err
	}, `SELECT name, state, ended, late FROM run WHERE digest = ? AND state IN ('sent', 'empty', 'failed') ORDER BY ended DESC, name DESC LIMIT 1`, id)
	return last, err
}

// Change alters the settings of a guild's digest. A change of rule or a pause that
// ends starts the digest afresh: its next run is the first after now. A run that is
// already due goes by the settings it became due with.
func (l *Ledger) Change(ctx context.Context, guild string, id int64, now time.Time, edit func(*Digest) error) (Digest, error) {
	var d Digest
	err := l.transact(ctx, "change digest", func(tx *sql.Tx) error {
		found, err := digests(ctx, tx, `WHERE id = ? AND guild = ?`, id, guild)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return ErrNotFound
		}
		d = found[0]
		if err := edit(&d); err != nil {
			return err
		}
		if _, err := d.Rule.Schedule(); err != nil {
			return err
		}
		if d.Rule != found[0].Rule || found[0].Paused && !d.Paused {
			d.Planned, d.Parked = time.Unix(now.Unix(), 0), ""
		}
		if d.Channel != found[0].Channel {
			d.Parked = ""
		}
		_, err = tx.ExecContext(ctx, `UPDATE digest SET settings = ?, paused = ?, parked = ?, planned = ?, cursor = ? WHERE id = ?`,
			encode(d.Settings), d.Paused, d.Parked, d.Planned.Unix(), d.Cursor, id)
		return err
	})
	return d, err
}

// Remove ends a guild's digest. A run that has begun is still finished.
func (l *Ledger) Remove(ctx context.Context, guild string, id int64) error {
	was, err := changed(ctx, l.db, `DELETE FROM digest WHERE id = ? AND guild = ?`, id, guild)
	if err != nil {
		return fmt.Errorf("remove digest: %w", err)
	}
	if !was {
		return fmt.Errorf("remove digest: %w", ErrNotFound)
	}
	return nil
}
