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

	"rapporteur/bot/card"
	"rapporteur/bot/command"
	"rapporteur/bot/discord"
	"rapporteur/bot/kv"
)

// Options say what a Bot is made of. Token and Desk are required.
type Options struct {
	Token     string              // the bot's, without "Bot "; never logged
	API       string              // what stands for https://discord.com: a proxy or a test server; "" is Discord itself
	Transport http.RoundTripper   // carries requests out; nil is the network
	Desk      command.Desk        // answers questions
	Admin     command.DigestAdmin // digests and time zones; nil: they cannot be set
	Keep      kv.Store            // what outlives the process; nil forgets at the end of it
	Log       *slog.Logger        // nil discards
	Pace      discord.Pace        // patience with the gateway; zero suits Discord
	Flood     int                 // questions a member may ask in ten seconds; 0 means 5, negative any number
	Quick     time.Duration       // answers slower than this are deferred; 0 means 1 s
	Now       func() time.Time    // nil means time.Now
	Ready     func()              // called each time the bot is connected and its commands are registered; nil is none
}

// A Bot talks to Discord. Make one with New, then call Run.
type Bot struct {
	services command.Services
	keep     kv.Store
	log      *slog.Logger
	now      func() time.Time
	pace     discord.Pace
	quick    time.Duration
	ready    func()
	buttons  []command.ButtonRow
	ids      atomic.Pointer[card.CommandIDs] // nil until the commands are registered
	me       atomic.Pointer[string]          // the bot's user ID; nil until it has connected
	greeted  atomic.Int64                    // how often it has connected

	rest     *discord.Client
	gateway  *discord.Gateway
	sealed   sync.Mutex
	signer   *card.Signer // nil until sealing
	refusals discord.RefusalBudget
	seen     *deduper
	crowd    chan struct{} // one for each interaction that is being dealt with
	slots    chan struct{} // one for each question that is being worked on
	work     sync.WaitGroup
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
		o.Keep = &kv.Memory{}
	}
	o.Keep = &kv.Fallback{First: o.Keep, Log: o.Log}
	if o.Quick == 0 {
		o.Quick = time.Second
	}
	client, err := discord.NewClient(discord.ClientOptions{Token: o.Token, API: o.API, Transport: o.Transport, Now: o.Now})
	if err != nil {
		return nil, fmt.Errorf("make a bot: %w", err)
	}
	return newBot(o, client), nil
}

// newBot makes a Bot of complete options, on a client.
func newBot(o Options, client *discord.Client) *Bot {
	b := &Bot{
		keep: o.Keep, log: o.Log, now: o.Now, pace: o.Pace.WithDefaults(), quick: o.Quick, ready: o.Ready,
		buttons: command.Buttons(), rest: client, seen: newDeduper(),
		crowd: make(chan struct{}, crowdLimit), slots: make(chan struct{}, slotCount),
	}
	b.gateway = discord.NewGateway(client, b.pace, o.Keep, o.Now, o.Log)
	b.services = command.Services{
		Desk: o.Desk, Digests: o.Admin, Table: command.Commands(), Limits: command.NewRateLimits(o.Flood), Discord: client,
		Refusals: &b.refusals, BotID: b.userID, Log: o.Log, Now: o.Now,
	}
	return b
}

// userID is the bot's own, as Discord said when it connected; "" before.
func (b *Bot) userID() string {
	if known := b.me.Load(); known != nil {
		return *known
	}
	return ""
}

// Run connects, answers until ctx is done, and then finishes the answers in work. It
// returns nil when ctx ended it, and an error for the operator when Discord refuses the
// bot for good.
func (b *Bot) Run(ctx context.Context) error {
	if _, err := b.loadSigner(ctx); err != nil {
		return err
	}
	err := b.gateway.Run(ctx, func(kind string, data []byte) { b.handleEvent(ctx, kind, data) })
	b.drain()
	if err != nil {
		return fmt.Errorf("serve Discord: %w", err)
	}
	return nil
}

// sealing is what signs buttons, from the first use on.
func (b *Bot) loadSigner(ctx context.Context) (*card.Signer, error) {
	b.sealed.Lock()
	defer b.sealed.Unlock()
	if b.signer == nil {
		s, err := card.NewSigner(ctx, b.keep, b.now)
		if err != nil {
			return nil, err
		}
		b.signer = s
	}
	return b.signer, nil
}

// drain waits for the answers in work.
func (b *Bot) drain() {
	done := make(chan struct{})
	go func() { b.work.Wait(); close(done) }()
	_ = discord.WaitFor(context.Background(), done, drainLimit)
}

// heed takes one event of the gateway. It does not block: the work is done beside it.
func (b *Bot) handleEvent(ctx context.Context, kind string, data []byte) {
	switch kind {
	case "READY": // once a connection, and never dropped
		b.goSafe(func() { b.onReady(ctx, data) })
	case "INTERACTION_CREATE":
		ix, err := discord.ReadInteraction(data)
		if err != nil {
			b.log.Error("interaction is unreadable", "err", err)
			return
		}
		if !b.stale(ix) && !b.seen.before(ix.ID) {
			b.accept(ctx, ix)
		}
	}
}

// admit begins to serve an interaction, unless there is a crowd.
func (b *Bot) accept(ctx context.Context, ix *discord.Interaction) {
	if ix.Type == discord.InteractionAutocomplete && len(b.crowd) > crowdLimit/2 {
		return
	}
	select {
	case b.crowd <- struct{}{}:
	default:
		b.log.Warn("too much at once; an interaction is dropped")
		return
	}
	came := time.Now()
	b.goSafe(func() {
		defer func() { <-b.crowd }()
		b.respond(context.WithoutCancel(ctx), ix, came)
	})
}

// apart runs f beside the gateway's loop. No panic in f ends the process.
func (b *Bot) goSafe(f func()) {
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
func (b *Bot) onReady(ctx context.Context, data []byte) {
	var ready struct {
		Application struct {
			ID string `json:"id"`
		} `json:"application"`
		User discord.User `json:"user"`
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
	if b.registerWithRetry(ctx, app) && b.ready != nil {
		b.ready()
	}
}

// introduce registers the commands, however long Discord will not have it, and reports
// whether it did: a later connection takes the task over, and a refused token ends it.
func (b *Bot) registerWithRetry(ctx context.Context, app string) bool {
	turn := b.greeted.Add(1)
	for wait := b.pace.BackOff; ; wait = min(2*wait, b.pace.MaxWait) {
		err := b.register(ctx, app)
		if err == nil {
			return true
		}
		b.log.Error("commands are not registered", "err", err)
		if errors.Is(err, discord.ErrTokenRefused) || discord.Sleep(ctx, wait) != nil || b.greeted.Load() != turn {
			return false
		}
	}
}

// noteClock warns of a clock by which digests come at the wrong time.
func (b *Bot) noteClock() {
	if ahead := b.rest.ClockAhead(); ahead > discord.ClockTolerance || ahead < -discord.ClockTolerance {
		b.log.Warn("this machine's clock disagrees with Discord's; set it by NTP", "ahead", ahead.Round(time.Second))
	}
}

// maxAge is the age at which an interaction is not worth answering: Discord forgets it
// at three seconds.
const maxAge = 2500 * time.Millisecond

// stale reports whether an interaction is too old to be answered in time, by Discord's
// clock.
func (b *Bot) stale(ix *discord.Interaction) bool {
	made := ix.Created()
	if made.IsZero() {
		return false
	}
	age := b.now().Sub(made) - b.rest.ClockAhead()
	if age > maxAge {
		b.log.Warn("interaction came too late", "age", age.Round(time.Millisecond))
		return true
	}
	return false
}
