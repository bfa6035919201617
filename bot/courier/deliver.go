package courier

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"time"

	"rapporteur/bot/discord"
	"rapporteur/briefing"
	"rapporteur/briefing/digest"
	"rapporteur/briefing/ledger"
)

// How long one message may take.
const (
	sendLimit = 30 * time.Second
	stopLimit = 7 * time.Second // after the program was asked to stop
)

// pictureDays is how many days a digest's picture shows.
const pictureDays = 14

// deliver takes one occurrence as far as possible. A refusal was taken for it. It records
// Discord's errors in the ledger, and returns the ledger's.
func (c *Courier) deliver(ctx context.Context, o ledger.Occurrence) error {
	failure, err := c.freezeAndSend(ctx, &o)
	if !discord.IsRefusal(failure) {
		c.Refusals.Return(o.Guild)
	}
	if err != nil || failure == nil {
		return err
	}
	return c.recordFailure(ctx, o, failure)
}

// freezeAndSend writes an occurrence's messages, unless that is done, and sends those that are left. The failure is
// the edition's or Discord's, the error the ledger's; both are nil when the program stops.
func (c *Courier) freezeAndSend(ctx context.Context, o *ledger.Occurrence) (failure, err error) {
	if o.State == ledger.Due {
		composed, err := c.composeEdition(ctx, *o)
		if ctx.Err() != nil {
			return nil, nil
		}
		if err != nil {
			return fmt.Errorf("write the edition: %w", err), nil
		}
		if *o, err = c.Ledger.Freeze(ctx, *o, composed, c.Now()); err != nil || o.State == ledger.Empty {
			return nil, err
		}
	}
	for i := range o.Messages {
		if ctx.Err() != nil {
			return nil, nil
		}
		if o.Messages[i].ID != "" {
			continue
		}
		id, err := c.send(ctx, *o, i)
		if err != nil {
			return err, nil
		}
		if err := c.Ledger.Delivered(context.WithoutCancel(ctx), *o, o.Messages[i].N, id, c.Now()); err != nil {
			return nil, err
		}
		o.Messages[i].ID = id
	}
	c.Log.Info("digest delivered", "digest", o.Digest, "occurrence", o.Name, "messages", len(o.Messages), "late", o.Late)
	return nil, nil
}

// composeEdition has an occurrence's edition written, and renders its messages.
func (c *Courier) composeEdition(ctx context.Context, o ledger.Occurrence) (ledger.Edition, error) {
	told, err := c.Ledger.DeliveredKeys(ctx, o.Channel, c.Now().Add(-digest.RepeatAfter))
	if err != nil {
		return ledger.Edition{}, err
	}
	q, err := o.Question(o.Guild, o.Due)
	if err != nil {
		return ledger.Edition{}, err
	}
	q.Cursor, q.SeenKeys = o.From, told
	e, err := c.Editor.Edition(ctx, q)
	if err != nil {
		return ledger.Edition{}, err
	}
	signer, err := c.Signer(ctx)
	if err != nil {
		return ledger.Edition{}, err
	}
	picture, err := c.picture(ctx, o, q, e.To)
	if err != nil {
		return ledger.Edition{}, err
	}
	messages, err := renderMessages(o, e.BriefAnswer, picture, signer)
	return ledger.Edition{Messages: messages, Cursor: e.Cursor, Keys: e.NewKeys}, err
}

// picture charts the stories of the last days; nil when the digest wants no picture, or there is nothing to draw.
func (c *Courier) picture(
	ctx context.Context, o ledger.Occurrence, q briefing.EditionQuestion, last briefing.Day,
) (*briefing.Picture, error) {
	if !o.Picture || last.IsZero() {
		return nil, nil
	}
	a, err := c.Editor.Timeline(ctx, briefing.TimelineQuestion{
		Asker: q.Asker, About: q.About, From: last.Add(1 - pictureDays), To: last,
	})
	if err != nil {
		return nil, err
	}
	p, err := a.Picture()
	if err != nil || len(p.PNG) == 0 {
		return nil, err
	}
	return &p, nil
}

// send posts a message unless it already stands; the package comment says how it knows.
// Tries are dated by Discord's clock, so correcting the local clock between two tries
// changes nothing. It may finish within stopLimit after ctx is done.
func (c *Courier) send(ctx context.Context, o ledger.Occurrence, i int) (id string, err error) {
	ctx, cancel := outlive(ctx, stopLimit)
	defer cancel()
	ctx, cancelSend := context.WithTimeout(ctx, sendLimit)
	defer cancelSend()
	now, err := c.clock.now(ctx)
	if err != nil {
		return "", err
	}
	part := &o.Messages[i]
	first, err := c.Ledger.Sending(ctx, o, part.N, now)
	if err != nil {
		return "", err
	}
	part.First = first // lastTry gives a started occurrence more tries
	channel, err := c.destination(ctx, o, i)
	if err != nil {
		return "", err
	}
	mark := o.Mark(part.N)
	if now.Sub(first) >= discord.NonceWindow || now.Before(first) {
		for _, place := range slices.Compact([]string{channel, o.Channel}) {
			id, err := c.Discord.FindPosted(ctx, place, mark, first.Add(-discord.NonceWindow))
			if id != "" || err != nil {
				return id, err
			}
		}
	}
	return c.Discord.PostMessage(ctx, channel, mark, part.Body, part.Picture)
}

// outlive returns a context that ends d after ctx.
func outlive(ctx context.Context, d time.Duration) (context.Context, context.CancelFunc) {
	later, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(d, cancel) })
	return later, func() { stop(); cancel() }
}

// destination is where a message goes: the channel, or the thread of the first message for
// the messages after it, where threads may be started.
func (c *Courier) destination(ctx context.Context, o ledger.Occurrence, i int) (string, error) {
	opener := o.Messages[0].ID
	if i == 0 || !o.Thread || opener == discord.DeletedMessage {
		return o.Channel, nil
	}
	err := c.Discord.StartThread(ctx, o.Channel, opener, threadName(o))
	if status := discord.StatusOf(err); status > 0 && status < 500 && status != http.StatusTooManyRequests {
		if discord.IsRefusal(err) {
			c.Refusals.Charge(o.Guild)
		}
		return o.Channel, nil
	}
	return opener, err
}
