package discord

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"time"

	"rapporteur/bot/kv"
)

// Pace is how patient the bot is with the gateway. Each zero field has a default that
// suits Discord; tests use shorter ones.
type Pace struct {
	Open     time.Duration // from dialling to READY; 0 means 30 s
	Hello    time.Duration // until the gateway's first bytes; 0 means 15 s
	Beats    float64       // heartbeats without acknowledgement before the line is dead; 0 means 2.5
	BackOff  time.Duration // first wait between connections, doubled each time; 0 means 1 s
	MaxWait  time.Duration // longest wait between connections; 0 means 10 min
	MaxKnock time.Duration // longest wait while Discord is out of reach, which costs no Identify; 0 means 1 min
	Stable   time.Duration // life after which a connection's loss is no repeat; 0 means 5 min
	Spacing  time.Duration // between two Identifies; 0 means 5 s, as Discord asks
	Identify int           // Identifies in 24 h; 0 means 200 of the 1,000 after which Discord resets the token
}

func (p Pace) WithDefaults() Pace {
	orDuration(&p.Open, 30*time.Second)
	orDuration(&p.Hello, 15*time.Second)
	orDuration(&p.BackOff, time.Second)
	orDuration(&p.MaxWait, 10*time.Minute)
	orDuration(&p.MaxKnock, time.Minute)
	orDuration(&p.Stable, 5*time.Minute)
	orDuration(&p.Spacing, 5*time.Second)
	if p.Beats == 0 {
		p.Beats = 2.5
	}
	if p.Identify == 0 {
		p.Identify = 200
	}
	return p
}

func orDuration(d *time.Duration, otherwise time.Duration) {
	if *d == 0 {
		*d = otherwise
	}
}

// A CloseError is the gateway's close code (Discord, "Gateway Close Event Codes").
type CloseError struct{ Code int }

// Error says what the code means and, where nothing but the operator can mend it, how.
func (e *CloseError) Error() string {
	return fmt.Sprintf("the gateway closed the connection with code %d: %s", e.Code, e.meaning())
}

func (e *CloseError) meaning() string {
	switch e.Code {
	case 4004:
		return "the token is not valid; set a new DISCORD_TOKEN"
	case 4010, 4011:
		return "the bot is in more guilds than one connection may serve; give some of them to a second application with a data directory of its own"
	case 4012:
		return "this version of the gateway is no longer served; update the program"
	case 4013, 4014:
		return "the intents asked for are not granted to this application"
	case 1000, 1001:
		return "closed normally"
	}
	return "try again"
}

// Fatal reports whether connecting again cannot help.
func (e *CloseError) Fatal() bool {
	return e.Code == 4004 || e.Code >= 4010 && e.Code <= 4014
}

// A gateway keeps one connection to Discord alive, one fresh line after another. It
// never resumes: what was missed was an interaction, and those expire in three seconds.
type Gateway struct {
	rest   *Client
	pace   Pace
	budget *budget
	log    *slog.Logger
	handle func(kind string, data []byte)
	next   func() (gatewayLink, error) // makes the next connection
}

// A connection to the gateway is used once.
type gatewayLink interface {
	// open brings it up to READY.
	open(context.Context) error
	// wait blocks while it lives and says why it died; nil when ctx ended it.
	wait(context.Context) error
	// greeted reports whether the gateway said Hello, after which an Identify is sent.
	greeted() bool
}

// newGateway prepares connections for a client; run opens them. The store remembers
// Identifies across restarts.
func NewGateway(r *Client, pace Pace, store kv.Store, now func() time.Time, log *slog.Logger) *Gateway {
	pace = pace.WithDefaults()
	g := &Gateway{
		rest: r, pace: pace, log: log,
		budget: &budget{keep: store, perDay: pace.Identify, spacing: pace.Spacing, now: now, log: log},
	}
	g.next = func() (gatewayLink, error) { return newConnection(r, pace, g.guarded) }
	return g
}

// run connects, and connects again, until ctx is done (nil) or Discord says that it is
// no use (an error for the operator). It hands events to handle, one at a time; handle
// must not block.
func (g *Gateway) Run(ctx context.Context, handle func(kind string, data []byte)) error {
	g.handle = handle
	wait := g.pace.BackOff
	for {
		began := time.Now()
		spent, err := g.connect(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if hopeless(err) {
			return err
		}
		if time.Since(began) > g.pace.Stable {
			wait = g.pace.BackOff
		}
		longest := g.pace.MaxWait
		if !spent {
			longest = g.pace.MaxKnock
		}
		wait = min(wait, longest)
		delay := wait/2 + rand.N(wait) // jitter: bots that fell together must not return together
		g.log.Warn("not connected to Discord; trying again", "err", err, "in", delay.Round(time.Millisecond))
		if Sleep(ctx, delay) != nil {
			return nil
		}
		wait = min(2*wait, longest)
	}
}

// hopeless reports whether only the operator can mend the cause of err.
func hopeless(err error) bool {
	var closed *CloseError
	return errors.Is(err, ErrTokenRefused) || errors.As(err, &closed) && closed.Fatal()
}

// connect lives through one connection: the budget, Open, and waiting for the end. It
// reports whether that cost an Identify.
func (g *Gateway) connect(ctx context.Context) (spent bool, err error) {
	limit, err := g.rest.sessionLimit(ctx)
	if err != nil {
		return false, fmt.Errorf("ask for the gateway's limits: %w", err)
	}
	if limit.shards > 1 {
		g.log.Warn("Discord advises more connections than this program's one, which may serve 2,500 guilds", "advised", limit.shards)
	}
	if err := g.budget.spend(ctx, limit); err != nil {
		return true, fmt.Errorf("keep the budget of Identifies: %w", err)
	}
	l, err := g.next()
	if err != nil {
		return true, err
	}
	if err := l.open(ctx); err != nil {
		if !l.greeted() {
			g.budget.refund(ctx)
		}
		return l.greeted(), err
	}
	g.log.Info("gateway connected")
	return true, l.wait(ctx)
}

// guarded keeps a panic over one event from ending the process.
func (g *Gateway) guarded(kind string, data []byte) {
	defer func() {
		if p := recover(); p != nil {
			g.log.Error("panic over an event", "event", kind, "panic", fmt.Sprint(p))
		}
	}()
	g.handle(kind, data)
}
