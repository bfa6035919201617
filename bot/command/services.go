package command

import (
	"context"
	"log/slog"
	"time"

	"rapporteur/bot/discord"
)

// Services are what the handlers of commands and buttons need.
type Services struct {
	Desk     Desk                   // answers questions
	Digests  DigestAdmin            // what moderators set; nil: digests are turned off
	Table    []Command              // for /help, and to ask the question of a card again
	Limits   *RateLimits            // how often members and guilds may ask
	Discord  *discord.Client        // for /admin check
	Refusals *discord.RefusalBudget // how many requests of /admin check Discord may reject
	BotID    func() string          // the bot's user ID; "" until it has connected
	Log      *slog.Logger           // for operators
	Now      func() time.Time       // the program's clock
}

// Zone is the guild's time zone, UTC where none is known. A fault is only logged: an
// answer in UTC is better than none.
func (s Services) Zone(ctx context.Context, guild string) *time.Location {
	if s.Digests == nil || guild == "" {
		return time.UTC
	}
	zone, err := s.Digests.Zone(ctx, guild)
	if err != nil {
		s.Log.ErrorContext(ctx, "time zone of a guild cannot be read", "guild", guild, "err", err)
		return time.UTC
	}
	return zone
}
