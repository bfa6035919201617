package courier

import (
	"context"
	"net/http"
	"time"

	"rapporteur/bot/discord"
)

// trusted is how long Discord's clock is known after it was asked, by ours: where ours
// was set anew meanwhile, or stood still while the machine slept, that shows as more
// or less than so long. It is short beside nonceWindow.
const clockTrust = 10 * time.Second

// A clock remembers when Discord's was last asked.
type clock struct {
	turn  chan struct{} // holds one while somebody asks
	asked time.Time     // by our clock
}

// theirTime is the time by Discord's clock, by which its nonces expire and its messages
// are dated. Every answer tells it; where none has come of late, anything is asked.
// Without an answer nothing can be sent safely, nor probably at all.
func (c *Courier) discordTime(ctx context.Context) (time.Time, error) {
	if d := c.silence(); d > 0 {
		return time.Time{}, &discord.APIError{Status: http.StatusTooManyRequests, Message: discord.ErrSilenced.Error(), RetryAfter: d, Cause: discord.ErrSilenced}
	}
	select {
	case c.clock.turn <- struct{}{}:
		defer func() { <-c.clock.turn }()
	case <-ctx.Done():
		return time.Time{}, ctx.Err()
	}
	now := c.Now().Round(0)
	if d := now.Sub(c.clock.asked); d < 0 || d >= clockTrust {
		if err := c.Discord.Ping(ctx); err != nil {
			return now, err
		}
		now = c.Now().Round(0)
		c.clock.asked = now
	}
	return now.Add(-c.Discord.ClockAhead()), nil
}
