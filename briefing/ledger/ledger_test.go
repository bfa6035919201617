package ledger

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/briefing/digest"
	"rapporteur/briefing/schedule"
)

// noon on a Monday, three hours after the digest of that day.
var noon = time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC)

func fresh(t testing.TB) *Ledger {
	t.Helper()
	l, err := Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func daily(channel string) digest.Settings {
	return digest.Settings{Channel: channel, Rule: schedule.Rule{Cron: "0 9 * * *", Zone: "UTC"}, Kind: digest.KindNew}
}

func add(t testing.TB, l *Ledger, guild string, s digest.Settings, at time.Time) digest.Digest {
	t.Helper()
	d, err := l.Add(t.Context(), guild, s, at)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func open1(t testing.TB, l *Ledger, at time.Time) Run {
	t.Helper()
	runs, err := l.Open(t.Context(), at, 100)
	must(t, err)
	if len(runs) != 1 {
		t.Fatalf("%d open runs, want 1: %+v", len(runs), runs)
	}
	return runs[0]
}

// TestOneRun follows a digest from its rule to the channel and on.
func TestOneRun(t *testing.T) {
	l, ctx := fresh(t), t.Context()
	d := add(t, l, "g", daily("c"), noon.Add(-24*time.Hour))
	for range 3 { // whoever plans first, there is one row
		must(t, l.Plan(ctx, noon.Add(-3*time.Hour), 6*time.Hour))
	}
	r := open1(t, l, noon)
	if r.Name != "2026-03-09T09:00" || r.Late || r.State != Due || r.Channel != "c" {
		t.Fatalf("planned %+v", r)
	}
	r, err := l.Freeze(ctx, r, Composed{Messages: []Message{{Body: []byte("one"), Why: "1"}, {Body: []byte("two")}}, Cursor: "seq 7", Told: []string{"k1"}}, noon)
	must(t, err)
	again, err := l.Freeze(ctx, r, Composed{Messages: []Message{{Body: []byte("other")}}}, noon)
	must(t, err)
	if len(r.Parts) != 2 || len(again.Parts) != 2 || string(again.Parts[0].Body) != "one" {
		t.Fatalf("the first composition must win: %+v, then %+v", r, again)
	}

	for guild, want := range map[string]string{"g": "1", "h": ""} {
		if why, err := l.Why(ctx, guild, r.Mark(1)); err != nil || why != want {
			t.Errorf("guild %s is told why: %q, %v; want %q", guild, why, err, want)
		}
	}
	first, err := l.Sending(ctx, r, 1, noon)
	must(t, err)
	later, err := l.Sending(ctx, r, 1, noon.Add(time.Minute))
	must(t, err)
	if !first.Equal(noon) || !later.Equal(noon) {
		t.Errorf("the first try was at %v, then said to be at %v; want %v", first, later, noon)
	}
	must(t, l.Delivered(ctx, r, 1, "m1", noon))
	if r := open1(t, l, noon); r.Parts[0].Message != "m1" || r.Parts[1].Message != "" {
		t.Errorf("after one part of two: %+v", r.Parts)
	}
	must(t, l.Delivered(ctx, r, 2, "m2", noon))
	if runs, _ := l.Open(ctx, noon, 100); len(runs) != 0 {
		t.Errorf("a delivered run is still open: %+v", runs)
	}

	all, err := l.Digests(ctx, "g")
	must(t, err)
	if got := all[0]; got.ID != d.ID || got.Cursor != "seq 7" || got.Last == nil || !got.Last.Sent || got.Last.Name != "2026-03-09T09:00" {
		t.Errorf("after delivery: %+v, last %+v", got, got.Last)
	}
	keys, err := l.Told(ctx, "c", noon.Add(-time.Hour))
	must(t, err)
	if !slices.Equal(keys, []string{"k1"}) {
		t.Errorf("told %v, want k1", keys)
	}
	must(t, l.Plan(ctx, noon, 6*time.Hour))
	if runs, _ := l.Open(ctx, noon, 100); len(runs) != 0 {
		t.Errorf("the same run was planned again: %+v", runs)
	}
}

func TestCatchingUp(t *testing.T) {
	for _, row := range []struct {
		about   string
		planned time.Time
		now     time.Time
		run     string
		late    bool
		skipped int
	}{
		{"on time", noon.AddDate(0, 0, -1), noon.Add(-3 * time.Hour), "2026-03-09T09:00", false, 0},
		{"up again after three hours", noon.AddDate(0, 0, -1), noon, "2026-03-09T09:00", true, 0},
		{"up again after a week: the newest alone", noon.AddDate(0, 0, -7), noon, "2026-03-09T09:00", true, 6},
		{"up again in the evening: too late for any", noon.AddDate(0, 0, -1), noon.Add(8 * time.Hour), "", false, 1},
		{"a clock that was a year ahead", noon.AddDate(1, 0, 0), noon.Add(-3 * time.Hour), "", false, 0},
	} {
		t.Run(row.about, func(t *testing.T) {
			l := fresh(t)
			add(t, l, "g", daily("c"), row.planned)
			must(t, l.Plan(t.Context(), row.now, 6*time.Hour))
			runs, err := l.Open(t.Context(), row.now, 100)
			must(t, err)
			switch {
			case row.run == "" && len(runs) > 0:
				t.Errorf("planned %+v, want nothing", runs)
			case row.run != "" && (len(runs) != 1 || runs[0].Name != row.run || runs[0].Late != row.late):
				t.Errorf("planned %+v, want %s, late %v", runs, row.run, row.late)
			}
			all, err := l.Digests(t.Context(), "g")
			must(t, err)
			if all[0].Skipped != row.skipped {
				t.Errorf("%d skipped, want %d", all[0].Skipped, row.skipped)
			}
			if all[0].Planned.After(row.now) {
				t.Errorf("still planned up to %v, in the future", all[0].Planned)
			}
		})
	}
}

// TestAChangeDuringARun: the run goes by the settings it became due with.
func TestAChangeDuringARun(t *testing.T) {
	l, ctx := fresh(t), t.Context()
	d := add(t, l, "g", daily("old"), noon.AddDate(0, 0, -1))
	must(t, l.Plan(ctx, noon, 6*time.Hour))
	_, err := l.Change(ctx, "g", d.ID, noon, func(d *digest.Digest) error {
		d.Channel, d.Rule.Cron = "new", "30 8 * * *"
		return nil
	})
	must(t, err)
	if r := open1(t, l, noon); r.Channel != "old" {
		t.Errorf("the run moved to %s in mid-air", r.Channel)
	}
	must(t, l.Plan(ctx, noon, 6*time.Hour))
	open1(t, l, noon) // 08:30 of the new rule was before the change
	must(t, l.Remove(ctx, "g", d.ID))
	open1(t, l, noon) // and a run that has begun is finished all the same
}

func TestParking(t *testing.T) {
	l, ctx := fresh(t), t.Context()
	add(t, l, "g", daily("c"), noon.AddDate(0, 0, -1))
	must(t, l.Plan(ctx, noon, 6*time.Hour))
	r := open1(t, l, noon)
	parked, err := l.Failed(ctx, r, Setback{Problem: "no access", Next: noon.Add(time.Minute), Refused: true}, noon)
	must(t, err)
	if runs, _ := l.Open(ctx, noon, 100); parked || len(runs) != 0 {
		t.Errorf("parked %v, open %+v before its next try", parked, runs)
	}
	if open, next, err := l.Waiting(ctx, noon); err != nil || open != 0 || !next.Equal(noon.Add(time.Minute)) {
		t.Errorf("%d open, next try %v, %v", open, next, err)
	}
	r = open1(t, l, noon.Add(time.Minute))
	if r.Tries != 1 || r.Refused != 1 {
		t.Errorf("after one refusal: %+v", r)
	}
	for i, want := range []bool{true, false} { // the second parking is no news
		parked, err = l.Failed(ctx, r, Setback{Problem: "no access", Refused: true, Park: true}, noon)
		must(t, err)
		if parked != want {
			t.Errorf("parking %d: told to tell: %v", i, parked)
		}
	}
	tomorrow := noon.AddDate(0, 0, 1)
	must(t, l.Plan(ctx, tomorrow, 6*time.Hour))
	r, err = l.Freeze(ctx, open1(t, l, tomorrow), Composed{Messages: []Message{{Body: []byte("x")}}}, tomorrow)
	must(t, err)
	must(t, l.Delivered(ctx, r, 1, "m", tomorrow))
	all, err := l.Digests(ctx, "g")
	must(t, err)
	if all[0].Suspended != "" {
		t.Errorf("mended, and still parked: %q", all[0].Suspended)
	}
}

// TestRunsArriveInOrder: the run of a digest waits for the one before it.
func TestRunsArriveInOrder(t *testing.T) {
	l, ctx := fresh(t), t.Context()
	add(t, l, "g", daily("c"), noon.AddDate(0, 0, -1))
	must(t, l.Plan(ctx, noon, 6*time.Hour))
	_, err := l.Failed(ctx, open1(t, l, noon), Setback{Problem: "busy", Next: noon.AddDate(0, 0, 1).Add(time.Hour)}, noon)
	must(t, err)
	tomorrow := noon.AddDate(0, 0, 1)
	must(t, l.Plan(ctx, tomorrow, 6*time.Hour))
	if runs, err := l.Open(ctx, tomorrow, 100); err != nil || len(runs) != 0 {
		t.Errorf("a younger run overtakes: %+v, %v", runs, err)
	}
	if open, next, err := l.Waiting(ctx, tomorrow); err != nil || open != 0 || !next.Equal(tomorrow.Add(time.Hour)) {
		t.Errorf("%d are said to be open, and the next at %v, %v: that of the younger run is not its turn", open, next, err)
	}
	if r := open1(t, l, noon.AddDate(0, 0, 1).Add(time.Hour)); r.Name != "2026-03-09T09:00" {
		t.Errorf("first comes %s", r.Name)
	}
}

func TestWalls(t *testing.T) {
	l, ctx := fresh(t), t.Context()
	d := add(t, l, "g", daily("c"), noon)
	if others, err := l.Digests(ctx, "h"); err != nil || len(others) != 0 {
		t.Errorf("another guild sees %+v, %v", others, err)
	}
	edit := func(d *digest.Digest) error { d.Paused = true; return nil }
	_, changed := l.Change(ctx, "h", d.ID, noon, edit)
	for what, err := range map[string]error{"change": changed, "remove": l.Remove(ctx, "h", d.ID), "run": l.RunNow(ctx, "h", d.ID, "x", noon)} {
		if !errors.Is(err, digest.ErrNotFound) {
			t.Errorf("%s by another guild: %v, want digest.ErrNotFound", what, err)
		}
	}
	must(t, l.SetTimezone(ctx, "g", "Europe/Berlin"))
	if zone, err := l.Timezone(ctx, "h"); err != nil || zone != "" {
		t.Errorf("another guild's zone is %q, %v", zone, err)
	}
	must(t, l.RunNow(ctx, "g", d.ID, "press 1", noon))
	must(t, l.RunNow(ctx, "g", d.ID, "press 1", noon))
	open1(t, l, noon)
}

func TestMarksDiffer(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range []Run{{Digest: 1, Name: "a"}, {Digest: 2, Name: "a"}, {Digest: 1, Name: "b"}, {Digest: 1, Name: "a", Settings: digest.Settings{Channel: "c"}}} {
		for n := 1; n <= 3; n++ {
			mark := r.Mark(n)
			if len(mark) != 25 || seen[mark] || strings.ContainsAny(mark, "=") {
				t.Errorf("mark %q of %+v part %d: seen %v", mark, r, n, seen[mark])
			}
			seen[mark] = true
		}
	}
}

func TestKeepForgetsInTime(t *testing.T) {
	l, ctx := fresh(t), t.Context()
	must(t, l.Put(ctx, "for good", []byte("1"), time.Time{}))
	must(t, l.Put(ctx, "over", []byte("2"), time.Now().Add(-time.Minute)))
	for key, want := range map[string]string{"for good": "1", "over": "", "never": ""} {
		if got, err := l.Get(ctx, key); err != nil || string(got) != want {
			t.Errorf("Get(%q) = %q, %v; want %q", key, got, err, want)
		}
	}
	_, err := l.Tidy(ctx, noon, noon)
	must(t, err)
	var kept int
	must(t, l.db.QueryRow("SELECT count(*) FROM keep").Scan(&kept))
	if kept != 1 {
		t.Errorf("%d values are in the file after it was tidied, want the one for good", kept)
	}
}

// TestGuildsAreForgotten: of a guild nothing remains once all its digests have been
// parked for long; of others everything.
func TestGuildsAreForgotten(t *testing.T) {
	l, ctx := fresh(t), t.Context()
	park := func(guild, channel string, at time.Time) {
		d := add(t, l, guild, daily(channel), noon)
		must(t, l.RunNow(ctx, guild, d.ID, "press", at))
		runs, err := l.Open(ctx, at, 100)
		must(t, err)
		for _, r := range runs {
			if r.Digest == d.ID {
				_, err := l.Failed(ctx, r, Setback{Problem: "gone", Refused: true, Park: true}, at)
				must(t, err)
			}
		}
	}
	long, lately := noon, noon.AddDate(0, 0, 60)
	park("gone", "1", long)
	park("gone", "2", long)
	park("lately", "3", lately)
	park("half", "4", long)
	add(t, l, "half", daily("5"), noon)
	park("paused", "6", long)
	all, err := l.Digests(ctx, "paused")
	must(t, err)
	_, err = l.Change(ctx, "paused", all[0].ID, noon, func(d *digest.Digest) error { d.Paused = true; return nil })
	must(t, err)
	for _, guild := range []string{"gone", "lately", "half", "paused", "none"} {
		must(t, l.SetTimezone(ctx, guild, "Europe/Berlin"))
	}
	forgotten, err := l.Tidy(ctx, noon.AddDate(-1, 0, 0), noon.AddDate(0, 0, 1))
	must(t, err)
	if !slices.Equal(forgotten, []string{"gone"}) {
		t.Errorf("forgotten are %q, want the one that is gone", forgotten)
	}
	for guild, want := range map[string]int{"gone": 0, "lately": 1, "half": 2, "paused": 1, "none": 0} {
		zone, err := l.Timezone(ctx, guild)
		must(t, err)
		if all, err := l.Digests(ctx, guild); err != nil || len(all) != want || (zone == "") != (guild == "gone") {
			t.Errorf("of %s remain %d digests and zone %q, %v; want %d", guild, len(all), zone, err, want)
		}
	}
	var runs int
	must(t, l.db.QueryRow("SELECT count(*) FROM run WHERE guild = 'gone'").Scan(&runs))
	if runs != 0 {
		t.Errorf("%d runs remain of a guild that is forgotten", runs)
	}
}

// TestManyPlanners: two programs started by mistake, or a moderator in a hurry.
func TestManyPlanners(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	var ledgers [2]*Ledger
	for i := range ledgers {
		l, err := Open(t.Context(), path)
		must(t, err)
		defer l.Close()
		ledgers[i] = l
	}
	for range 10 {
		add(t, ledgers[0], "g", daily("c"), noon.AddDate(0, 0, -1))
	}
	var wg sync.WaitGroup
	for _, l := range ledgers {
		for range 4 {
			wg.Go(func() {
				if err := l.Plan(context.WithoutCancel(t.Context()), noon, 6*time.Hour); err != nil {
					t.Error(err)
				}
			})
		}
	}
	wg.Wait()
	if runs, err := ledgers[1].Open(t.Context(), noon, 100); err != nil || len(runs) != 10 {
		t.Errorf("%d runs of 10 digests, %v", len(runs), err)
	}
}
