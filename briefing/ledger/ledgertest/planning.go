package ledgertest

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"rapporteur/briefing/digest"
)

func testCatchUp(t *testing.T, l Ledger) {
	noon := noon()
	for i, row := range []struct {
		about   string
		planned time.Time
		now     time.Time
		name    string
		late    bool
		skipped int
	}{
		{"on time", noon.AddDate(0, 0, -1), noon.Add(-3 * time.Hour), "2026-03-09T09:00", false, 0},
		{"up again after three hours", noon.AddDate(0, 0, -1), noon, "2026-03-09T09:00", true, 0},
		{"up again after a week: only the newest", noon.AddDate(0, 0, -7), noon, "2026-03-09T09:00", true, 6},
		{"up again in the evening: too late for any", noon.AddDate(0, 0, -1), noon.Add(8 * time.Hour), "", false, 1},
		{"a clock that was a year ahead", noon.AddDate(1, 0, 0), noon.Add(-3 * time.Hour), "", false, 0},
	} {
		guild := fmt.Sprint("g", i)
		d := add(t, l, guild, daily("c"), row.planned)
		must(t, l.Plan(t.Context(), row.now, catchUp))
		name, late := "", false
		for _, r := range open(t, l, row.now) {
			if r.Guild == guild {
				name, late = r.Name, r.Late
			}
		}
		if name != row.name || late != row.late {
			t.Errorf("%s: planned %q, late %v; want %q, %v", row.about, name, late, row.name, row.late)
		}
		if d := list(t, l, guild)[0]; d.Skipped != row.skipped || d.Planned.After(row.now) {
			t.Errorf("%s: %d skipped, planned up to %v; want %d, not after %v", row.about, d.Skipped, d.Planned,
				row.skipped, row.now)
		}
		must(t, l.Remove(t.Context(), guild, d.ID))
	}
}

// testChange: an occurrence goes by the settings it became due with.
func testChange(t *testing.T, l Ledger) {
	ctx, noon := t.Context(), noon()
	d := due(t, l, "old")
	got(l.Change(ctx, "g", d.ID, noon, func(d *digest.Digest) error {
		d.Channel, d.Rule.Cron = "new", "30 8 * * *"
		return nil
	}))(t)
	if r := only(t, l, noon); r.Channel != "old" {
		t.Errorf("the occurrence moved to %s after it was due", r.Channel)
	}
	must(t, l.Plan(ctx, noon, catchUp))
	only(t, l, noon) // 08:30 of the new rule was before the change
	must(t, l.Remove(ctx, "g", d.ID))
	only(t, l, noon) // what has begun is finished all the same
}

// testPlanTogether: a moderator in a hurry and the courier plan at the same time.
func testPlanTogether(t *testing.T, l Ledger) {
	for range 10 {
		add(t, l, "g", daily("c"), noon().AddDate(0, 0, -1))
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if err := l.Plan(context.WithoutCancel(t.Context()), noon(), catchUp); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if all := open(t, l, noon()); len(all) != 10 {
		t.Errorf("%d occurrences of 10 digests", len(all))
	}
}
