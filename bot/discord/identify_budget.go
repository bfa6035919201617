package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"time"

	"rapporteur/bot/kv"
)

// A sessionLimit is what Discord still grants (Discord, "Session Start Limit").
type sessionLimit struct {
	Total      int   `json:"total"`
	Remaining  int   `json:"remaining"`
	ResetAfter int64 `json:"reset_after"` // milliseconds

	shards int // that Discord advises; 0 when it did not say
}

// identifyReserve is how many of Discord's grants are left untouched, for the operator.
const identifyReserve = 5

// budgetKey is where the budget is kept.
const BudgetKey = "identifies"

// A budget says when the next Identify may be sent. It is kept across restarts: at
// 1,000 in a day Discord resets the token, and a crash loop gets there.
type budget struct {
	keep    kv.Store
	perDay  int
	spacing time.Duration
	now     func() time.Time
	log     *slog.Logger
}

// spend waits until an Identify may be sent and records it. Only ctx makes it fail.
func (b *budget) spend(ctx context.Context, limit sessionLimit) error {
	spent := b.load(ctx)
	now := b.now()
	wait := b.wait(spent, limit, now)
	if wait > time.Minute {
		b.log.Warn("waiting for the budget of Identifies", "wait", wait.Round(time.Second), "spent", len(spent))
	}
	if err := Sleep(ctx, wait); err != nil {
		return err
	}
	b.store(ctx, append(spent, b.now()))
	return nil
}

// refund takes back the newest Identify, which was not sent after all.
func (b *budget) refund(ctx context.Context) {
	if spent := b.load(ctx); len(spent) > 0 {
		b.store(ctx, spent[:len(spent)-1])
	}
}

// wait is how long the next Identify must wait, given those of the last day.
func (b *budget) wait(spent []time.Time, limit sessionLimit, now time.Time) time.Duration {
	var wait time.Duration
	if n := len(spent); n > 0 {
		wait = max(wait, spent[n-1].Add(b.spacing).Sub(now))
	}
	if n := len(spent); n >= b.perDay {
		wait = max(wait, spent[n-b.perDay].Add(24*time.Hour).Sub(now))
	}
	if limit.Total > 0 && limit.Remaining <= min(identifyReserve, limit.Total-1) {
		wait = max(wait, time.Duration(limit.ResetAfter)*time.Millisecond)
	}
	return wait
}

// load reads the Identifies of the last day, oldest first. One noted by a clock that has
// since been set back counts as sent just now: it must not be waited for. A budget that
// cannot be read starts empty: the log says so, and the back-off still holds.
func (b *budget) load(ctx context.Context) []time.Time {
	raw, err := b.keep.Get(ctx, BudgetKey)
	var all []time.Time
	if err == nil && raw != nil {
		err = json.Unmarshal(raw, &all)
	}
	if err != nil {
		b.log.Error("budget of Identifies is unreadable", "err", err)
	}
	now := b.now()
	for len(all) > 0 && !all[0].After(now.Add(-24*time.Hour)) {
		all = all[1:]
	}
	for i, at := range all {
		if now.Before(at) {
			all[i] = now
		}
	}
	return all
}

func (b *budget) store(ctx context.Context, spent []time.Time) {
	raw, err := json.Marshal(spent)
	if err == nil {
		err = b.keep.Put(ctx, BudgetKey, raw, b.now().Add(24*time.Hour))
	}
	if err != nil {
		b.log.Error("budget of Identifies is not kept", "err", fmt.Errorf("store %d times: %w", len(spent), err))
	}
}
