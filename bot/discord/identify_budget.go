package discord

import (
	"context"
	"encoding/json"
	"log/slog"
	"time"

	"rapporteur/bot/kv"
)

// A sessionLimit is how many Identifies Discord still grants (Discord, "Session Start Limit").
type sessionLimit struct {
	Total      int   `json:"total"`
	Remaining  int   `json:"remaining"`
	ResetAfter int64 `json:"reset_after"` // milliseconds

	shards int // connections that Discord advises; 0 when it did not say
}

// sessionLimit asks Discord for the limit and the advised number of connections.
func (c *Client) sessionLimit(ctx context.Context) (sessionLimit, error) {
	var answer struct {
		Shards int          `json:"shards"`
		Limit  sessionLimit `json:"session_start_limit"`
	}
	err := c.get(ctx, "gateway/bot", "gateway/bot", &answer)
	answer.Limit.shards = answer.Shards
	return answer.Limit, err
}

const (
	identifyReserve = 5            // of Discord's grants, left for the operator
	identifiesKey   = "identifies" // of the budget in the store
)

// An identifyBudget decides when the next Identify may be sent. It survives restarts: at
// 1,000 in a day Discord resets the token, and a crash loop would get there.
type identifyBudget struct {
	store   kv.Store
	perDay  int
	spacing time.Duration
	now     func() time.Time
	log     *slog.Logger
}

// spend waits until an Identify may be sent and records it. It fails only when ctx ends.
func (b *identifyBudget) spend(ctx context.Context, limit sessionLimit) error {
	spent := b.load(ctx)
	now := b.now()
	wait := b.wait(spent, limit, now)
	if wait > time.Minute {
		b.log.Warn("waiting for the budget of Identifies", "wait", wait.Round(time.Second), "spent", len(spent))
	}
	if err := Sleep(ctx, wait); err != nil {
		return err
	}
	b.save(ctx, append(spent, b.now()))
	return nil
}

// refund removes the newest Identify, which was not sent after all.
func (b *identifyBudget) refund(ctx context.Context) {
	if spent := b.load(ctx); len(spent) > 0 {
		b.save(ctx, spent[:len(spent)-1])
	}
}

// wait is how long the next Identify must wait, given those of the last day.
func (b *identifyBudget) wait(spent []time.Time, limit sessionLimit, now time.Time) time.Duration {
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

// load reads the Identifies of the last day, oldest first. One in the future, noted before
// the clock was set back, counts as sent now, so that nothing waits for it. A budget that
// cannot be read starts empty: the log says so, and the back-off still applies.
func (b *identifyBudget) load(ctx context.Context) []time.Time {
	raw, err := b.store.Get(ctx, identifiesKey)
	var all []time.Time
	if err == nil && raw != nil {
		err = json.Unmarshal(raw, &all)
	}
	if err != nil {
		b.log.Error("the budget of Identifies cannot be read", "err", err)
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

func (b *identifyBudget) save(ctx context.Context, spent []time.Time) {
	raw, err := json.Marshal(spent)
	if err == nil {
		err = b.store.Put(ctx, identifiesKey, raw, b.now().Add(24*time.Hour))
	}
	if err != nil {
		b.log.Error("the budget of Identifies cannot be saved", "err", err)
	}
}
