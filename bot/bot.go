package bot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"rapporteur/bot/card"
	"rapporteur/bot/command"
	"rapporteur/bot/courier"
	"rapporteur/bot/discord"
	"rapporteur/bot/kv"
)

// Options say what a Bot is made of. Token and Desk are required.
type Options struct {
	Token         string              // the bot's, without "Bot "; never logged
	API           string              // a proxy or test server instead of https://discord.com; "" is Discord itself
	Transport     http.RoundTripper   // carries requests out; nil is the network
	Desk          command.Desk        // answers questions
	Admin         command.DigestAdmin // digests and time zones; nil: they cannot be set
	Store         kv.Store            // what outlives the process; nil forgets when it ends
	Log           *slog.Logger        // nil discards
	Pace          discord.Pace        // patience with the gateway; zero suits Discord
	QuestionBurst int                 // questions a member may ask in ten seconds; 0 means 5, negative any number
	DeferAfter    time.Duration       // slower answers are deferred; 0 means 1 s
	Now           func() time.Time    // nil means time.Now
	Ready         func()              // called each time the bot is connected and registered; nil is none
}

// A Bot talks to Discord. Make one with New, then call Run.
type Bot struct {
	services   command.Services
	buttons    []command.ButtonRow
	store      kv.Store
	log        *slog.Logger
	now        func() time.Time
	pace       discord.Pace
	deferAfter time.Duration
	ready      func()

	client      *discord.Client
	gateway     *discord.Gateway
	me          atomic.Pointer[string]          // the bot's user ID; "" until it has connected
	ids         atomic.Pointer[card.CommandIDs] // empty until the commands are registered
	connections atomic.Int64                    // how often it has connected
	signerMu    sync.Mutex
	signer      *card.Signer // nil until loadSigner
	refusals    discord.RefusalBudget
	deduper     *deduper
	inFlight    chan struct{} // holds one per interaction that is being handled
	workers     chan struct{} // holds one per question that is being answered
	work        sync.WaitGroup
}

// Limits of what runs at once. Questions beyond workerLimit are deferred and wait: in parallel each would take
// longer, and delay the code that defers the others. Interactions beyond inFlightLimit are dropped, as Discord
// drops them after three seconds; completions, which nobody misses, are dropped from half of it.
const (
	workerLimit   = 16
	inFlightLimit = 1024
)

// drainLimit is how long a stopping bot waits for answers in work: less than the ten
// seconds after which container runtimes kill it.
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
	o.Log = cmp.Or(o.Log, slog.New(slog.DiscardHandler))
	o.Store = &kv.Fallback{Primary: cmp.Or[kv.Store](o.Store, &kv.Memory{}), Log: o.Log}
	o.DeferAfter = cmp.Or(o.DeferAfter, time.Second)
	connect := discord.ClientOptions{Token: o.Token, API: o.API, Transport: o.Transport, Now: o.Now}
	client, err := discord.NewClient(connect)
	if err != nil {
		return nil, fmt.Errorf("make a bot: %w", err)
	}
	b := &Bot{
		store: o.Store, log: o.Log, now: o.Now, pace: o.Pace.WithDefaults(), deferAfter: o.DeferAfter, ready: o.Ready,
		buttons: command.Buttons(), client: client, deduper: newDeduper(),
		inFlight: make(chan struct{}, inFlightLimit), workers: make(chan struct{}, workerLimit),
	}
	b.me.Store(new(string))
	b.ids.Store(&card.CommandIDs{})
	b.gateway = discord.NewGateway(client, b.pace, o.Store, o.Now, o.Log)
	b.services = command.Services{
		Desk: o.Desk, Digests: o.Admin, Table: command.Commands(), Limits: command.NewRateLimits(o.QuestionBurst),
		Discord: client, Refusals: &b.refusals, BotID: b.userID, Log: o.Log, Now: o.Now,
	}
	return b, nil
}

// NewCourier makes the courier that posts the bot's digests. Ledger and Editor are
// required; the bot fills in what it shares with the courier.
func (b *Bot) NewCourier(o courier.Options) *courier.Courier {
	o.Discord, o.Refusals, o.Signer, o.Log, o.Now = b.client, &b.refusals, b.loadSigner, b.log, b.now
	return courier.New(o)
}

// Run connects, answers until ctx is done, and then finishes the answers in work. It
// returns nil when ctx ended it, and an error when only the operator can help.
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

// loadSigner returns what signs buttons, and makes it at the first call.
func (b *Bot) loadSigner(ctx context.Context) (*card.Signer, error) {
	b.signerMu.Lock()
	defer b.signerMu.Unlock()
	var err error
	if b.signer == nil {
		b.signer, err = card.NewSigner(ctx, b.store, b.now)
	}
	return b.signer, err
}

// drain waits for the answers in work.
func (b *Bot) drain() {
	done := make(chan struct{})
	go func() { b.work.Wait(); close(done) }()
	_ = discord.WaitFor(context.Background(), done, drainLimit)
}

// userID is the bot's own, from READY; "" before it has connected.
func (b *Bot) userID() string { return *b.me.Load() }
