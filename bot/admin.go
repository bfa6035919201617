package bot

import (
	"context"
	"fmt"
	"strings"
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
	if err := b.needDigests(); err != nil {
		return Reply{}, err
	}
	if typed := req.Text("zone"); typed != "" {
		if err := b.admin.SetZone(ctx, req.Guild, req.User, zoneNamed(typed)); err != nil {
			return Reply{}, err
		}
	}
	zone, err := b.admin.Zone(ctx, req.Guild)
	if err != nil {
		return Reply{}, fmt.Errorf("read the guild's time zone: %w", err)
	}
	now := req.Now.In(zone)
	r := Reply{
		Title: "Time zone of this server: " + escape(zone.String()),
		Lead:  []markdown{"It is now " + escape(now.Format("Monday 2 January 2006, 15:04")) + " there. “Today” and “yesterday” in questions, and the hours of digests without a zone of their own, go by it."},
	}
	if !strings.Contains(zone.String(), "/") && zone.String() != "UTC" {
		r.Lead = append(r.Lead, "A name like this may keep winter time all year. A city's name, such as America/New_York, follows the clocks of that city.")
	}
	return r, nil
}

// zoneNamed is the common zone that a moderator means by a name in other letters or by
// its city alone; anything else stays as it was typed.
func zoneNamed(typed string) string {
	low := strings.ReplaceAll(strings.ToLower(typed), " ", "_")
	for _, zone := range commonZones() {
		name := strings.ToLower(zone)
		if _, city, ok := strings.Cut(name, "/"); name == low || ok && city == low || strings.HasSuffix(city, "/"+low) {
			return zone
		}
	}
	return typed
}

// needDigests refuses what needs digests when the operator has not set them up.
func (b *Bot) needDigests() error {
	if b.admin == nil {
		return &briefing.InputError{Problem: "Digests are not set up on this installation; its operator must give it a data directory."}
	}
	return nil
}

// zoneOf is the guild's time zone, UTC where none is known. A fault is logged: a
// question is better answered in UTC than not at all.
func (b *Bot) zoneOf(ctx context.Context, guild string) *time.Location {
	if b.admin == nil || guild == "" {
		return time.UTC
	}
	zone, err := b.admin.Zone(ctx, guild)
	if err != nil {
		b.log.ErrorContext(ctx, "time zone of a guild is unreadable", "guild", guild, "err", err)
		return time.UTC
	}
	return zone
}
