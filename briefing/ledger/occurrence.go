package ledger

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/base32"
	"encoding/json"
	"fmt"
	"time"

	"rapporteur/briefing/digest"
	"rapporteur/corpus/store/dbfile"
)

// State is how far an occurrence has come; the package comment says what each means.
type State string

// The states of an occurrence.
const (
	Due    State = "due"
	Ready  State = "ready"
	Sent   State = "sent"
	Empty  State = "empty"
	Failed State = "failed"
)

// An Occurrence is one due time of a digest.
type Occurrence struct {
	Digest int64
	Name   string // the local time of the rule, "2026-03-08T02:30"
	Guild  string
	digest.Settings
	Due       time.Time
	Late      bool
	State     State
	Tries     int
	Refused   int       // how many tries the channel refused
	Suspended bool      // its digest waits until the channel works again
	From      string    // the digest's cursor: where the edition before ended
	Messages  []Message // once Ready, in order
}

// A Message is one message of an occurrence: what is sent, and once it is frozen its number and how far it has come.
type Message struct {
	Body    []byte
	Picture []byte // a PNG sent with it; nil for none
	Why     string // why each item is in it, for the member who asks

	N     int       // from 1
	First time.Time // of the first try
	ID    string    // Discord's ID once it stands in the channel
}

// Mark is the nonce of message n, by which it can be found in the channel: 25 characters, the most that Discord takes.
// It is made of the digest, the occurrence, the channel and the number of the message, and of nothing that changes.
func (r Occurrence) Mark(n int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d/%s/%s/%d", r.Digest, r.Name, r.Channel, n))
	return base32.StdEncoding.EncodeToString(sum[:])[:25]
}

// farOff is further ahead than any next try is set: the clock that set such a try has since gone back.
const farOff = 2 * time.Hour

// oldest is the condition that an occurrence waits for no other of its digest.
const oldest = `NOT EXISTS (SELECT 1 FROM run older
	WHERE older.digest = run.digest AND older.state IN ('due', 'ready')
		AND (older.due, older.name) < (run.due, run.name))`

// Pending lists the occurrences to work on, at most so many: of each digest the oldest that is not delivered, so that
// editions arrive in order. Those that were never tried come before those that failed, and guilds take turns, so
// that no guild waits for another one's failures or for its number of digests.
func (l *Ledger) Pending(ctx context.Context, now time.Time, most int) ([]Occurrence, error) {
	var open []Occurrence
	err := dbfile.Rows(ctx, l.db, func(row *sql.Rows) error {
		var r Occurrence
		var settings string
		var due int64
		if err := row.Scan(&r.Digest, &r.Name, &r.Guild, &settings, &due, &r.Late, &r.State, &r.Tries, &r.Refused,
			&r.Suspended, &r.From); err != nil {
			return err
		}
		r.Due = time.Unix(due, 0)
		open = append(open, r)
		return json.Unmarshal([]byte(settings), &open[len(open)-1].Settings)
	}, `SELECT run.digest, name, run.guild, run.settings, due, late, state, tries, refused, 
		coalesce(parked, '') <> '', coalesce(digest.cursor, '')
		FROM run LEFT JOIN digest ON digest.id = run.digest
		WHERE state IN ('due', 'ready') AND (next_try <= ? OR next_try > ?) AND `+oldest+`
		ORDER BY min(tries, 1), 
			row_number() OVER (PARTITION BY run.guild, min(tries, 1) ORDER BY due, run.digest), due, run.digest
		LIMIT ?`, now.UnixMilli(), now.Add(farOff).UnixMilli(), most)
	for i, r := range open {
		if err == nil && r.State != Due { // which has no messages yet
			open[i].Messages, err = l.parts(ctx, r)
		}
	}
	return open, dbfile.Wrap(err, "list open occurrences")
}

func (l *Ledger) parts(ctx context.Context, r Occurrence) ([]Message, error) {
	var parts []Message
	err := dbfile.Rows(ctx, l.db, func(row *sql.Rows) error {
		var p Message
		var first int64
		err := row.Scan(&p.N, &p.Body, &p.Picture, &p.Why, &first, &p.ID)
		if first > 0 {
			p.First = time.UnixMilli(first)
		}
		parts = append(parts, p)
		return err
	}, `SELECT n, body, picture, why, first, message FROM part WHERE digest = ? AND run = ? ORDER BY n`, r.Digest, r.Name)
	return parts, err
}

// Waiting is how many occurrences are open, of each digest the oldest, and when the next
// one will be; the zero time when there is none.
func (l *Ledger) Waiting(ctx context.Context, now time.Time) (open int, next time.Time, err error) {
	var at *int64
	err = dbfile.Rows(ctx, l.db, func(row *sql.Rows) error { return row.Scan(&open, &at) }, `SELECT
		count(*) FILTER (WHERE next_try <= ?1 OR next_try > ?2),
		min(next_try) FILTER (WHERE next_try > ?1 AND next_try <= ?2)
		FROM run WHERE state IN ('due', 'ready') AND `+oldest, now.UnixMilli(), now.Add(farOff).UnixMilli())
	if err != nil || at == nil {
		return open, time.Time{}, dbfile.Wrap(err, "count open occurrences")
	}
	return open, time.UnixMilli(*at), nil
}

// An Edition is what an occurrence will send, and what holds once it is sent.
type Edition struct {
	Messages []Message // in order; none when there is no news
	Cursor   string    // where the next edition begins
	Keys     []string  // keys of the stories in it
}

// Freeze keeps the edition of an occurrence before any of it is sent; without messages the occurrence has ended as
// Empty. An edition that was frozen before stays: Freeze returns the occurrence as it stands.
func (l *Ledger) Freeze(ctx context.Context, r Occurrence, c Edition, now time.Time) (Occurrence, error) {
	err := l.transact(ctx, "freeze an edition", func(tx *sql.Tx) error {
		state, ended := Ready, int64(0)
		if len(c.Messages) == 0 {
			state, ended = Empty, now.Unix()
		}
		was, err := dbfile.Changed(ctx, tx,
			`UPDATE run SET state = ?, ended = ?, cursor = ?, told = ? WHERE digest = ? AND name = ? AND state = 'due'`,
			state, ended, c.Cursor, encode(append([]string{}, c.Keys...)), r.Digest, r.Name)
		if err != nil || !was {
			return err
		}
		for i, m := range c.Messages {
			if _, err := tx.ExecContext(ctx,
				`INSERT INTO part (digest, run, n, mark, body, picture, why) VALUES (?, ?, ?, ?, ?, ?, ?)`,
				r.Digest, r.Name, i+1, r.Mark(i+1), m.Body, m.Picture, m.Why); err != nil {
				return err
			}
		}
		if state == Empty {
			return advance(ctx, tx, r)
		}
		return nil
	})
	if err != nil {
		return r, err
	}
	if len(c.Messages) == 0 {
		r.State = Empty
		return r, nil
	}
	r.State = Ready
	r.Messages, err = l.parts(ctx, r)
	return r, dbfile.Wrap(err, "freeze an edition")
}

// advance moves the digest on after an occurrence that ended well, also after one that a moderator asked for.
func advance(ctx context.Context, tx *sql.Tx, r Occurrence) error {
	_, err := tx.ExecContext(ctx, `UPDATE digest SET parked = '', cursor = coalesce(
		(SELECT cursor FROM run WHERE digest = ?1 AND name = ?2 AND cursor <> ''), cursor) WHERE id = ?1`, r.Digest, r.Name)
	return err
}

// Sending records that message n is about to be sent, and returns the moment of its first try.
func (l *Ledger) Sending(ctx context.Context, r Occurrence, n int, now time.Time) (first time.Time, err error) {
	err = l.transact(ctx, "record a try", func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `UPDATE part SET first = ? WHERE digest = ? AND run = ? AND n = ? AND first = 0`,
			now.UnixMilli(), r.Digest, r.Name, n); err != nil {
			return err
		}
		at, err := dbfile.Value[int64](ctx, tx,
			`SELECT first FROM part WHERE digest = ? AND run = ? AND n = ?`, r.Digest, r.Name, n)
		first = time.UnixMilli(at)
		return err
	})
	return first, err
}

// Delivered records the ID under which message n stands in the channel. With the last
// message the occurrence is Sent, and the digest moves on.
func (l *Ledger) Delivered(ctx context.Context, r Occurrence, n int, message string, now time.Time) error {
	return l.transact(ctx, "record a delivery", func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `UPDATE part SET message = ? WHERE digest = ? AND run = ? AND n = ?`,
			message, r.Digest, r.Name, n); err != nil {
			return err
		}
		was, err := dbfile.Changed(ctx, tx,
			`UPDATE run SET state = 'sent', ended = ?, problem = '' WHERE digest = ? AND name = ? AND state = 'ready'
			AND NOT EXISTS (SELECT 1 FROM part WHERE part.digest = run.digest AND part.run = run.name
				AND message = '')`,
			now.Unix(), r.Digest, r.Name)
		if err != nil || !was {
			return err
		}
		// What stands in the channel is not needed again, and would be most of the file.
		if _, err := tx.ExecContext(ctx, `INSERT INTO told (channel, key, at)
			SELECT ?3, value, ?4 FROM run, json_each(run.told) WHERE digest = ?1 AND name = ?2
			ON CONFLICT (channel, key) DO UPDATE SET at = excluded.at;
			UPDATE part SET body = x'', picture = NULL WHERE digest = ?1 AND run = ?2`,
			r.Digest, r.Name, r.Channel, now.Unix()); err != nil {
			return err
		}
		return advance(ctx, tx, r)
	})
}

// A Failure is a try that did not deliver.
type Failure struct {
	Problem string    // for the operator and the moderators
	Next    time.Time // when to try again; zero ends the occurrence as Failed
	Refused bool      // by the channel: it is gone, or the bot may not write there
	Suspend bool      // suspend the digest until one of its occurrences succeeds
}

// Failed records a failure, and reports whether it has just suspended the digest: then
// the moderators get a notice, once.
func (l *Ledger) Failed(ctx context.Context, r Occurrence, s Failure, now time.Time) (suspended bool, err error) {
	err = l.transact(ctx, "record a failure", func(tx *sql.Tx) error {
		state, next, ended := r.State, s.Next.UnixMilli(), int64(0)
		if s.Next.IsZero() {
			state, next, ended = Failed, 0, now.Unix()
		}
		if _, err := tx.ExecContext(ctx,
			`UPDATE run SET state = ?, tries = tries + 1, refused = refused + ?, next_try = ?, problem = ?, ended = ?
			WHERE digest = ? AND name = ? AND state IN ('due', 'ready')`, state, s.Refused, next, s.Problem, ended,
			r.Digest, r.Name); err != nil {
			return err
		}
		if s.Suspend {
			suspended, err = dbfile.Changed(ctx, tx, `UPDATE digest SET parked = ?, parked_at = ? WHERE id = ?
				AND parked = ''`, s.Problem, now.Unix(), r.Digest)
		}
		return err
	})
	return suspended, err
}
