package ledger

import (
	"context"
	"database/sql"
	"fmt"
	"sync"
	"time"

	"rapporteur/briefing/digest"
	"rapporteur/briefing/schedule"
)

const (
	lateAfter = 2 * time.Minute // an occurrence planned this much after its time is late
	clockSlip = 25 * time.Hour  // a digest planned further ahead was planned by a wrong clock
	mostCount = 10_000          // missed occurrences are counted no further
)

// Plan makes rows of the occurrences that became due since the last Plan: of each digest the newest one, when it is no
// older than catchUp; older ones are skipped and counted. It may be called at any time, by any number of callers.
func (l *Ledger) Plan(ctx context.Context, now time.Time, catchUp time.Duration) error {
	return l.transact(ctx, "plan digests", func(tx *sql.Tx) error {
		all, err := digests(ctx, tx, `WHERE NOT paused`)
		if err != nil {
			return err
		}
		for _, d := range all {
			if err := l.plan(ctx, tx, d, now, catchUp); err != nil {
				return fmt.Errorf("digest %d: %w", d.ID, err)
			}
		}
		return nil
	})
}

func (l *Ledger) plan(ctx context.Context, tx *sql.Tx, d digest.Digest, now time.Time, catchUp time.Duration) error {
	s, err := l.rules.schedule(d.Rule)
	if err != nil {
		return err
	}
	if d.Planned.After(now.Add(clockSlip)) {
		_, err := tx.ExecContext(ctx, `UPDATE digest SET planned = ? WHERE id = ?`, now.Unix(), d.ID)
		return err
	}
	newest, older, ok := s.Between(d.Planned, now, mostCount)
	if !ok {
		return nil
	}
	age := now.Sub(newest.Due)
	if age > catchUp {
		older++
	} else if err := insert(ctx, tx, d, newest.Local, newest.Due, age > lateAfter); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx,
		`UPDATE digest SET planned = ?, skipped = skipped + ? WHERE id = ?`, newest.Due.Unix(), older, d.ID)
	return err
}

// rules caches schedules: a zone is read from a file, and Plan needs the schedule of every
// digest each minute. The zero value is ready to use.
type rules struct {
	mu    sync.Mutex
	known map[schedule.Rule]schedule.Schedule
}

// mostRules bounds the cache; few programs see more hours and zones than this.
const mostRules = 10_000

func (r *rules) schedule(rule schedule.Rule) (schedule.Schedule, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if s, ok := r.known[rule]; ok {
		return s, nil
	}
	s, err := rule.Schedule()
	if err != nil {
		return s, err
	}
	if r.known == nil || len(r.known) >= mostRules {
		r.known = map[schedule.Rule]schedule.Schedule{}
	}
	r.known[rule] = s
	return s, nil
}

// insert makes the row of an occurrence unless there is one of that name.
func insert(ctx context.Context, tx *sql.Tx, d digest.Digest, name string, due time.Time, late bool) error {
	_, err := tx.ExecContext(ctx,
		`INSERT INTO run (digest, name, guild, settings, due, late, state) VALUES (?, ?, ?, ?, ?, ?, 'due')
		ON CONFLICT DO NOTHING`, d.ID, name, d.Guild, encode(d.Settings), due.Unix(), late)
	return err
}

// RunNow makes an occurrence due at once, outside the schedule. The name is the caller's
// for this one request: the same name twice is one occurrence.
func (l *Ledger) RunNow(ctx context.Context, guild string, id int64, name string, now time.Time) error {
	return l.transact(ctx, "run digest", func(tx *sql.Tx) error {
		found, err := digests(ctx, tx, `WHERE id = ? AND guild = ?`, id, guild)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return digest.ErrNotFound
		}
		return insert(ctx, tx, found[0], name, now, false)
	})
}
