package bot

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

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
func (c *Courier) deliver(ctx context.Context, r ledger.Run) error {
	obstacle, err := c.carry(ctx, &r)
	if !refuses(obstacle) {
		c.bot.costly.spare(r.Guild)
	}
	if err != nil || obstacle == nil {
		return err
	}
	return c.setBack(ctx, r, obstacle)
}

// carry composes a run and sends what is left of it, until something stands in the way,
// the ledger fails, or the program is stopped.
func (c *Courier) carry(ctx context.Context, r *ledger.Run) (obstacle, err error) {
	if r.State == ledger.Due {
		composed, err := c.compose(ctx, *r)
		if ctx.Err() != nil {
			return nil, nil
		}
		if err != nil {
			return fmt.Errorf("compose: %w", err), nil
		}
		if *r, err = c.ledger.Freeze(ctx, *r, composed, c.now()); err != nil || r.State == ledger.Empty {
			return nil, err
		}
	}
	for i := range r.Parts {
		if ctx.Err() != nil {
			return nil, nil
		}
		if r.Parts[i].Message != "" {
			continue
		}
		id, err := c.send(ctx, *r, i)
		if err != nil {
			return err, nil
		}
		if err := c.ledger.Delivered(context.WithoutCancel(ctx), *r, r.Parts[i].N, id, c.now()); err != nil {
			return nil, err
		}
		r.Parts[i].Message = id
	}
	c.log.Info("digest delivered", "digest", r.Digest, "run", r.Name, "messages", len(r.Parts), "late", r.Late)
	return nil, nil
}

// compose has the run's edition written and laid out.
func (c *Courier) compose(ctx context.Context, r ledger.Run) (ledger.Composed, error) {
	told, err := c.ledger.Told(ctx, r.Channel, c.now().Add(-digest.RepeatAfter))
	if err != nil {
		return ledger.Composed{}, err
	}
	q, err := r.Question(r.Guild, r.Due)
	if err != nil {
		return ledger.Composed{}, err
	}
	q.Cursor, q.Told = r.From, told
	e, err := c.editor.Edition(ctx, q)
	if err != nil {
		return ledger.Composed{}, err
	}
	seals, err := c.bot.sealing(ctx)
	if err != nil {
		return ledger.Composed{}, err
	}
	picture, err := c.picture(ctx, r, q, e.To)
	if err != nil {
		return ledger.Composed{}, err
	}
	messages, err := layDigest(r, e.BriefAnswer, picture, seals)
	return ledger.Composed{Messages: messages, Cursor: e.Cursor, Told: e.Told}, err
}

// pictured is how many days a digest's picture shows.
const pictured = 14

// picture is of what was told of each of the last days; nil when none is wanted, or
// there is nothing to draw.
func (c *Courier) picture(ctx context.Context, r ledger.Run, q briefing.EditionQuestion, last briefing.Day) (*briefing.Picture, error) {
	if !r.Picture || last.IsZero() {
		return nil, nil
	}
	a, err := c.editor.Timeline(ctx, briefing.TimelineQuestion{Asker: q.Asker, About: q.About, From: last.Add(1 - pictured), To: last})
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
func (c *Courier) send(ctx context.Context, r ledger.Run, i int) (id string, err error) {
	ctx, cancel := lingering(ctx, stopLimit)
	defer cancel()
	ctx, cancelSend := context.WithTimeout(ctx, sendLimit)
	defer cancelSend()
	n := r.Parts[i].N
	now, err := c.theirTime(ctx)
	if err != nil {
		return "", err
	}
	first, err := c.ledger.Sending(ctx, r, n, now)
	if err != nil {
		return "", err
	}
	r.Parts[i].First = first // from here on it may stand, and is worth more tries; see lastTry
	channel, err := c.place(ctx, r, i)
	if err != nil {
		return "", err
	}
	if now.Sub(first) >= nonceWindow || now.Before(first) {
		since := first.Add(-nonceWindow)
		for _, place := range []string{channel, r.Channel} {
			if id, err := c.bot.rest.lookFor(ctx, place, r.Mark(n), since); id != "" || err != nil {
				return id, err
			}
			if channel == r.Channel {
				break
			}
		}
	}
	return c.bot.rest.post(ctx, channel, r.Mark(n), r.Parts[i])
}

// lingering is ctx ended so much later.
func lingering(ctx context.Context, d time.Duration) (context.Context, context.CancelFunc) {
	late, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(d, cancel) })
	return late, func() { stop(); cancel() }
}

// place is where a part goes: the channel, or for what follows the first message its
// thread, where threads may be opened.
func (c *Courier) place(ctx context.Context, r ledger.Run, i int) (string, error) {
	if i == 0 || !r.Thread || r.Parts[0].Message == "deleted" {
		return r.Channel, nil
	}
	opener := r.Parts[0].Message
	err := c.bot.rest.openThread(ctx, r.Channel, opener, threadName(r))
	var api *APIError
	if errors.As(err, &api) && api.Status < 500 && api.Status != http.StatusTooManyRequests {
		if refuses(err) {
			c.bot.costly.charge(r.Guild)
		}
		return r.Channel, nil
	}
	return opener, err
}
