package discord

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"time"

	"rapporteur/bot/kv"
)

// A Gateway keeps one connection to Discord alive, by making a fresh one after each that
// ended. The package comment says why it never resumes.
type Gateway struct {
	client *Client
	pace   Pace
	budget *identifyBudget
	log    *slog.Logger
	handle func(kind string, data []byte)
	next   func() (connection, error) // makes the next connection
}

// A connection to the gateway is used once.
type connection interface {
	// open connects until READY.
	open(context.Context) error
	// wait blocks while it lives and returns why it died; nil when ctx ended it.
	wait(context.Context) error
	// saidHello reports whether the gateway sent Hello, after which an Identify is sent.
	saidHello() bool
}

// NewGateway prepares connections for a client; Run opens them. The store remembers Identifies across restarts.
func NewGateway(c *Client, pace Pace, store kv.Store, now func() time.Time, log *slog.Logger) *Gateway {
	pace = pace.WithDefaults()
	g := &Gateway{
		client: c, pace: pace, log: log,
		budget: &identifyBudget{store: store, perDay: pace.Identify, spacing: pace.Spacing, now: now, log: log},
	}
	g.next = func() (connection, error) { return newConnection(c.token, c.session.Client, pace, g.handleSafely) }
	return g
}

// Run connects, and connects again, until ctx is done (nil) or until only the operator can
// help (an error). It passes events to handle, one at a time; handle must not block.
func (g *Gateway) Run(ctx context.Context, handle func(kind string, data []byte)) error {
	g.handle = handle
	wait := g.pace.BackOff
	for {
		began := time.Now()
		spent, err := g.connect(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if isFatal(err) {
			return err
		}
		if time.Since(began) > g.pace.Stable {
			wait = g.pace.BackOff
		}
		longest := g.pace.MaxWait
		if !spent {
			longest = g.pace.MaxOfflineWait
		}
		wait = min(wait, longest)
		delay := wait/2 + rand.N(wait) // jitter, so that bots that fell together do not return together
		g.log.Warn("not connected to Discord; trying again", "err", err, "in", delay.Round(time.Millisecond))
		if Sleep(ctx, delay) != nil {
			return nil
		}
		wait = min(2*wait, longest)
	}
}

// connect makes one connection and waits for its end. It reports whether that cost an Identify.
func (g *Gateway) connect(ctx context.Context) (spent bool, err error) {
	limit, err := g.client.sessionLimit(ctx)
	if err != nil {
		return false, fmt.Errorf("ask for the gateway's limits: %w", err)
	}
	if limit.shards > 1 {
		g.log.Warn("Discord advises more connections than this program's one, which may serve 2,500 guilds",
			"advised", limit.shards)
	}
	if err := g.budget.spend(ctx, limit); err != nil {
		return true, fmt.Errorf("keep the budget of Identifies: %w", err)
	}
	c, err := g.next()
	if err != nil {
		return true, err
	}
	if err := c.open(ctx); err != nil {
		if !c.saidHello() {
			g.budget.refund(ctx)
		}
		return c.saidHello(), err
	}
	g.log.Info("gateway connected")
	return true, c.wait(ctx)
}

// handleSafely keeps a panic over one event from ending the process.
func (g *Gateway) handleSafely(kind string, data []byte) {
	defer func() {
		if p := recover(); p != nil {
			g.log.Error("panic while handling an event", "event", kind, "panic", fmt.Sprint(p))
		}
	}()
	g.handle(kind, data)
}
