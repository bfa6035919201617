package courier

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/robfig/cron/v3"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/briefing"
	"rapporteur/briefing/ledger"
)

// An Editor writes the editions of digests, and counts stories for their charts.
type Editor interface {
	Timeline(context.Context, briefing.TimelineQuestion) (briefing.TimelineAnswer, error)
	Edition(context.Context, briefing.EditionQuestion) (briefing.Edition, error)
}

// Options say what a Courier needs. CatchUp and Changed are optional.
type Options struct {
	Discord  *discord.Client
	Refusals *discord.RefusalBudget                      // shared with other requests that Discord may refuse
	Signer   func(context.Context) (*card.Signer, error) // signs the buttons of messages
	Ledger   Ledger
	Editor   Editor
	Log      *slog.Logger
	Now      func() time.Time
	CatchUp  time.Duration   // how late a missed occurrence may still be posted; 0 means 6 hours, negative never
	Changed  <-chan struct{} // receives when digests have changed; nil never does
}

// A Courier plans the occurrences of digests that are due, and posts each once. Everything
// it decides is in the ledger before it acts.
//
// robfig/cron only wakes it: whether an occurrence is due, and was delivered, is in the
// ledger. It also wakes every minute, for clocks that jump.
type Courier struct {
	Options
	clock     *clock
	cleanedUp time.Time     // when the ledger was last cleaned up
	wake      chan struct{} // something may be due
}

// A courier whose ledger fails sends nothing and starts again. The bot answers questions meanwhile.
const (
	restartWait    = time.Second // doubled each time
	maxRestartWait = time.Minute
	failureLimit   = time.Hour // of continuous failure, after which Run returns
)

// Deliveries stay in the ledger longer than the step of any schedule, so that no occurrence
// is planned twice. A guild none of whose digests could be posted for forgetGuildAfter has
// probably removed the bot; its data is deleted.
const (
	keepDeliveriesFor = 400 * 24 * time.Hour
	forgetGuildAfter  = 90 * 24 * time.Hour
	cleanUpEvery      = 24 * time.Hour
)

// New makes a Courier. It does nothing until Run.
func New(o Options) *Courier {
	o.CatchUp = cmp.Or(o.CatchUp, 6*time.Hour)
	clock := &clock{client: o.Discord, local: o.Now, asking: make(chan struct{}, 1)}
	return &Courier{Options: o, clock: clock, wake: make(chan struct{}, 1)}
}

// Run delivers digests until ctx is done, and then finishes the messages that are being
// sent. It returns an error when the ledger has failed for an hour, as on a full disk.
func (c *Courier) Run(ctx context.Context) error {
	for failing, wait := time.Duration(0), restartWait; ; wait = min(2*wait, maxRestartWait) {
		began := time.Now()
		err := c.deliverUntilFailure(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if time.Since(began) > maxRestartWait {
			failing, wait = 0, restartWait
		}
		if failing += wait; failing > failureLimit {
			return fmt.Errorf("deliver digests: %w", err)
		}
		c.Log.Error("the ledger fails; no digests are sent", "retry_in", wait, "err", err)
		if discord.Sleep(ctx, wait) != nil {
			return nil
		}
	}
}

// deliverUntilFailure delivers digests until ctx is done or the ledger fails, and returns that error.
func (c *Courier) deliverUntilFailure(ctx context.Context) error {
	engine, err := c.startCron(ctx)
	if err != nil {
		return err
	}
	defer func() { engine.Stop() }()
	p := &pool{busy: map[string]string{}, done: make(chan result, maxDeliveries)}
	defer p.drain()
	for planned := false; ; {
		wait, err := c.planAndStart(ctx, p, planned)
		if err != nil {
			return err
		}
		planned = false
		select {
		case <-ctx.Done():
			return ctx.Err()
		case r := <-p.done:
			if p.finish(r); r.err != nil {
				return r.err
			}
			planned = true // the end of a delivery makes nothing due
		case <-c.wake:
		case <-time.After(wait):
		case <-c.Changed:
			engine.Stop()
			if engine, err = c.startCron(ctx); err != nil {
				return err
			}
		}
	}
}

// startCron wakes the courier at each digest's times and every minute.
func (c *Courier) startCron(ctx context.Context) (*cron.Cron, error) {
	engine := cron.New(cron.WithLocation(time.UTC))
	wake := cron.FuncJob(c.wakeUp)
	digests, err := c.Ledger.Digests(ctx, "")
	if err != nil {
		return engine, fmt.Errorf("schedule the digests: %w", err)
	}
	for _, d := range digests {
		s, err := d.Rule.Schedule()
		if err != nil {
			c.Log.Error("a digest's rule is unreadable", "digest", d.ID, "err", err)
			continue
		}
		if !d.Paused {
			engine.Schedule(s, wake)
		}
	}
	engine.Schedule(cron.Every(time.Minute), wake)
	engine.Start()
	return engine, nil
}

// wakeUp wakes the courier; several calls at once are one.
func (c *Courier) wakeUp() {
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// planAndStart plans what has become due, unless it is planned, and starts the deliveries
// that there is room for. It returns how long to wait before the next call.
func (c *Courier) planAndStart(ctx context.Context, p *pool, planned bool) (time.Duration, error) {
	if !planned {
		if err := c.Ledger.Plan(ctx, c.Now(), c.CatchUp); err != nil {
			return 0, err
		}
	}
	if !planned || p.isLow() {
		if err := c.readLedger(ctx, p); err != nil {
			return 0, err
		}
	}
	wait := min(c.startDeliveries(ctx, p), max(p.next.Sub(c.Now()), time.Millisecond))
	if planned {
		return wait, nil
	}
	return wait, c.cleanUp(ctx)
}

// readLedger reads which occurrences wait, and when the next one will.
func (c *Courier) readLedger(ctx context.Context, p *pool) error {
	now := c.Now()
	n, next, err := c.Ledger.Waiting(ctx, now)
	if err != nil {
		return err
	}
	if next.IsZero() {
		next = now.Add(time.Hour)
	}
	var open []ledger.Occurrence
	if n > 0 {
		if open, err = c.Ledger.Pending(ctx, now, 2*maxDeliveries); err != nil {
			return err
		}
	}
	p.waiting, p.next = slices.DeleteFunc(open, p.isBusy), next
	return nil
}

// startDeliveries starts the occurrences that the pool and the refusal budget allow, and
// returns how long to wait for the budget.
func (c *Courier) startDeliveries(ctx context.Context, p *pool) time.Duration {
	wait := time.Hour
	p.waiting = slices.DeleteFunc(p.waiting, func(o ledger.Occurrence) bool {
		if !p.hasRoom(o) {
			return false
		}
		if d := c.Refusals.Take(o.Guild, c.Now()); d > 0 {
			wait = min(wait, d)
			return false
		}
		p.start(o, func() error { return c.deliver(ctx, o) })
		return true
	})
	return wait
}

// cleanUp drops once a day what the ledger need not keep. It goes by Discord's clock, since
// a local clock that is years ahead would drop everything; without Discord it waits a day.
func (c *Courier) cleanUp(ctx context.Context) error {
	if time.Since(c.cleanedUp) < cleanUpEvery {
		return nil
	}
	c.cleanedUp = time.Now()
	now, err := c.clock.now(ctx)
	if err != nil {
		return nil
	}
	forgotten, err := c.Ledger.Tidy(ctx, now.Add(-keepDeliveriesFor), now.Add(-forgetGuildAfter))
	for _, guild := range forgotten {
		c.Log.Info("a guild's data is deleted: none of its digests could be posted for 90 days", "guild", guild)
	}
	return err
}
