package command

import (
	"context"
	"fmt"
	"strings"

	"rapporteur/bot/card"
)

func adminTimezone() Command {
	return Command{
		Name: "admin timezone", Help: "Show or set the time zone of this server", Access: Moderators, Run: runTimezone,
		Options: []Option{{Name: "zone", Help: "an IANA name, such as Europe/Tallinn", Kind: Zone}},
	}
}

func runTimezone(ctx context.Context, s Services, req Request) (card.Reply, error) {
	if err := s.requireDigests(); err != nil {
		return card.Reply{}, err
	}
	if typed := req.Text("zone"); typed != "" {
		if err := s.Digests.SetZone(ctx, req.Guild, req.User, zoneName(typed)); err != nil {
			return card.Reply{}, err
		}
	}
	zone, err := s.Digests.Zone(ctx, req.Guild)
	if err != nil {
		return card.Reply{}, fmt.Errorf("read the guild's time zone: %w", err)
	}
	now := req.Now.In(zone)
	r := card.Reply{
		Title: "Time zone of this server: " + card.Escape(zone.String()),
		Lead: []card.Markdown{
			"It is now " + card.Escape(now.Format("Monday 2 January 2006, 15:04")) + " there.",
			"“Today” and “yesterday” in questions use this zone. So do digests without a zone of their own.",
		},
	}
	if !strings.Contains(zone.String(), "/") && zone.String() != "UTC" {
		r.Lead = append(r.Lead, "A zone like this may ignore summer time. Choose a city instead, such as America/New_York.")
	}
	return r, nil
}
