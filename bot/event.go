package bot

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"time"

	"rapporteur/bot/discord"
)

// maxInteractionAge is the age at which an interaction is not worth answering: Discord forgets it at three seconds.
const maxInteractionAge = 2500 * time.Millisecond

// handleEvent takes one event of the gateway. It does not block.
func (b *Bot) handleEvent(ctx context.Context, kind string, data []byte) {
	switch kind {
	case "READY": // once per connection, and never dropped
		b.goSafe(func() { b.onReady(ctx, data) })
	case "INTERACTION_CREATE":
		i, err := discord.ReadInteraction(data)
		if err != nil {
			b.log.Error("interaction is unreadable", "err", err)
			return
		}
		if !b.isStale(i) && !b.deduper.seenBefore(i.ID) {
			b.accept(ctx, i)
		}
	}
}

// isStale reports whether an interaction is too old to be answered in time, by Discord's clock.
func (b *Bot) isStale(i *discord.Interaction) bool {
	created := i.Created()
	age := b.now().Sub(created) - b.client.ClockAhead()
	stale := !created.IsZero() && age > maxInteractionAge
	if stale {
		b.log.Warn("interaction came too late", "age", age.Round(time.Millisecond))
	}
	return stale
}

// accept starts to answer an interaction, unless too many are in flight.
func (b *Bot) accept(ctx context.Context, i *discord.Interaction) {
	if i.Type == discord.InteractionAutocomplete && len(b.inFlight) > inFlightLimit/2 {
		return
	}
	select {
	case b.inFlight <- struct{}{}:
	default:
		b.log.Warn("too many interactions at once; one is dropped")
		return
	}
	arrived := time.Now()
	b.goSafe(func() {
		defer func() { <-b.inFlight }()
		b.respond(context.WithoutCancel(ctx), i, arrived)
	})
}

// goSafe runs f in a goroutine that drain waits for. A panic in f does not end the process.
func (b *Bot) goSafe(f func()) {
	b.work.Go(func() {
		defer func() {
			if p := recover(); p != nil {
				b.log.Error("panic in a handler", "panic", fmt.Sprint(p))
			}
		}()
		f()
	})
}

// onReady registers the commands on a new connection.
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
	defer b.checkClock()
	if b.registerWithRetry(ctx, cmp.Or(ready.Application.ID, ready.User.ID)) && b.ready != nil {
		b.ready()
	}
}

// checkClock warns of a clock that would make digests come at the wrong time.
func (b *Bot) checkClock() {
	if ahead := b.client.ClockAhead(); ahead.Abs() > discord.ClockTolerance {
		b.log.Warn("this machine's clock disagrees with Discord's; set it by NTP", "ahead", ahead.Round(time.Second))
	}
}
