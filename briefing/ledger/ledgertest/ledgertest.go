// Package ledgertest is the conformance suite of ledgers: what the courier and the
// settings of digests rely on, whatever keeps the rows.
package ledgertest

import (
	"context"
	"testing"
	"time"

	"rapporteur/briefing/digest"
	"rapporteur/briefing/ledger"
	"rapporteur/briefing/schedule"
)

// A Ledger is all that the suite tests. Those who use a ledger declare the part of this
// that they need; the comments of *ledger.Ledger say what each method must do.
type Ledger interface {
	digest.Store
	Plan(ctx context.Context, now time.Time, catchUp time.Duration) error
	Pending(ctx context.Context, now time.Time, most int) ([]ledger.Occurrence, error)
	Waiting(ctx context.Context, now time.Time) (open int, next time.Time, err error)
	Freeze(ctx context.Context, r ledger.Occurrence, c ledger.Edition, now time.Time) (ledger.Occurrence, error)
	Sending(ctx context.Context, r ledger.Occurrence, n int, now time.Time) (first time.Time, err error)
	Delivered(ctx context.Context, r ledger.Occurrence, n int, message string, now time.Time) error
	Failed(ctx context.Context, r ledger.Occurrence, s ledger.Failure, now time.Time) (suspended bool, err error)
	Put(ctx context.Context, key string, value []byte, until time.Time) error
	Get(ctx context.Context, key string) ([]byte, error)
	Tidy(ctx context.Context, before, suspended time.Time) (forgotten []string, err error)
	Close() error
}

// Run tests ledgers that open makes. Each test gets an empty one, which Run closes, and tests run in parallel.
func Run(t *testing.T, open func(t *testing.T) Ledger) {
	for name, test := range map[string]func(*testing.T, Ledger){
		"Delivery":        testDelivery,
		"NoNews":          testNoNews,
		"Suspension":      testSuspension,
		"Order":           testOrder,
		"CatchUp":         testCatchUp,
		"Change":          testChange,
		"PlanTogether":    testPlanTogether,
		"Walls":           testWalls,
		"Values":          testValues,
		"ForgottenGuilds": testForgottenGuilds,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := open(t)
			t.Cleanup(func() { must(t, l.Close()) })
			test(t, l)
		})
	}
}

// noon is on a Monday, three hours after that day's edition of daily.
func noon() time.Time { return time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC) }

// daily are the settings of a digest that is due at nine each day.
func daily(channel string) digest.Settings {
	return digest.Settings{Channel: channel, Rule: schedule.Rule{Cron: "0 9 * * *", Zone: "UTC"}, Kind: digest.KindNew}
}

// catchUp is how late an occurrence is still delivered.
const catchUp = 6 * time.Hour

// got is what a call of the ledger returned; an error ends the test.
func got[T any](value T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		must(t, err)
		return value
	}
}

func add(t *testing.T, l Ledger, guild string, s digest.Settings, at time.Time) digest.Digest {
	t.Helper()
	return got(l.Add(t.Context(), guild, s, at))(t)
}

func list(t *testing.T, l Ledger, guild string) []digest.Digest {
	t.Helper()
	return got(l.Digests(t.Context(), guild))(t)
}

func open(t *testing.T, l Ledger, at time.Time) []ledger.Occurrence {
	t.Helper()
	return got(l.Pending(t.Context(), at, 100))(t)
}

// only is the one occurrence to work on.
func only(t *testing.T, l Ledger, at time.Time) ledger.Occurrence {
	t.Helper()
	all := open(t, l, at)
	if len(all) != 1 {
		t.Fatalf("%d open occurrences, want 1: %+v", len(all), all)
	}
	return all[0]
}

// due adds a daily digest of guild g and plans today's occurrence.
func due(t *testing.T, l Ledger, channel string) digest.Digest {
	t.Helper()
	d := add(t, l, "g", daily(channel), noon().AddDate(0, 0, -1))
	must(t, l.Plan(t.Context(), noon(), catchUp))
	return d
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
