package courier

import (
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

// A Courier delivers digests: it plans what is due, has it composed, and posts it
// once. All that it decides is in the ledger before it acts, so it may be killed at
// any instant.
//
// The engine is robfig/cron, which only wakes it: whether a run is due, and was
// delivered, is the ledger's to say. It also wakes every minute, for clocks that
// jump.
type Courier struct {
	Options
	clock  clock
	tidied time.Time     // when the ledger last was
	wake   chan struct{} // something may be due
}

// CourierOptions say what a Courier needs. CatchUp and Changed may be left out.
type Options struct {
	Discord  *discord.Client
	Refusals *discord.RefusalBudget                      // shared with other requests that Discord may reject
	Signer   func(context.Context) (*card.Signer, error) // signs the buttons of messages
	Ledger   Ledger
	Editor   Editor
	Log      *slog.Logger
	Now      func() time.Time
	CatchUp  time.Duration   // how late a missed occurrence may still be posted; 0 means 6 hours, negative never
	Changed  <-chan struct{} // receives when digests have changed; nil never does
}

// How long the courier goes on without its ledger: it sends nothing then, and the
// questions of members need none.
const (
	heldWait  = time.Second // before the ledger is tried again; doubled each time
	heldLast  = time.Minute // and no longer than this
	heldLimit = time.Hour   // of failures on end; then the operator's supervisor is to know
)

// remembered is how long deliveries stay in the ledger: longer than any schedule's
// step, so that no run is ever planned twice. A guild none of whose digests could be
// posted for as long as abandoned has most likely shown the bot the door, and is
// forgotten.
const (
	remembered = 400 * 24 * time.Hour
	abandoned  = 90 * 24 * time.Hour
	tidyEvery  = 24 * time.Hour
)

// NewCourier makes a Courier. It does nothing until Run.
func New(o Options) *Courier {
	if o.CatchUp == 0 {
		o.CatchUp = 6 * time.Hour
	}
	return &Courier{Options: o, clock: clock{turn: make(chan struct{}, 1)}, wake: make(chan struct{}, 1)}
}

// Run delivers digests until ctx is done, and then finishes the message in hand. While
// the ledger fails, as with a full disk, nothing is sent and it is tried again; an
// error is the ledger's, after an hour of failing.
func (c *Courier) Run(ctx context.Context) error {
	for held, wait := time.Duration(0), heldWait; ; wait = min(2*wait, heldLast) {
		began := time.Now()
		err := c.work(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if time.Since(began) > heldLast {
			held, wait = 0, heldWait
		}
		if held += wait; held > heldLimit {
			return fmt.Errorf("deliver digests: %w", err)
		}
		c.Log.Error("digests are held up", "again", wait, "err", err)
		if discord.Sleep(ctx, wait) != nil {
			return nil
		}
	}
}

// work goes on until ctx is done, whose error it then returns, or the ledger fails.
func (c *Courier) work(ctx context.Context) error {
	engine, err := c.startEngine(ctx)
	if err != nil {
		return err
	}
	defer func() { engine.Stop() }()
	p := newPool()
	defer p.drain()
	for planned := false; ; {
		wait, err := c.round(ctx, p, planned)
		if err != nil {
			return err
		}
		planned = false
		select {
		case <-ctx.Done():
			return ctx.Err()
		case e := <-p.ended:
			if p.putDown(e); e.err != nil {
				return e.err
			}
			planned = true // the clock has not moved on for that
		case <-c.wake:
		case <-time.After(wait):
		case <-c.Changed:
			engine.Stop()
			if engine, err = c.startEngine(ctx); err != nil {
				return err
			}
		}
	}
}

// tidy drops once a day what the ledger need not keep, by Discord's clock: one that is
// years ahead would drop it all. Without Discord another day will do.
func (c *Courier) tidy(ctx context.Context) error {
	if time.Since(c.tidied) < tidyEvery {
		return nil
	}
	c.tidied = time.Now()
	now, err := c.discordTime(ctx)
	if err != nil {
		return nil
	}
	forgotten, err := c.Ledger.Tidy(ctx, now.Add(-remembered), now.Add(-abandoned))
	for _, guild := range forgotten {
		c.Log.Info("a guild is forgotten: none of its digests could be posted for long", "guild", guild)
	}
	return err
}

// wind sets a fresh engine going with every digest's schedule.
func (c *Courier) startEngine(ctx context.Context) (*cron.Cron, error) {
	engine := cron.New(cron.WithLocation(time.UTC))
	wake := cron.FuncJob(c.stir)
	all, err := c.Ledger.Digests(ctx, "")
	if err != nil {
		return engine, fmt.Errorf("set the clock: %w", err)
	}
	for _, d := range all {
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

// stir wakes the courier; several wakings at once are one.
func (c *Courier) stir() {
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// round plans what has become due, where that is not done, and sets going what there is
// room for. It says how long to wait for the next round.
func (c *Courier) round(ctx context.Context, p *pool, planned bool) (time.Duration, error) {
	if !planned {
		if err := c.Ledger.Plan(ctx, c.Now(), c.CatchUp); err != nil {
			return 0, err
		}
	}
	if !planned || p.low() {
		if err := c.readLedger(ctx, p); err != nil {
			return 0, err
		}
	}
	wait := min(c.startDeliveries(ctx, p), max(p.next.Sub(c.Now()), time.Millisecond))
	if planned {
		return wait, nil
	}
	return wait, c.tidy(ctx)
}

// look asks the ledger what there is to do, and when to look again.
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
	p.see(open, next)
	return nil
}

// setOff starts the runs that there are room and credit for, and says how long to wait
// for credit for the others.
func (c *Courier) startDeliveries(ctx context.Context, p *pool) time.Duration {
	wait := time.Hour
	p.waiting = slices.DeleteFunc(p.waiting, func(r ledger.Occurrence) bool {
		if !p.room(r) {
			return false
		}
		if d := c.Refusals.Take(r.Guild, c.Now()); d > 0 {
			wait = min(wait, d)
			return false
		}
		p.takeUp(r, func() error { return c.deliver(ctx, r) })
		return true
	})
	return wait
}
