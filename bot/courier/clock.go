package courier

import (
	"context"
	"time"

	"rapporteur/bot/discord"
)

// clockTrustedFor is how long an answer from Discord dates the requests that follow. It is short compared to
// discord.NonceWindow. Our clock may be changed, or stop while the machine sleeps; then the time since the answer
// appears longer or negative, and Discord is asked again.
const clockTrustedFor = 10 * time.Second

// A clock tells the time by Discord's clock, by which nonces expire and messages are dated.
type clock struct {
	client  *discord.Client
	local   func() time.Time
	asking  chan struct{} // holds one while Discord is asked
	askedAt time.Time     // by the local clock
}

// now is Discord's time. Every answer from Discord carries it; after clockTrustedFor without
// one it sends a cheap request. If that fails, nothing can be sent safely.
func (c *clock) now(ctx context.Context) (time.Time, error) {
	if d := c.client.Silence(c.local()); d > 0 {
		return time.Time{}, discord.SilencedError(d)
	}
	select {
	case c.asking <- struct{}{}:
		defer func() { <-c.asking }()
	case <-ctx.Done():
		return time.Time{}, ctx.Err()
	}
	now := c.local().Round(0)
	if d := now.Sub(c.askedAt); d < 0 || d >= clockTrustedFor {
		if err := c.client.Ping(ctx); err != nil {
			return now, err
		}
		now = c.local().Round(0)
		c.askedAt = now
	}
	return now.Add(-c.client.ClockAhead()), nil
}
