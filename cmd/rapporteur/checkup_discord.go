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

// checkDiscord checks the token, the clock and the channels that digests go to.
func (c *checkup) checkDiscord() {
	var probe *discord.Diagnostics
	c.check("Discord", func() (line string, err error) {
		if c.config.Discord.Token == "" {
			return "", errors.New("no token: " + tokenHint)
		}
		if probe, err = discord.NewDiagnostics(c.config.Discord.Token.Reveal(), c.config.Discord.API); err != nil {
			return "", err
		}
		if line, err = probe.Token(c.ctx); err != nil {
			probe = nil
			return "", explainNetwork(err)
		}
		return line, nil
	})
	if probe == nil {
		return
	}
	c.check("invite it at", func() (string, error) { return probe.Invitation(c.ctx) })
	c.check("clock", func() (string, error) { return checkClock(probe.ClockAhead()) })
	for _, d := range c.digests {
		c.check(fmt.Sprintf("channel of digest %d, server %s", d.ID, d.Guild), func() (string, error) {
			return checkChannel(c.ctx, probe, d.Channel, d.Thread)
		})
	}
}

// explainNetwork adds to a network error what to look at.
func explainNetwork(err error) error {
	if _, ok := errors.AsType[net.Error](err); !ok {
		return err
	}
	return fmt.Errorf("%w (check that this machine can reach https://discord.com, or the address in discord.api)", err)
}

// checkClock judges how far this machine's clock is ahead of Discord's.
func checkClock(ahead time.Duration) (string, error) {
	ahead = ahead.Round(time.Second)
	switch {
	case ahead > 0:
		return "", fmt.Errorf("it is %s ahead of Discord's: set it by NTP, or digests are posted that much too early", ahead)
	case ahead < 0:
		return "", fmt.Errorf("it is %s behind Discord's: set it by NTP, or digests are posted that much too late", -ahead)
	}
	return "within two seconds of Discord's", nil
}

// checkChannel reports whether a digest can be posted to a channel.
func checkChannel(ctx context.Context, probe *discord.Diagnostics, channel string, threads bool) (string, error) {
	place, err := probe.Channel(ctx, channel, threads)
	switch {
	case err != nil:
		return "", explainNetwork(err)
	case place.Unreachable != "":
		return "", fmt.Errorf("%s: invite the bot again and let it see the channel, "+
			"or remove the digest with /admin digest remove", place.Unreachable)
	case len(place.Missing) > 0:
		return "", fmt.Errorf("the bot needs %s in #%s of %s: allow it in the channel's settings under Permissions, "+
			"or give it to the bot's role", strings.Join(place.Missing, ", "), place.Name, place.Guild)
	}
	return fmt.Sprintf("#%s of %s, no permission missing", place.Name, place.Guild), nil
}
