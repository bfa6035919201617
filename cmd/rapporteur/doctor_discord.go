package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"time"

	"rapporteur/bot/discord"
)

// lookAtDiscord checks the token, the clock and the channels that digests go to.
func (v *visit) lookAtDiscord() {
	var probe *discord.Diagnostics
	v.check("Discord", func() (line string, err error) {
		if v.config.Discord.Token == "" {
			return "", errors.New("no token: set DISCORD_TOKEN to the bot's token (developer portal, Bot, Reset Token)")
		}
		if probe, err = discord.NewDiagnostics(v.config.Discord.Token.Reveal(), v.config.Discord.API); err != nil {
			return "", err
		}
		if line, err = probe.Token(v.ctx); err != nil {
			probe = nil
			return "", outOfReach(err)
		}
		return line, nil
	})
	if probe == nil {
		return
	}
	v.check("invite it at", func() (string, error) { return probe.Invitation(v.ctx) })
	v.check("clock", func() (string, error) { return lookAtClock(probe.ClockAhead()) })
	for _, d := range v.digests {
		v.check(fmt.Sprintf("channel of digest %d, server %s", d.ID, d.Guild), func() (string, error) {
			return lookAtChannel(v.ctx, probe, d.Channel, d.Thread)
		})
	}
}

// outOfReach adds to a network's error what to look at.
func outOfReach(err error) error {
	var network net.Error
	if !errors.As(err, &network) {
		return err
	}
	return fmt.Errorf("%w (see that this machine reaches https://discord.com, or the address in discord.api)", err)
}

// lookAtClock judges how far this machine's clock is ahead of Discord's.
func lookAtClock(ahead time.Duration) (string, error) {
	ahead = ahead.Round(time.Second)
	switch {
	case ahead > 0:
		return "", fmt.Errorf("it is %s ahead of Discord's: set it by NTP, or digests come that much too early", ahead)
	case ahead < 0:
		return "", fmt.Errorf("it is %s behind Discord's: set it by NTP, or digests come that much too late", -ahead)
	}
	return "agrees with Discord's to two seconds", nil
}

// lookAtChannel says whether a digest can be posted to a channel.
func lookAtChannel(ctx context.Context, probe *discord.Diagnostics, channel string, threads bool) (string, error) {
	place, err := probe.Channel(ctx, channel, threads)
	switch {
	case err != nil:
		return "", outOfReach(err)
	case place.Gone != "":
		return "", fmt.Errorf("%s: invite the bot again and let it see the channel, or remove the digest with /admin digest remove", place.Gone)
	case len(place.Missing) > 0:
		return "", fmt.Errorf("in #%s of %s the bot lacks %s: allow it in the channel's settings under Permissions, or give it to the bot's role",
			place.Name, place.Guild, strings.Join(place.Missing, ", "))
	}
	return fmt.Sprintf("#%s of %s, nothing lacking", place.Name, place.Guild), nil
}
