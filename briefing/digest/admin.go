package digest

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"rapporteur/briefing"
	"rapporteur/briefing/schedule"
)

// What one guild may ask for.
const (
	MaxItems   = 50  // of one digest: ten messages
	MaxDigests = 100 // per guild: all guilds share one courier
)

// A Store keeps digests and time zones. The ledger is one.
type Store interface {
	Digests(ctx context.Context, guild string) ([]Digest, error)
	Add(ctx context.Context, guild string, s Settings, now time.Time) (Digest, error)
	// Change edits a digest in one transaction, during which edit must not use the Store.
	Change(ctx context.Context, guild string, id int64, now time.Time, edit func(*Digest) error) (Digest, error)
	Remove(ctx context.Context, guild string, id int64) error
	RunNow(ctx context.Context, guild string, id int64, name string, now time.Time) error
	DeliveredKeys(ctx context.Context, channel string, since time.Time) ([]string, error)
	Why(ctx context.Context, guild, mark string) (string, error)
	Timezone(ctx context.Context, guild string) (string, error)
	SetTimezone(ctx context.Context, guild, zone string) error
}

// An Editor writes previews and reads dates.
type Editor interface {
	Edition(context.Context, briefing.EditionQuestion) (briefing.Edition, error)
	ReadDays(asker briefing.Asker, option, typed string) (briefing.Interval, error)
}

// Options tune an Admin. The zero value is ready to use.
type Options struct {
	Zone string           // IANA zone of guilds that have set none; "" means UTC
	Log  *slog.Logger     // records what moderators change; nil discards
	Now  func() time.Time // nil means time.Now
}

// An Admin checks and keeps what moderators set. A mistake of theirs is a
// *briefing.InputError that names the option. It is safe for use by several goroutines.
type Admin struct {
	store   Store
	editor  Editor
	log     *slog.Logger
	now     func() time.Time
	zone    string
	changed chan struct{}
}

// NewAdmin keeps digests in s.
func NewAdmin(s Store, e Editor, o Options) *Admin {
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Admin{
		store: s, editor: e, log: cmp.Or(o.Log, slog.New(slog.DiscardHandler)), now: o.Now,
		zone: cmp.Or(o.Zone, "UTC"), changed: make(chan struct{}, 1),
	}
}

// Changed receives after a digest was added, changed, removed or asked for.
func (a *Admin) Changed() <-chan struct{} { return a.changed }

// List returns a guild's digests in the order they were added.
func (a *Admin) List(ctx context.Context, guild string) ([]Digest, error) {
	if guild == "" {
		return nil, nil
	}
	return a.store.Digests(ctx, guild)
}

// Save edits the named digest, or adds one when the name is "". It keeps the settings and Paused as edit leaves
// them; nothing else changes the digest meanwhile. By is the moderator's user ID, for the audit log.
func (a *Admin) Save(ctx context.Context, guild, by, name string, edit func(*Digest) error) (Digest, error) {
	var d Digest
	var err error
	if name == "" {
		d, err = a.add(ctx, guild, by, edit)
	} else {
		d, err = a.change(ctx, guild, name, edit)
	}
	if err != nil {
		return Digest{}, err
	}
	a.audit("save", guild, by, d.ID)
	return d, nil
}

func (a *Admin) add(ctx context.Context, guild, by string, edit func(*Digest) error) (Digest, error) {
	zone, err := a.Zone(ctx, guild)
	if err != nil {
		return Digest{}, err
	}
	d := Digest{Settings: Settings{Rule: schedule.Rule{Zone: zone.String()}}}
	if err := edit(&d); err != nil {
		return Digest{}, err
	}
	if err := a.check(&d.Settings); err != nil {
		return Digest{}, err
	}
	others, err := a.store.Digests(ctx, guild)
	if err != nil {
		return Digest{}, err
	}
	if len(others) >= MaxDigests {
		problem := fmt.Sprintf("this server has %d digests, the most allowed; remove one first", MaxDigests)
		return Digest{}, mistake("channel", problem)
	}
	d.By = by
	return a.store.Add(ctx, guild, d.Settings, a.now())
}

func (a *Admin) change(ctx context.Context, guild, name string, edit func(*Digest) error) (Digest, error) {
	id, err := number(name)
	if err != nil {
		return Digest{}, err
	}
	d, err := a.store.Change(ctx, guild, id, a.now(), func(d *Digest) error {
		want := *d
		if err := edit(&want); err != nil {
			return err
		}
		if err := a.check(&want.Settings); err != nil {
			return err
		}
		if want.Kind != d.Kind || want.Start != d.Start {
			d.Cursor = "" // a cursor means nothing to another kind
		}
		want.By = d.By
		d.Settings, d.Paused = want.Settings, want.Paused
		return nil
	})
	return d, inputError(err)
}

// check refuses settings that cannot work, and fills in what was left out.
func (a *Admin) check(s *Settings) error {
	rule, err := s.Rule.Schedule()
	if err != nil {
		return inputError(err)
	}
	s.Kind = cmp.Or(s.Kind, KindNew)
	switch {
	case s.Channel == "":
		return mistake("channel", "choose a channel of this server")
	case s.Items < 0 || s.Items > MaxItems:
		return mistake("items", fmt.Sprintf("choose a number from 1 to %d, or 0 for as many as fit", MaxItems))
	case !slices.Contains(Kinds(), s.Kind):
		return mistake("kind", "choose new, day, week, years or replay")
	case s.Kind != KindReplay && s.Start != "":
		return mistake("start", "only a digest of the kind replay has a first day")
	case s.Kind == KindReplay && s.Start == "":
		return mistake("start", "a replay needs its first day, such as 2022-01-21")
	case s.Kind == KindReplay:
		asker := briefing.Asker{Today: briefing.DayIn(a.now(), rule.Zone())}
		days, err := a.editor.ReadDays(asker, "start", s.Start)
		if err != nil {
			return err
		}
		s.Start = days.From.String()
	}
	return nil
}

// Remove deletes a digest. An occurrence that has begun is still delivered.
func (a *Admin) Remove(ctx context.Context, guild, by, name string) error {
	return a.act(guild, by, name, "remove", func(id int64) error { return a.store.Remove(ctx, guild, id) })
}

// Run makes a digest due now, outside its schedule, and does not wait for it. Two requests in one second are one.
func (a *Admin) Run(ctx context.Context, guild, by, name string) error {
	now := a.now()
	return a.act(guild, by, name, "run", func(id int64) error {
		return a.store.RunNow(ctx, guild, id, now.UTC().Format("2006-01-02T15:04:05")+" by hand", now)
	})
}

// act does something to the named digest and writes the audit.
func (a *Admin) act(guild, by, name, did string, do func(id int64) error) error {
	id, err := number(name)
	if err != nil {
		return err
	}
	if err := do(id); err != nil {
		return inputError(err)
	}
	a.audit(did, guild, by, id)
	return nil
}

// Preview returns what the digest would say now. It records nothing.
func (a *Admin) Preview(ctx context.Context, guild, name string) (briefing.BriefAnswer, error) {
	all, err := a.store.Digests(ctx, guild)
	if err != nil {
		return briefing.BriefAnswer{}, err
	}
	d, err := Find(all, name)
	if err != nil {
		return briefing.BriefAnswer{}, err
	}
	q, err := d.Question(guild, a.now())
	if err != nil {
		return briefing.BriefAnswer{}, err
	}
	q.Cursor = d.Cursor
	if q.SeenKeys, err = a.store.DeliveredKeys(ctx, d.Channel, a.now().Add(-RepeatAfter)); err != nil {
		return briefing.BriefAnswer{}, err
	}
	e, err := a.editor.Edition(ctx, q)
	return e.BriefAnswer, err
}

// Why has, by the mark on a message's button, each line's beginning, a tab and its reason; "" when that is forgotten.
func (a *Admin) Why(ctx context.Context, guild, mark string) (string, error) {
	return a.store.Why(ctx, guild, mark)
}

// Zone is the guild's time zone.
func (a *Admin) Zone(ctx context.Context, guild string) (*time.Location, error) {
	name, err := a.store.Timezone(ctx, guild)
	if err != nil {
		return nil, err
	}
	zone, err := time.LoadLocation(cmp.Or(name, a.zone))
	if err != nil {
		return nil, fmt.Errorf("read the zone of guild %s: %w", guild, err)
	}
	return zone, nil
}

// SetZone keeps a guild's time zone, an IANA name.
func (a *Admin) SetZone(ctx context.Context, guild, by, name string) error {
	if _, err := (schedule.Rule{Cron: "0 0 * * *", Zone: name}).Schedule(); err != nil {
		return inputError(err)
	}
	a.log.Info("moderator", "did", "timezone", "guild", guild, "by", by, "zone", name)
	return a.store.SetTimezone(ctx, guild, name)
}

// audit logs a change and signals it.
func (a *Admin) audit(did, guild, by string, id int64) {
	a.log.Info("moderator", "did", did, "guild", guild, "by", by, "digest", id)
	select {
	case a.changed <- struct{}{}:
	default:
	}
}
