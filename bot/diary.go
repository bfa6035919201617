package bot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur/briefing"
	"rapporteur/briefing/ledger"
	"rapporteur/briefing/schedule"
)

// A Diary is the Book that a ledger holds.
type Diary struct {
	ledger  *ledger.Ledger
	editor  Editor
	log     *slog.Logger
	now     func() time.Time
	zone    string
	stirred chan struct{} // something may be due
	rules   chan struct{} // the schedules have changed
}

// DiaryOptions tune a Diary. The zero value is ready to use.
type DiaryOptions struct {
	Zone string           // IANA zone of guilds that have set none; "" means UTC
	Log  *slog.Logger     // has the audit of what moderators do; nil discards
	Now  func() time.Time // nil means time.Now
}

var _ Book = (*Diary)(nil)

// NewDiary is the book of what l keeps, with previews by e.
func NewDiary(l *ledger.Ledger, e Editor, o DiaryOptions) *Diary {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Zone == "" {
		o.Zone = "UTC"
	}
	return &Diary{
		ledger: l, editor: e, log: o.Log, now: o.Now, zone: o.Zone,
		stirred: make(chan struct{}, 1), rules: make(chan struct{}, 1),
	}
}

// List implements Digests.
func (d *Diary) List(ctx context.Context, guild string) ([]Digest, error) {
	if guild == "" {
		return nil, nil
	}
	kept, err := d.ledger.Digests(ctx, guild)
	if err != nil {
		return nil, err
	}
	all := make([]Digest, len(kept))
	for i, k := range kept {
		if all[i], err = d.shown(k); err != nil {
			return nil, fmt.Errorf("show digest %d: %w", k.ID, err)
		}
	}
	return all, nil
}

// shown is a kept digest as moderators see it.
func (d *Diary) shown(k ledger.Digest) (Digest, error) {
	s, err := k.Rule.Schedule()
	if err != nil {
		return Digest{}, err
	}
	out := Digest{
		ID: strconv.FormatInt(k.ID, 10), Channel: k.Channel, Zone: k.Rule.Zone, About: k.About, Kind: string(k.Kind), Start: k.Start,
		Items: k.Items, Quiet: k.Quiet, Picture: k.Picture, Thread: k.Thread, Paused: k.Paused,
		Rule: strings.TrimSuffix(s.String(), ", "+k.Rule.Zone), Trouble: k.Parked, Skipped: k.Skipped,
	}
	out.At, out.Days = k.Rule.Typed()
	if change := s.Changes(d.now()); change != "" {
		out.Rule += ". " + change
	}
	for at := d.now(); len(out.Next) < 3 && !k.Paused; {
		o, ok := s.After(at)
		if !ok {
			break
		}
		out.Next, at = append(out.Next, o.Due), o.Due
	}
	if k.Last != nil && k.Last.State == ledger.Sent {
		out.Last = k.Last.Ended
	}
	return out, nil
}

// Save implements Digests.
func (d *Diary) Save(ctx context.Context, guild, by, id string, edit func(*Digest)) (Digest, error) {
	zone, err := d.Zone(ctx, guild)
	if err != nil {
		return Digest{}, err
	}
	var kept ledger.Digest
	if id == "" {
		kept, err = d.add(ctx, guild, by, zone, edit)
	} else {
		kept, err = d.change(ctx, guild, id, zone, edit)
	}
	if err != nil {
		return Digest{}, err
	}
	d.changed("save", guild, by, kept.ID)
	return d.shown(kept)
}

// mostDigests is how many a server may have: all servers share one courier.
const mostDigests = 100

// add sets a new digest up.
func (d *Diary) add(ctx context.Context, guild, by string, zone *time.Location, edit func(*Digest)) (ledger.Digest, error) {
	var want Digest
	edit(&want)
	settings, err := d.wanted(want, zone)
	if err != nil {
		return ledger.Digest{}, err
	}
	others, err := d.ledger.Digests(ctx, guild)
	if err != nil {
		return ledger.Digest{}, err
	}
	if len(others) >= mostDigests {
		return ledger.Digest{}, &briefing.InputError{Option: "channel", Problem: fmt.Sprintf("this server has %d digests, which is the most; remove one first", len(others))}
	}
	settings.By = by
	return d.ledger.Add(ctx, guild, settings, d.now())
}

// wanted reads what a moderator chose; zone is where they named none.
func (d *Diary) wanted(want Digest, zone *time.Location) (ledger.Settings, error) {
	rule, err := schedule.Parse(want.At, want.Days, cmp.Or(want.Zone, zone.String()))
	if err != nil {
		return ledger.Settings{}, mistake(err)
	}
	if want.Channel == "" || digits(want.Channel) == "0" {
		return ledger.Settings{}, &briefing.InputError{Option: "channel", Problem: "choose a channel of this server"}
	}
	if want.Items < 0 || want.Items > mostItems {
		return ledger.Settings{}, &briefing.InputError{Option: "items", Problem: fmt.Sprintf("choose a number from 1 to %d, or 0 for as many as fit", mostItems)}
	}
	s := ledger.Settings{
		Channel: want.Channel, Rule: rule.Rule(), Kind: ledger.Kind(want.Kind), About: want.About, Items: want.Items,
		Quiet: want.Quiet, Picture: want.Picture, Thread: want.Thread,
	}
	if s.Kind == "" {
		s.Kind = ledger.New
	}
	if !slices.Contains(ledger.Kinds(), s.Kind) {
		return s, &briefing.InputError{Option: "kind", Problem: "choose new, day, week, years or replay"}
	}
	switch {
	case s.Kind != ledger.Replay && want.Start != "":
		return s, &briefing.InputError{Option: "start", Problem: "only a digest of the kind replay has a first day"}
	case s.Kind == ledger.Replay && want.Start == "":
		return s, &briefing.InputError{Option: "start", Problem: "a replay needs its first day, such as 2022-01-21"}
	case s.Kind == ledger.Replay:
		i, err := d.editor.ReadDays(briefing.Asker{Today: dayIn(d.now(), rule.Zone())}, "start", want.Start)
		if err != nil {
			return s, err
		}
		s.Start = i.From.String()
	}
	return s, nil
}

// mostItems is how many items a moderator may ask of one digest: ten messages.
const mostItems = 50

// dayIn is the day it is in a zone at a moment.
func dayIn(t time.Time, zone *time.Location) briefing.Day {
	y, m, d := t.In(zone).Date()
	return briefing.Day{Year: y, Month: m, Day: d}
}

// change edits a digest within one transaction of the ledger, which must not be asked
// anything meanwhile.
func (d *Diary) change(ctx context.Context, guild, id string, zone *time.Location, edit func(*Digest)) (ledger.Digest, error) {
	n, err := number(id)
	if err != nil {
		return ledger.Digest{}, err
	}
	kept, err := d.ledger.Change(ctx, guild, n, d.now(), func(k *ledger.Digest) error {
		want, err := d.shown(*k)
		if err != nil {
			return err
		}
		edit(&want)
		s, err := d.wanted(want, zone)
		if err != nil {
			return err
		}
		if s.Kind != k.Kind || s.Start != k.Start {
			k.Cursor = "" // what one kind left off at means nothing to another
		}
		s.By = k.By
		k.Settings, k.Paused = s, want.Paused
		return nil
	})
	return kept, unknown(err)
}

// Remove implements Digests.
func (d *Diary) Remove(ctx context.Context, guild, by, id string) error {
	n, err := number(id)
	if err != nil {
		return err
	}
	if err := d.ledger.Remove(ctx, guild, n); err != nil {
		return unknown(err)
	}
	d.changed("remove", guild, by, n)
	return nil
}

// Run implements Presses. Two presses in one second are one.
func (d *Diary) Run(ctx context.Context, guild, by, id string) error {
	n, err := number(id)
	if err != nil {
		return err
	}
	now := d.now()
	if err := d.ledger.RunNow(ctx, guild, n, now.UTC().Format("2006-01-02T15:04:05")+" by hand", now); err != nil {
		return unknown(err)
	}
	d.changed("run", guild, by, n)
	return nil
}

// Preview implements Presses.
func (d *Diary) Preview(ctx context.Context, guild, id string) (briefing.BriefAnswer, error) {
	n, err := number(id)
	if err != nil {
		return briefing.BriefAnswer{}, err
	}
	all, err := d.ledger.Digests(ctx, guild)
	if err != nil {
		return briefing.BriefAnswer{}, err
	}
	for _, k := range all {
		if k.ID != n {
			continue
		}
		q, err := editionQuestion(guild, k.Settings, d.now())
		if err != nil {
			return briefing.BriefAnswer{}, err
		}
		q.Cursor = k.Cursor
		if q.Told, err = d.ledger.Told(ctx, k.Channel, d.now().Add(-toldFor)); err != nil {
			return briefing.BriefAnswer{}, err
		}
		e, err := d.editor.Edition(ctx, q)
		return e.BriefAnswer, err
	}
	return briefing.BriefAnswer{}, unknown(ledger.ErrNotFound)
}

// Zone implements Zones.
func (d *Diary) Zone(ctx context.Context, guild string) (*time.Location, error) {
	name, err := d.ledger.Timezone(ctx, guild)
	if err != nil {
		return nil, err
	}
	if name == "" {
		name = d.zone
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, fmt.Errorf("read the zone of guild %s: %w", guild, err)
	}
	return zone, nil
}

// SetZone implements Zones.
func (d *Diary) SetZone(ctx context.Context, guild, by, name string) error {
	if _, err := (schedule.Rule{Cron: "0 0 * * *", Zone: name}).Schedule(); err != nil {
		return mistake(err)
	}
	d.log.Info("moderator", "did", "timezone", "guild", guild, "by", by, "zone", name)
	return d.ledger.SetTimezone(ctx, guild, name)
}

// Why implements Presses.
func (d *Diary) Why(ctx context.Context, guild, mark string) (string, error) {
	return d.ledger.Why(ctx, guild, mark)
}

// changed writes the audit and wakes the courier.
func (d *Diary) changed(did, guild, by string, id int64) {
	d.log.Info("moderator", "did", did, "guild", guild, "by", by, "digest", id)
	for _, wake := range []chan struct{}{d.rules, d.stirred} {
		select {
		case wake <- struct{}{}:
		default:
		}
	}
}

// number reads a digest's ID as a moderator types it.
func number(id string) (int64, error) {
	n, err := strconv.ParseInt(strings.TrimPrefix(strings.TrimSpace(id), "#"), 10, 64)
	if err != nil {
		return 0, unknown(ledger.ErrNotFound)
	}
	return n, nil
}

// unknown puts ErrNotFound in words for moderators.
func unknown(err error) error {
	if errors.Is(err, ledger.ErrNotFound) {
		return noDigest()
	}
	return err
}

// mistake puts a rule's error in words for moderators.
func mistake(err error) error {
	var bad *schedule.RuleError
	if errors.As(err, &bad) {
		return &briefing.InputError{Option: bad.Option, Problem: bad.Problem}
	}
	return err
}
