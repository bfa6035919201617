package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// Options say what a Bot is made of. Token and Desk are required.
type Options struct {
	Token string           // the bot's, without "Bot "; never logged
	API   string           // what stands for https://discord.com: a proxy or a test server; "" is Discord itself
	Desk  Desk             // answers questions
	Admin DigestAdmin      // digests and time zones; nil: they cannot be set
	Keep  Keep             // what outlives the process; nil forgets at the end of it
	Log   *slog.Logger     // nil discards
	Pace  Pace             // patience with the gateway; zero suits Discord
	Flood int              // questions a member may ask in ten seconds; 0 means 5, negative any number
	Quick time.Duration    // answers slower than this are deferred; 0 means 1 s
	Now   func() time.Time // nil means time.Now
	Ready func()           // called each time the bot is connected and its commands are registered; nil is none
}

// A Bot talks to Discord. Make one with New, then call Run.
type Bot struct {
	desk    Desk
	admin   DigestAdmin // nil: digests cannot be set
	keep    Keep
	log     *slog.Logger
	now     func() time.Time
	quick   time.Duration
	ready   func()
	table   []Command
	buttons []ButtonRow
	ids     atomic.Pointer[commandIDs] // nil until the commands are registered
	me      atomic.Pointer[string]     // the bot's user ID; nil until it has connected
	greeted atomic.Int64               // how often it has connected

	door    *transport
	rest    *rest
	gateway *gateway
	sealed  sync.Mutex
	seals   *seals // nil until sealing
	costly  credit
	quota   *quota
	seen    *seen
	crowd   chan struct{} // one for each interaction that is being dealt with
	slots   chan struct{} // one for each question that is being worked on
	work    sync.WaitGroup
}

// How much is done at a time. Beyond slotCount questions are put off and wait: many at
// once would each take longer than one after the other, and starve the few lines of work
// that put the others off. Beyond crowdLimit interactions are dropped, as Discord drops
// them after three seconds. Completions, which nobody misses, go when the crowd is half as
// large.
const (
	slotCount  = 16
	crowdLimit = 1024
)

// drainLimit is how long a stopping bot waits for answers in work: less than the ten
// seconds after which containers are killed.
const drainLimit = 8 * time.Second

// New makes a Bot. It does not connect.
func New(o Options) (*Bot, error) {
	switch {
	case o.Token == "":
		return nil, errors.New("make a bot: the token is missing")
	case o.Desk == nil:
		return nil, errors.New("make a bot: the desk is missing")
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Keep == nil {
		o.Keep = &Memory{}
	}
	o.Keep = &sturdyKeep{first: o.Keep, log: o.Log}
	if o.Quick == 0 {
		o.Quick = time.Second
	}
	b := &Bot{
		desk: o.Desk, admin: o.Admin, keep: o.Keep, log: o.Log, now: o.Now, quick: o.Quick, ready: o.Ready,
		table: Commands(), buttons: Buttons(),
		quota: newQuota(o.Flood), seen: newSeen(),
		crowd: make(chan struct{}, crowdLimit), slots: make(chan struct{}, slotCount),
	}
	if err := b.connectTo(o); err != nil {
		return nil, fmt.Errorf("make a bot: %w", err)
	}
	return b, nil
}

// connectTo builds the way to Discord: one transport, a session for REST, the gateway.
func (b *Bot) connectTo(o Options) error {
	door, err := newTransport(o.API, o.Now)
	if err != nil {
		return err
	}
	client := &http.Client{Transport: door, Timeout: 20 * time.Second}
	session, err := newSession(o.Token, client)
	if err != nil {
		return err
	}
	pace := o.Pace.withDefaults()
	b.door = door
	b.rest = &rest{session: session}
	b.gateway = &gateway{
		rest: b.rest, pace: pace, log: o.Log,
		budget: &budget{keep: o.Keep, perDay: pace.Identify, spacing: pace.Spacing, now: o.Now, log: o.Log},
	}
	b.gateway.next = func() (connection, error) { return newLine(o.Token, client, pace, b.gateway.guarded) }
	return nil
}

// Run connects, answers until ctx is done, and then finishes the answers in work. It
// returns nil when ctx ended it, and an error for the operator when Discord refuses the
// bot for good.
func (b *Bot) Run(ctx context.Context) error {
	if _, err := b.sealing(ctx); err != nil {
		return err
	}
	b.gateway.heed = func(kind string, data []byte) { b.heed(ctx, kind, data) }
	err := b.gateway.run(ctx)
	b.drain()
	if err != nil {
		return fmt.Errorf("serve Discord: %w", err)
	}
	return nil
}

// sealing is what signs buttons, from the first use on.
func (b *Bot) sealing(ctx context.Context) (*seals, error) {
	b.sealed.Lock()
	defer b.sealed.Unlock()
	if b.seals == nil {
		s, err := newSeals(ctx, b.keep, b.now)
		if err != nil {
			return nil, err
		}
		b.seals = s
	}
	return b.seals, nil
}

// drain waits for the answers in work.
func (b *Bot) drain() {
	done := make(chan struct{})
	go func() { b.work.Wait(); close(done) }()
	_ = pauseFor(context.Background(), done, drainLimit)
}

// heed takes one event of the gateway. It does not block: the work is done beside it.
func (b *Bot) heed(ctx context.Context, kind string, data []byte) {
	switch kind {
	case "READY": // once a connection, and never dropped
		b.apart(func() { b.greet(ctx, data) })
	case "INTERACTION_CREATE":
		ix, err := readInteraction(data)
		if err != nil {
			b.log.Error("interaction is unreadable", "err", err)
			return
		}
		if !b.stale(ix) && !b.seen.before(ix.ID) {
			b.admit(ctx, ix)
		}
	}
}

// admit begins to serve an interaction, unless there is a crowd.
func (b *Bot) admit(ctx context.Context, ix *interaction) {
	if ix.Type == pressAutocomplete && len(b.crowd) > crowdLimit/2 {
		return
	}
	select {
	case b.crowd <- struct{}{}:
	default:
		b.log.Warn("too much at once; an interaction is dropped")
		return
	}
	came := time.Now()
	b.apart(func() {
		defer func() { <-b.crowd }()
		b.serve(context.WithoutCancel(ctx), ix, came)
	})
}

// apart runs f beside the gateway's loop. No panic in f ends the process.
func (b *Bot) apart(f func()) {
	b.work.Add(1)
	go func() {
		defer b.work.Done()
		defer func() {
			if p := recover(); p != nil {
				b.log.Error("panic in a handler", "panic", fmt.Sprint(p))
			}
		}()
		f()
	}()
}

// greet registers the commands once the gateway is ready.
func (b *Bot) greet(ctx context.Context, data []byte) {
	var ready struct {
		Application struct {
			ID string `json:"id"`
		} `json:"application"`
		User user `json:"user"`
	}
	if err := json.Unmarshal(data, &ready); err != nil {
		b.log.Error("READY is unreadable", "err", err)
		return
	}
	b.me.Store(&ready.User.ID)
	app := ready.Application.ID
	if app == "" {
		app = ready.User.ID
	}
	defer b.noteClock()
	if b.introduce(ctx, app) && b.ready != nil {
		b.ready()
	}
}

// introduce registers the commands, however long Discord will not have it, and reports
// whether it did: a later connection takes the task over, and a refused token ends it.
func (b *Bot) introduce(ctx context.Context, app string) bool {
	turn := b.greeted.Add(1)
	for wait := b.gateway.pace.BackOff; ; wait = min(2*wait, b.gateway.pace.MaxWait) {
		err := b.register(ctx, app)
		if err == nil {
			return true
		}
		b.log.Error("commands are not registered", "err", err)
		if errors.Is(err, errTokenRefused) || pause(ctx, wait) != nil || b.greeted.Load() != turn {
			return false
		}
	}
}

// clockTolerance is how far from Discord's clock ours may be before anybody is told.
const clockTolerance = 30 * time.Second

// noteClock warns of a clock by which digests come at the wrong time.
func (b *Bot) noteClock() {
	if ahead := time.Duration(b.door.skew.Load()); ahead > clockTolerance || ahead < -clockTolerance {
		b.log.Warn("this machine's clock disagrees with Discord's; set it by NTP", "ahead", ahead.Round(time.Second))
	}
}

// maxAge is the age at which an interaction is not worth answering: Discord forgets it
// at three seconds.
const maxAge = 2500 * time.Millisecond

// stale reports whether an interaction is too old to be answered in time, by Discord's
// clock.
func (b *Bot) stale(ix *interaction) bool {
	made := ix.made()
	if made.IsZero() {
		return false
	}
	age := b.now().Sub(made) - time.Duration(b.door.skew.Load())
	if age > maxAge {
		b.log.Warn("interaction came too late", "age", age.Round(time.Millisecond))
		return true
	}
	return false
}
