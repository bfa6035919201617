package command

import (
	"context"
	"log/slog"
	"time"

	"rapporteur/bot/discord"
	"rapporteur/briefing"
)

// Services are what the handlers of commands and buttons need.
type Services struct {
	Desk     Desk                   // answers questions
	Digests  DigestAdmin            // what moderators set; nil: digests cannot be set up here
	Table    []Command              // for /help, and for cards whose question is asked again
	Limits   *RateLimits            // how often members and guilds may ask
	Discord  *discord.Client        // for /admin check
	Refusals *discord.RefusalBudget // what /admin check may still be refused
	BotID    func() string          // the bot's user ID; "" until it has connected
	Log      *slog.Logger           // for operators
	Now      func() time.Time       // the program's clock
}

// needDigests refuses what needs digests when the operator has not set them up.
func (s Services) needDigests() error {
	if s.Digests == nil {
		return &briefing.InputError{Problem: "Digests are not set up on this installation; its operator must give it a data directory."}
	}
	return nil
}

// zoneOf is the guild's time zone, UTC where none is known. A fault is logged: a
// question is better answered in UTC than not at all.
func (s Services) Zone(ctx context.Context, guild string) *time.Location {
	if s.Digests == nil || guild == "" {
		return time.UTC
	}
	zone, err := s.Digests.Zone(ctx, guild)
	if err != nil {
		s.Log.ErrorContext(ctx, "time zone of a guild is unreadable", "guild", guild, "err", err)
		return time.UTC
	}
	return zone
}
