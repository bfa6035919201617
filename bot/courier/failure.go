package courier

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/briefing/ledger"
)

// How a run that meets trouble goes on.
const (
	refusals     = 3                // a channel that refuses so often is waited for
	firstRetry   = 2 * time.Second  // doubled with each try
	lastRetry    = 5 * time.Minute  // and no longer than this
	limitedRetry = 30 * time.Second // nor than this where Discord asks for patience
	refusedWait  = time.Minute      // after a refusal, times how often it refused
	begunWait    = 24 * time.Hour   // a run whose first message may stand is tried for so long
	begunTries   = 100              // and so often, however long the program was down meanwhile
	begunLast    = 7 * begunWait    // but nobody wants the end of a digest after this
	longestWait  = time.Hour        // for whatever reason
)

// setBack notes a try that failed, and tells a moderator where it is theirs to mend.
func (c *Courier) recordFailure(ctx context.Context, r ledger.Occurrence, err error) error {
	now := c.Now()
	s := ledger.Failure{Problem: explainFailure(err), Refused: discord.IsGone(err)}
	if s.Suspend = s.Refused && (r.Refused+1 >= refusals || r.Suspended); !s.Suspend {
		s.Next = c.nextTry(r, err, now)
	}
	c.Log.Warn("digest is not delivered yet", "digest", r.Digest, "run", r.Name, "again", s.Next, "err", err)
	parked, err := c.Ledger.Failed(context.WithoutCancel(ctx), r, s, now)
	if err != nil {
		return err
	}
	if parked && r.By != "" {
		c.notifyModerator(ctx, r, s.Problem)
	}
	return nil
}

// tellParked tells the moderator who made a digest, once, that it waits.
func (c *Courier) notifyModerator(ctx context.Context, r ledger.Occurrence, problem string) {
	ctx, cancel := outlive(ctx, stopLimit)
	defer cancel()
	err := c.Discord.SendDirect(ctx, r.By, string(suspendedNotice(r, problem)))
	if discord.IsRefusal(err) {
		c.Refusals.Charge(r.Guild)
	}
	if err != nil {
		c.Log.Warn("the moderator could not be told", "digest", r.Digest, "err", err)
	}
}

// again is when to try a run again after err; zero for never.
func (c *Courier) nextTry(r ledger.Occurrence, err error, now time.Time) time.Time {
	var api *discord.APIError
	answered := errors.As(err, &api)
	wait, limited := c.silence(), false
	if limited = wait > 0; answered && api.Status == http.StatusTooManyRequests {
		wait, limited = max(wait, api.RetryAfter), true
	}
	switch {
	case discord.IsGone(err):
		wait = time.Duration(r.Refused+1) * refusedWait
	case answered && api.Status == http.StatusBadRequest:
		return time.Time{} // Discord does not take the message, and would not take it again
	case limited:
		wait = max(wait, min(time.Second<<min(r.Tries, 10), limitedRetry))
	default:
		wait = min(firstRetry<<min(r.Tries, 10), lastRetry)
	}
	if at := now.Add(min(wait, longestWait)); !at.After(c.lastTry(r)) {
		return at
	}
	return time.Time{}
}

// lastTry is how long a run is worth trying.
func (c *Courier) lastTry(r ledger.Occurrence) time.Time {
	switch begun := len(r.Messages) > 0 && !r.Messages[0].First.IsZero(); {
	case begun && r.Tries < begunTries:
		return r.Due.Add(begunLast)
	case begun:
		return r.Due.Add(begunWait)
	}
	return r.Due.Add(max(c.CatchUp, time.Hour))
}

// silence is how long Discord wants to hear nothing from us at all: meanwhile requests
// end unsent.
func (c *Courier) silence() time.Duration {
	return c.Discord.Silence(c.Now())
}

// trouble is an error in words for moderators.
func explainFailure(err error) string {
	var api *discord.APIError
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

// parkedNotice says that a digest waits.
func suspendedNotice(r ledger.Occurrence, problem string) card.Markdown {
	return card.Join(" ", card.Markdown(fmt.Sprintf("Digest %d could not be posted to <#%s>:", r.Digest, discord.SafeID(r.Channel))), card.Escape(problem)+".",
		"It is tried again at each of its times and goes on by itself once the channel is mended. /admin digest list in the server shows how it stands.")
}
