package ledgertest

import (
	"errors"
	"slices"
	"testing"
	"time"

	"rapporteur/briefing/digest"
	"rapporteur/briefing/ledger"
)

// testWalls: a guild neither sees nor changes what another one has.
func testWalls(t *testing.T, l Ledger) {
	ctx, noon := t.Context(), noon()
	d := add(t, l, "g", daily("c"), noon)
	if others := list(t, l, "h"); len(others) != 0 {
		t.Errorf("another guild sees %+v", others)
	}
	pause := func(d *digest.Digest) error { d.Paused = true; return nil }
	_, changed := l.Change(ctx, "h", d.ID, noon, pause)
	for what, err := range map[string]error{
		"change": changed, "remove": l.Remove(ctx, "h", d.ID), "run": l.RunNow(ctx, "h", d.ID, "x", noon),
	} {
		if !errors.Is(err, digest.ErrNotFound) {
			t.Errorf("%s by another guild: %v, want %v", what, err, digest.ErrNotFound)
		}
	}
	must(t, l.SetTimezone(ctx, "g", "Europe/Berlin"))
	if zone, err := l.Timezone(ctx, "h"); err != nil || zone != "" {
		t.Errorf("another guild's zone is %q, %v", zone, err)
	}
	for range 2 {
		must(t, l.RunNow(ctx, "g", d.ID, "one request", noon))
	}
	only(t, l, noon)
}

// testValues: a value is there until its time is over.
func testValues(t *testing.T, l Ledger) {
	ctx := t.Context()
	must(t, l.Put(ctx, "always", []byte("1"), time.Time{}))
	must(t, l.Put(ctx, "over", []byte("2"), time.Now().Add(-time.Minute)))
	for range 2 {
		for key, want := range map[string]string{"always": "1", "over": "", "never": ""} {
			if got, err := l.Get(ctx, key); err != nil || string(got) != want {
				t.Errorf("Get(%q) = %q, %v; want %q", key, got, err, want)
			}
		}
		got(l.Tidy(ctx, noon(), noon()))(t)
	}
}

// testForgottenGuilds: nothing remains of a guild once all its digests have been
// suspended for long; everything remains of the others.
func testForgottenGuilds(t *testing.T, l Ledger) {
	ctx, long := t.Context(), noon()
	suspend := func(guild, channel string, at time.Time) digest.Digest {
		d := add(t, l, guild, daily(channel), noon())
		must(t, l.RunNow(ctx, guild, d.ID, "one request", at))
		for _, r := range open(t, l, at) {
			if r.Digest == d.ID {
				got(l.Failed(ctx, r, ledger.Failure{Problem: "gone", Refused: true, Suspend: true}, at))(t)
			}
		}
		return d
	}
	suspend("gone", "1", long)
	suspend("gone", "2", long)
	suspend("lately", "3", long.AddDate(0, 0, 60))
	suspend("half", "4", long)
	add(t, l, "half", daily("5"), noon())
	paused := suspend("paused", "6", long)
	got(l.Change(ctx, "paused", paused.ID, noon(), func(d *digest.Digest) error { d.Paused = true; return nil }))(t)
	for _, guild := range []string{"gone", "lately", "half", "paused", "none"} {
		must(t, l.SetTimezone(ctx, guild, "Europe/Berlin"))
	}
	forgotten, err := l.Tidy(ctx, noon().AddDate(-1, 0, 0), noon().AddDate(0, 0, 1))
	if err != nil || !slices.Equal(forgotten, []string{"gone"}) {
		t.Errorf("forgotten are %q, %v; want the one that is gone", forgotten, err)
	}
	for guild, want := range map[string]int{"gone": 0, "lately": 1, "half": 2, "paused": 1, "none": 0} {
		zone, err := l.Timezone(ctx, guild)
		if n := len(list(t, l, guild)); err != nil || n != want || (zone == "") != (guild == "gone") {
			t.Errorf("of %s remain %d digests and zone %q, %v; want %d", guild, n, zone, err, want)
		}
	}
}
