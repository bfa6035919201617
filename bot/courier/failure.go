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

// When an occurrence that failed is tried again. It has started once its first message may be posted.
const (
	maxRefusals     = 3                // of the channel; then the digest is suspended
	firstRetry      = 2 * time.Second  // doubled with each try
	maxRetry        = 5 * time.Minute  // longest of these waits
	maxLimitedRetry = 30 * time.Second // the same while Discord limits the bot
	refusedRetry    = time.Minute      // after a refusal, times the number of refusals
	startedLimit    = 24 * time.Hour   // how long a started occurrence is tried
	startedTries    = 100              // with fewer tries it may take longer, for a program that was down
	startedMaxAge   = 7 * startedLimit // but not longer than this
	maxWait         = time.Hour        // longest wait for any reason
)

// recordFailure notes a failed try in the ledger, and tells a moderator when that suspends the digest.
func (c *Courier) recordFailure(ctx context.Context, o ledger.Occurrence, failure error) error {
	now := c.Now()
	s := ledger.Failure{Problem: explainFailure(failure), Refused: discord.IsGone(failure)}
	if s.Suspend = s.Refused && (o.Refused+1 >= maxRefusals || o.Suspended); !s.Suspend {
		s.Next = c.nextTry(o, failure, now)
	}
	c.Log.Warn("digest not delivered yet", "digest", o.Digest, "occurrence", o.Name, "retry", s.Next, "err", failure)
	suspended, err := c.Ledger.Failed(context.WithoutCancel(ctx), o, s, now)
	if err != nil {
		return err
	}
	if suspended && o.By != "" {
		c.notifyModerator(ctx, o, s.Problem)
	}
	return nil
}

// notifyModerator sends a direct message to the moderator who made a suspended digest.
func (c *Courier) notifyModerator(ctx context.Context, o ledger.Occurrence, problem string) {
	ctx, cancel := outlive(ctx, stopLimit)
	defer cancel()
	err := c.Discord.SendDirect(ctx, o.By, string(suspendedNotice(o, problem)))
	if discord.IsRefusal(err) {
		c.Refusals.Charge(o.Guild)
	}
	if err != nil {
		c.Log.Warn("the moderator of a suspended digest was not notified", "digest", o.Digest, "err", err)
	}
}

// nextTry is when to try an occurrence again after a failure; zero for never.
func (c *Courier) nextTry(o ledger.Occurrence, failure error, now time.Time) time.Time {
	api, answered := errors.AsType[*discord.APIError](failure)
	wait := c.Discord.Silence(now)
	limited := wait > 0
	if answered && api.Status == http.StatusTooManyRequests {
		wait, limited = max(wait, api.RetryAfter), true
	}
	switch {
	case discord.IsGone(failure):
		wait = time.Duration(o.Refused+1) * refusedRetry
	case answered && api.Status == http.StatusBadRequest:
		return time.Time{} // Discord would reject the same message again
	case limited:
		wait = max(wait, min(time.Second<<min(o.Tries, 10), maxLimitedRetry))
	default:
		wait = min(firstRetry<<min(o.Tries, 10), maxRetry)
	}
	if at := now.Add(min(wait, maxWait)); !at.After(c.lastTry(o)) {
		return at
	}
	return time.Time{}
}

// lastTry is until when an occurrence is tried.
func (c *Courier) lastTry(o ledger.Occurrence) time.Time {
	switch started := len(o.Messages) > 0 && !o.Messages[0].First.IsZero(); {
	case started && o.Tries < startedTries:
		return o.Due.Add(startedMaxAge)
	case started:
		return o.Due.Add(startedLimit)
	}
	return o.Due.Add(max(c.CatchUp, time.Hour))
}

// explainFailure is an error in words for moderators.
func explainFailure(err error) string {
	switch discord.StatusOf(err) {
	case 0:
		return "the digest could not be written or sent; the operator's log says why"
	case http.StatusNotFound:
		return "the channel is gone"
	case http.StatusForbidden:
		return "the bot may not write there: it needs View Channel, Send Messages and Read Message History"
	case http.StatusBadRequest:
		return "Discord did not accept the message; the operator's log says why"
	}
	return "Discord is busy or has a fault"
}

// suspendedNotice tells a moderator that a digest is suspended.
func suspendedNotice(o ledger.Occurrence, problem string) card.Markdown {
	return card.Join(" ",
		card.Markdown(fmt.Sprintf("Digest %d could not be posted to <#%s>:", o.Digest, discord.SafeID(o.Channel))),
		card.Escape(problem)+".",
		"The bot tries again at each scheduled time, and the digest resumes by itself once the channel is fixed. "+
			"/admin digest list in the server shows its state.")
}
