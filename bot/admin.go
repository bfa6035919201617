package bot

import (
	"context"
	"fmt"
	"time"

	"rapporteur/briefing"
)

func adminTimezone() Command {
	return Command{
		Name:   "admin timezone",
		Help:   "Set the time zone of this server; left out, show it",
		Access: Moderators,
		Options: []Option{
			{Name: "zone", Help: "an IANA name, such as Europe/Tallinn", Kind: Zone},
		},
		Run: runTimezone,
	}
}

func runTimezone(ctx context.Context, b *Bot, req Request) (Reply, error) {
	if err := b.needBook(); err != nil {
		return Reply{}, err
	}
	if name := req.Text("zone"); name != "" {
		if err := b.book.SetZone(ctx, req.Guild, req.User, name); err != nil {
			return Reply{}, err
		}
	}
	zone, err := b.book.Zone(ctx, req.Guild)
	if err != nil {
		return Reply{}, fmt.Errorf("read the guild's time zone: %w", err)
	}
	now := req.Now.In(zone)
	return Reply{
		Title: "Time zone of this server: " + escape(zone.String()),
		Lead:  []markdown{"It is now " + escape(now.Format("Monday 2 January 2006, 15:04")) + " there. “Today” and “yesterday” in questions, and the hours of digests without a zone of their own, go by it."},
	}, nil
}

// needBook refuses what needs a book where the operator has set none up.
func (b *Bot) needBook() error {
	if b.book == nil {
		return &briefing.InputError{Problem: "Digests are not set up on this installation; its operator must give it a data directory."}
	}
	return nil
}

// zoneOf is the guild's time zone, UTC where none is known. A fault is logged: a
// question is better answered in UTC than not at all.
func (b *Bot) zoneOf(ctx context.Context, guild string) *time.Location {
	if b.book == nil || guild == "" {
		return time.UTC
	}
	zone, err := b.book.Zone(ctx, guild)
	if err != nil {
		b.log.ErrorContext(ctx, "time zone of a guild is unreadable", "guild", guild, "err", err)
		return time.UTC
	}
	return zone
}
