package bot

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"rapporteur/briefing"
	"rapporteur/briefing/ledger"
)

// How a run that meets trouble goes on.
const (
	refusals     = 3                // a channel that refuses so often is waited for
	firstRetry   = 2 * time.Second  // doubled with each try
	lastRetry    = 5 * time.Minute  // and no longer than this
	limitedRetry = 30 * time.Second // nor than this where Discord asks for patience
	refusedWait  = time.Minute      // after a refusal, times how often it refused
	begunWait    = 24 * time.Hour   // a run whose first message may stand is finished this late
	sendLimit    = 30 * time.Second // of one message, outlasting a stop of the program
)

// deliver brings one run as far as it will go. Errors are the ledger's; Discord's are
// noted in it.
func (c *Courier) deliver(ctx context.Context, r ledger.Run) error {
	if r.State == ledger.Due {
		composed, err := c.compose(ctx, r)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return c.setBack(ctx, r, fmt.Errorf("compose: %w", err))
		}
		if r, err = c.ledger.Freeze(ctx, r, composed, c.now()); err != nil || r.State == ledger.Empty {
			return err
		}
	}
	for i := range r.Parts {
		if ctx.Err() != nil {
			return nil
		}
		if r.Parts[i].Message != "" {
			continue
		}
		id, err := c.send(context.WithoutCancel(ctx), r, i)
		if err != nil {
			return c.setBack(context.WithoutCancel(ctx), r, err)
		}
		if err := c.ledger.Delivered(context.WithoutCancel(ctx), r, r.Parts[i].N, id, c.now()); err != nil {
			return err
		}
		r.Parts[i].Message = id
	}
	c.log.Info("digest delivered", "digest", r.Digest, "run", r.Name, "messages", len(r.Parts), "late", r.Late)
	return nil
}

// compose has the run's edition written and laid out.
func (c *Courier) compose(ctx context.Context, r ledger.Run) (ledger.Composed, error) {
	told, err := c.ledger.Told(ctx, r.Channel, c.now().Add(-toldFor))
	if err != nil {
		return ledger.Composed{}, err
	}
	q, err := editionQuestion(r.Guild, r.Settings, r.Due)
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

// toldFor is how long a channel is taken to remember what it was told.
const toldFor = 14 * 24 * time.Hour

// send posts a part unless it already stands: within the nonce's life Discord itself
// tells, after it the channel is read.
func (c *Courier) send(ctx context.Context, r ledger.Run, i int) (id string, err error) {
	ctx, cancel := context.WithTimeout(ctx, sendLimit)
	defer cancel()
	n := r.Parts[i].N
	now := c.now()
	first, err := c.ledger.Sending(ctx, r, n, now)
	if err != nil {
		return "", err
	}
	channel, err := c.place(ctx, r, i)
	if err != nil {
		return "", err
	}
	if now.Sub(first) >= nonceWindow || now.Before(first) {
		skew := time.Duration(c.bot.door.skew.Load())
		since := first.Add(-skew - nonceWindow)
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
		return r.Channel, nil
	}
	return opener, err
}

// setBack notes a try that failed, and tells a moderator where it is theirs to mend.
func (c *Courier) setBack(ctx context.Context, r ledger.Run, err error) error {
	now := c.now()
	s := ledger.Setback{Problem: trouble(err), Refused: refusedBy(err)}
	begun := len(r.Parts) > 0 && !r.Parts[0].First.IsZero()
	patience := r.Due.Add(max(c.catchUp, time.Hour))
	if begun {
		patience = r.Due.Add(begunWait)
	}
	var api *APIError
	switch limited := errors.As(err, &api) && api.Status == http.StatusTooManyRequests; {
	case s.Refused && (r.Refused+1 >= refusals || c.parked(ctx, r)):
		s.Park = true
	case s.Refused:
		s.Next = now.Add(time.Duration(r.Refused+1) * refusedWait)
	case errors.As(err, &api) && api.Status == http.StatusBadRequest:
		// Discord does not take the message; it would not take it again.
	case limited:
		s.Next = now.Add(max(api.RetryAfter, min(time.Second<<min(r.Tries, 10), limitedRetry)))
	default:
		s.Next = now.Add(min(firstRetry<<min(r.Tries, 10), lastRetry))
	}
	if s.Next.After(patience) {
		s.Next = time.Time{}
	}
	c.log.Warn("digest is not delivered yet", "digest", r.Digest, "run", r.Name, "again", s.Next, "err", err)
	parked, err := c.ledger.Failed(ctx, r, s, now)
	if err != nil {
		return err
	}
	if parked && r.By != "" {
		if err := c.bot.rest.tell(ctx, r.By, parkedNotice(r, s.Problem)); err != nil {
			c.log.Warn("the moderator could not be told", "digest", r.Digest, "err", err)
		}
	}
	return nil
}

// parked reports whether the run's digest is already waiting for its channel.
func (c *Courier) parked(ctx context.Context, r ledger.Run) bool {
	all, err := c.ledger.Digests(ctx, r.Guild)
	if err != nil {
		return false
	}
	for _, d := range all {
		if d.ID == r.Digest {
			return d.Parked != ""
		}
	}
	return false
}

// trouble is an error in words for moderators.
func trouble(err error) string {
	var api *APIError
	switch {
	case errors.As(err, &api) && api.Status == http.StatusNotFound:
		return "the channel is gone"
	case errors.As(err, &api) && api.Status == http.StatusForbidden:
		return "the bot may not write there: it needs View Channel, Send Messages and Read Message History"
	case errors.As(err, &api) && api.Status == http.StatusBadRequest:
		return "Discord did not accept the message; the operator's log says why"
	case errors.As(err, &api):
		return "Discord is busy or out of order"
	}
	return "the digest could not be written or sent; the operator's log says why"
}

// parkedNotice tells the moderator who made a digest, once, that it waits.
func parkedNotice(r ledger.Run, problem string) markdown {
	return join(" ", markdown(fmt.Sprintf("Digest %d could not be posted to <#%s>:", r.Digest, digits(r.Channel))), escape(problem)+".",
		"It is tried again at each of its times and goes on by itself once the channel is mended. /admin digest list in the server shows how it stands.")
}

// editionQuestion puts a digest's settings as a question of its guild.
func editionQuestion(guild string, s ledger.Settings, at time.Time) (briefing.EditionQuestion, error) {
	rule, err := s.Rule.Schedule()
	if err != nil {
		return briefing.EditionQuestion{}, err
	}
	return briefing.EditionQuestion{
		Asker: briefing.Asker{Guild: guild, Today: dayIn(at, rule.Zone())},
		Kind:  string(s.Kind), About: s.About, Items: s.Items, Start: s.Start,
	}, nil
}
