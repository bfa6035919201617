package courier

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"rapporteur/bot/discord"
	"rapporteur/briefing"
	"rapporteur/briefing/digest"
	"rapporteur/briefing/ledger"
)

// How long one message may take.
const (
	sendLimit = 30 * time.Second
	stopLimit = 7 * time.Second // and when the program is stopped meanwhile
)

// deliver brings one run, for which a refusal was taken, as far as it will go. Errors are
// the ledger's; Discord's are noted in it.
func (c *Courier) deliver(ctx context.Context, r ledger.Occurrence) error {
	obstacle, err := c.carry(ctx, &r)
	if !discord.IsRefusal(obstacle) {
		c.Refusals.Return(r.Guild)
	}
	if err != nil || obstacle == nil {
		return err
	}
	return c.recordFailure(ctx, r, obstacle)
}

// carry composes a run and sends what is left of it, until something stands in the way,
// the ledger fails, or the program is stopped.
func (c *Courier) carry(ctx context.Context, r *ledger.Occurrence) (obstacle, err error) {
	if r.State == ledger.Due {
		composed, err := c.compose(ctx, *r)
		if ctx.Err() != nil {
			return nil, nil
		}
		if err != nil {
			return fmt.Errorf("compose: %w", err), nil
		}
		if *r, err = c.Ledger.Freeze(ctx, *r, composed, c.Now()); err != nil || r.State == ledger.Empty {
			return nil, err
		}
	}
	for i := range r.Messages {
		if ctx.Err() != nil {
			return nil, nil
		}
		if r.Messages[i].ID != "" {
			continue
		}
		id, err := c.send(ctx, *r, i)
		if err != nil {
			return err, nil
		}
		if err := c.Ledger.Delivered(context.WithoutCancel(ctx), *r, r.Messages[i].N, id, c.Now()); err != nil {
			return nil, err
		}
		r.Messages[i].ID = id
	}
	c.Log.Info("digest delivered", "digest", r.Digest, "run", r.Name, "messages", len(r.Messages), "late", r.Late)
	return nil, nil
}

// compose has the run's edition written and laid out.
func (c *Courier) compose(ctx context.Context, r ledger.Occurrence) (ledger.Edition, error) {
	told, err := c.Ledger.DeliveredKeys(ctx, r.Channel, c.Now().Add(-digest.RepeatAfter))
	if err != nil {
		return ledger.Edition{}, err
	}
	q, err := r.Question(r.Guild, r.Due)
	if err != nil {
		return ledger.Edition{}, err
	}
	q.Cursor, q.SeenKeys = r.From, told
	e, err := c.Editor.Edition(ctx, q)
	if err != nil {
		return ledger.Edition{}, err
	}
	seals, err := c.Signer(ctx)
	if err != nil {
		return ledger.Edition{}, err
	}
	picture, err := c.picture(ctx, r, q, e.To)
	if err != nil {
		return ledger.Edition{}, err
	}
	messages, err := layOut(r, e.BriefAnswer, picture, seals)
	return ledger.Edition{Messages: messages, Cursor: e.Cursor, Keys: e.NewKeys}, err
}

// pictured is how many days a digest's picture shows.
const pictured = 14

// picture is of what was told of each of the last days; nil when none is wanted, or
// there is nothing to draw.
func (c *Courier) picture(ctx context.Context, r ledger.Occurrence, q briefing.EditionQuestion, last briefing.Day) (*briefing.Picture, error) {
	if !r.Picture || last.IsZero() {
		return nil, nil
	}
	a, err := c.Editor.Timeline(ctx, briefing.TimelineQuestion{Asker: q.Asker, About: q.About, From: last.Add(1 - pictured), To: last})
	if err != nil {
		return nil, err
	}
	p, err := a.Picture()
	if err != nil || len(p.PNG) == 0 {
		return nil, err
	}
	return &p, nil
}

// send posts a part unless it already stands: within the nonce's life Discord itself
// tells, after it the channel is read. Tries are dated by Discord's clock, so that
// setting ours right between two of them changes nothing. A stop of the program leaves
// it a moment to end.
func (c *Courier) send(ctx context.Context, r ledger.Occurrence, i int) (id string, err error) {
	ctx, cancel := outlive(ctx, stopLimit)
	defer cancel()
	ctx, cancelSend := context.WithTimeout(ctx, sendLimit)
	defer cancelSend()
	n := r.Messages[i].N
	now, err := c.discordTime(ctx)
	if err != nil {
		return "", err
	}
	first, err := c.Ledger.Sending(ctx, r, n, now)
	if err != nil {
		return "", err
	}
	r.Messages[i].First = first // from here on it may stand, and is worth more tries; see lastTry
	channel, err := c.place(ctx, r, i)
	if err != nil {
		return "", err
	}
	if now.Sub(first) >= discord.NonceWindow || now.Before(first) {
		since := first.Add(-discord.NonceWindow)
		for _, place := range []string{channel, r.Channel} {
			if id, err := c.Discord.FindPosted(ctx, place, r.Mark(n), since); id != "" || err != nil {
				return id, err
			}
			if channel == r.Channel {
				break
			}
		}
	}
	return c.Discord.PostMessage(ctx, channel, r.Mark(n), r.Messages[i].Body, r.Messages[i].Picture)
}

// lingering is ctx ended so much later.
func outlive(ctx context.Context, d time.Duration) (context.Context, context.CancelFunc) {
	late, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(d, cancel) })
	return late, func() { stop(); cancel() }
}

// place is where a part goes: the channel, or for what follows the first message its
// thread, where threads may be opened.
func (c *Courier) place(ctx context.Context, r ledger.Occurrence, i int) (string, error) {
	if i == 0 || !r.Thread || r.Messages[0].ID == "deleted" {
		return r.Channel, nil
	}
	opener := r.Messages[0].ID
	err := c.Discord.StartThread(ctx, r.Channel, opener, threadName(r))
	var api *discord.APIError
	if errors.As(err, &api) && api.Status < 500 && api.Status != http.StatusTooManyRequests {
		if discord.IsRefusal(err) {
			c.Refusals.Charge(r.Guild)
		}
		return r.Channel, nil
	}
	return opener, err
}
