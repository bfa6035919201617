package digest_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/briefing"
	"rapporteur/briefing/digest"
	"rapporteur/briefing/ledger"
	"rapporteur/briefing/schedule"
)

// TestStoredSettings: databases hold settings as this JSON, which every later version
// must read.
func TestStoredSettings(t *testing.T) {
	const stored = `{"Channel":"9001","Rule":{"Cron":"30 8 * * 1-5","Zone":"Europe/Tallinn"},"Kind":"replay","About":"the dam",` +
		`"Items":7,"Quiet":true,"Picture":true,"Thread":true,"Start":"2022-01-21","By":"7"}`
	want := digest.Settings{
		Channel: "9001", Rule: schedule.Rule{Cron: "30 8 * * 1-5", Zone: "Europe/Tallinn"}, Kind: digest.KindReplay,
		About: "the dam", Items: 7, Quiet: true, Picture: true, Thread: true, Start: "2022-01-21", By: "7",
	}
	var got digest.Settings
	if err := json.Unmarshal([]byte(stored), &got); err != nil || got != want {
		t.Errorf("read %+v, %v; want %+v", got, err, want)
	}
	if b, err := json.Marshal(want); err != nil || string(b) != stored {
		t.Errorf("written %s, %v; want %s", b, err, stored)
	}
	kinds := fmt.Sprint(digest.Kinds())
	if kinds != "[new day week years replay]" {
		t.Errorf("kinds are stored as %s", kinds)
	}
}

var monday = time.Date(2026, 3, 2, 8, 30, 0, 0, time.UTC)

// TestShown is what moderators see of a digest.
func TestShown(t *testing.T) {
	d := digest.Digest{ID: 3, Settings: digest.Settings{Rule: schedule.Rule{Cron: "30 2 * * *", Zone: "America/New_York"}}}
	if got, want := d.When(monday), "every day at 02:30. On 2026-03-08 the clocks skip 02:30, so that day's digest comes at 03:00."; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	var next []string
	for _, at := range d.Next(time.Date(2026, 3, 7, 0, 0, 0, 0, time.UTC)) {
		next = append(next, at.UTC().Format("02 15:04"))
	}
	if want := []string{"07 07:30", "08 07:00", "09 06:30"}; !slices.Equal(next, want) {
		t.Errorf("next %v, want %v", next, want)
	}
	if d.Paused = true; d.Next(monday) != nil {
		t.Error("a paused digest has a next occurrence")
	}
	if !d.LastSent().IsZero() {
		t.Error("sent before the first delivery")
	}
	d.Last = &digest.Delivery{Ended: monday}
	if !d.LastSent().IsZero() {
		t.Error("an occurrence without news counts as sent")
	}
	d.Last.Sent = true
	if !d.LastSent().Equal(monday) || d.Name() != "3" {
		t.Errorf("digest %s was sent at %v", d.Name(), d.LastSent())
	}
}

// TestReschedule: days typed with the time replace the days; a time alone keeps them.
func TestReschedule(t *testing.T) {
	for _, row := range []struct{ at, days, zone, want, option string }{
		{"10:00", "", "", "0 10 * * 1-5 UTC", ""},
		{"", "mon", "", "30 2 * * 1 UTC", ""},
		{"daily 10:00", "", "", "0 10 * * * UTC", ""},
		{"0 9 1 * *", "", "Europe/Tallinn", "0 9 1 * * Europe/Tallinn", ""},
		{"", "", "", "30 2 * * 1-5 UTC", ""},
		{"daily 10:00", "mon", "", "", "days"},
		{"soon", "", "", "", "at"},
		{"09:00", "someday", "", "", "days"},
		{"09:00", "", "Berlin", "", "timezone"},
	} {
		s := digest.Settings{Rule: schedule.Rule{Cron: "30 2 * * 1-5", Zone: "UTC"}}
		err := s.Reschedule(row.at, row.days, row.zone)
		if row.option != "" {
			wantMistake(t, err, row.option)
		} else if got := s.Rule.Cron + " " + s.Rule.Zone; err != nil || got != row.want {
			t.Errorf("%q %q %q: %s, %v; want %s", row.at, row.days, row.zone, got, err, row.want)
		}
	}
}

func wantMistake(t *testing.T, err error, option string) {
	t.Helper()
	var bad *briefing.InputError
	if !errors.As(err, &bad) || bad.Option != option {
		t.Errorf("%v; want a mistake in %s", err, option)
	}
}

// oneLine is an editor whose editions have one item.
type oneLine struct{ asked briefing.EditionQuestion }

func (e *oneLine) Edition(_ context.Context, q briefing.EditionQuestion) (briefing.Edition, error) {
	e.asked = q
	return briefing.Edition{BriefAnswer: briefing.BriefAnswer{Items: []briefing.BriefItem{{Text: "A ferry sailed."}}}}, nil
}

func (e *oneLine) ReadDays(_ briefing.Asker, option, typed string) (briefing.Interval, error) {
	at, err := time.Parse(time.DateOnly, typed)
	if err != nil {
		return briefing.Interval{}, &briefing.InputError{Option: option, Problem: "write it as 2022-01-21"}
	}
	day := briefing.DayIn(at, time.UTC)
	return briefing.Interval{From: day, To: day}, nil
}

func newAdmin(t *testing.T) (*digest.Admin, *oneLine) {
	t.Helper()
	l, err := ledger.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	e := &oneLine{}
	return digest.NewAdmin(l, e, digest.Options{Now: func() time.Time { return monday }}), e
}

// at09 edits a digest into one that is sound, and then as also says.
func at09(also func(*digest.Digest)) func(*digest.Digest) error {
	return func(d *digest.Digest) error {
		d.Channel = "9001"
		also(d)
		return d.Reschedule("09:00", "", "")
	}
}

// TestMistakes: settings that cannot work are refused by the option at fault.
func TestMistakes(t *testing.T) {
	a, _ := newAdmin(t)
	for _, row := range []struct {
		name   string
		edit   func(*digest.Digest)
		option string
	}{
		{"", func(d *digest.Digest) { d.Channel = "" }, "channel"},
		{"", func(d *digest.Digest) { d.Kind = "monthly" }, "kind"},
		{"", func(d *digest.Digest) { d.Kind = digest.KindReplay }, "start"},
		{"", func(d *digest.Digest) { d.Kind, d.Start = digest.KindReplay, "once" }, "start"},
		{"", func(d *digest.Digest) { d.Start = "2022-01-21" }, "start"},
		{"", func(d *digest.Digest) { d.Items = -5 }, "items"},
		{"", func(d *digest.Digest) { d.Items = digest.MaxItems + 1 }, "items"},
		{"77", func(*digest.Digest) {}, "digest"},
		{"seven", func(*digest.Digest) {}, "digest"},
	} {
		_, err := a.Save(t.Context(), "42", "7", row.name, at09(row.edit))
		wantMistake(t, err, row.option)
	}
	wantMistake(t, a.Remove(t.Context(), "42", "7", "77"), "digest")
	wantMistake(t, a.Run(t.Context(), "42", "7", "77"), "digest")
	_, err := a.Preview(t.Context(), "42", "77")
	wantMistake(t, err, "digest")
	wantMistake(t, a.SetZone(t.Context(), "42", "7", "Berlin"), "timezone")
	if all, err := a.List(t.Context(), "42"); err != nil || len(all) > 0 {
		t.Errorf("kept %+v, %v", all, err)
	}
}

// TestSave follows a digest from its first settings to its removal.
func TestSave(t *testing.T) {
	a, editor := newAdmin(t)
	ctx := t.Context()
	if err := a.SetZone(ctx, "42", "7", "America/New_York"); err != nil {
		t.Fatal(err)
	}
	d, err := a.Save(ctx, "42", "7", "", at09(func(d *digest.Digest) { d.About = "ferries" }))
	if err != nil || d.Rule.Zone != "America/New_York" || d.Kind != digest.KindNew || d.By != "7" {
		t.Fatalf("added %+v, %v", d, err)
	}
	select {
	case <-a.Changed():
	default:
		t.Error("a new digest is not signalled")
	}
	changed, err := a.Save(ctx, "42", "8", "#"+d.Name(), func(d *digest.Digest) error {
		d.Paused, d.ID, d.By = true, 99, "8"
		return d.Reschedule("", "weekdays", "")
	})
	if err != nil || changed.ID != d.ID || changed.By != "7" || !changed.Paused || changed.When(monday) != "Monday to Friday at 09:00" {
		t.Errorf("changed %+v, %v", changed, err)
	}
	if all, err := a.List(ctx, "43"); err != nil || len(all) > 0 {
		t.Errorf("another guild sees %+v, %v", all, err)
	}
	answer, err := a.Preview(ctx, "42", d.Name())
	if q := editor.asked; err != nil || len(answer.Items) != 1 || q.About != "ferries" || q.Guild != "42" || q.Today.String() != "2026-03-02" {
		t.Errorf("preview %+v of %+v, %v", answer, q, err)
	}
	if err := a.Remove(ctx, "42", "7", d.Name()); err != nil {
		t.Fatal(err)
	}
	wantMistake(t, a.Remove(ctx, "42", "7", d.Name()), "digest")
}

// TestMostDigests: a guild has so many digests and no more; another guild has its own.
func TestMostDigests(t *testing.T) {
	a, _ := newAdmin(t)
	for i := range digest.MaxDigests + 1 {
		_, err := a.Save(t.Context(), "42", "7", "", at09(func(*digest.Digest) {}))
		if i < digest.MaxDigests {
			if err != nil {
				t.Fatal(err)
			}
		} else if err == nil || !strings.Contains(err.Error(), "remove one first") {
			t.Errorf("one more: %v", err)
		}
	}
	if _, err := a.Save(t.Context(), "43", "7", "", at09(func(*digest.Digest) {})); err != nil {
		t.Errorf("another guild: %v", err)
	}
}
