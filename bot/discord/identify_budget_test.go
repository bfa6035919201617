package discord

import (
	"context"
	"errors"
	"log/slog"
	"testing"
	"testing/synctest"
	"time"

	"rapporteur/bot/kv"
)

func newTestBudget(store kv.Store) *identifyBudget {
	log := slog.New(slog.DiscardHandler)
	return &identifyBudget{store: store, perDay: 200, spacing: 5 * time.Second, now: time.Now, log: log}
}

// However fast connections fail, and however often the process restarts, a day has no more
// Identifies than the budget.
func TestBudgetHoldsThroughCrashes(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		store := &kv.Memory{}
		granted := sessionLimit{Total: 1000, Remaining: 900}
		var spent []time.Time
		for range 500 {
			if err := newTestBudget(store).spend(t.Context(), granted); err != nil { // a new process each time
				t.Fatal(err)
			}
			spent = append(spent, time.Now())
		}
		for i := range spent {
			if i > 0 && spent[i].Sub(spent[i-1]) < 5*time.Second {
				t.Fatalf("two Identifies in %s", spent[i].Sub(spent[i-1]))
			}
			if i >= 200 && spent[i].Sub(spent[i-200]) < 24*time.Hour {
				t.Fatalf("201 Identifies in %s", spent[i].Sub(spent[i-200]))
			}
		}
	})
}

// A clock that was a year ahead and is corrected does not delay the next Identify.
func TestBudgetWhenTheClockGoesBack(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		store := &kv.Memory{}
		ahead := newTestBudget(store)
		ahead.now = func() time.Time { return time.Now().Add(365 * 24 * time.Hour) }
		if err := ahead.spend(t.Context(), sessionLimit{}); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		if err := newTestBudget(store).spend(t.Context(), sessionLimit{}); err != nil {
			t.Fatal(err)
		}
		if waited := time.Since(began); waited != 5*time.Second {
			t.Errorf("the next Identify after %s, want the spacing of 5s", waited)
		}
	})
}

// When Discord grants no more Identifies, the budget waits for its reset.
func TestBudgetRespectsDiscordsLimit(t *testing.T) {
	t.Parallel()
	b, now := newTestBudget(&kv.Memory{}), time.Now()
	for _, row := range []struct {
		limit sessionLimit
		want  time.Duration
	}{
		{sessionLimit{Total: 1000, Remaining: 999, ResetAfter: 3_600_000}, 0},
		{sessionLimit{Total: 1000, Remaining: identifyReserve, ResetAfter: 3_600_000}, time.Hour},
		{sessionLimit{Total: 1000, Remaining: 0, ResetAfter: 60_000}, time.Minute},
		{sessionLimit{Total: 1, Remaining: 1, ResetAfter: 60_000}, 0},
		{sessionLimit{}, 0},
	} {
		if got := b.wait(nil, row.limit, now); got != row.want {
			t.Errorf("with %+v: wait %s, want %s", row.limit, got, row.want)
		}
	}
}

// A store that fails is logged, and does not stop the bot.
func TestBudgetWithoutStore(t *testing.T) {
	t.Parallel()
	for _, store := range []kv.Store{brokenStore{}, garbledStore{}} {
		if err := newTestBudget(store).spend(t.Context(), sessionLimit{}); err != nil {
			t.Errorf("%T: %v", store, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := newTestBudget(&kv.Memory{}).spend(ctx, sessionLimit{}); !errors.Is(err, context.Canceled) {
		t.Errorf("with a cancelled context: %v", err)
	}
}

type brokenStore struct{}

func (brokenStore) Put(context.Context, string, []byte, time.Time) error {
	return errors.New("disk full")
}
func (brokenStore) Get(context.Context, string) ([]byte, error) { return nil, errors.New("disk gone") }

type garbledStore struct{ brokenStore }

func (garbledStore) Get(context.Context, string) ([]byte, error) { return []byte("{"), nil }
