package command

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/briefing"
	"rapporteur/briefing/digest"
)

func adminCheck() Command {
	return Command{
		Name: "admin check", Help: "Check whether digests can be posted, and what's missing",
		Access: Moderators, Run: runCheck,
	}
}

// maxChecked is how many digests one check covers: each may cost two requests to Discord.
const maxChecked = 15

func runCheck(ctx context.Context, s Services, req Request) (card.Reply, error) {
	if err := s.Limits.takeCheck(req.Guild, s.Now()); err != nil {
		return card.Reply{}, err
	}
	all, err := s.digests(ctx, req.Guild)
	if err != nil {
		return card.Reply{}, err
	}
	searched, err := s.Desk.Coverage(ctx, req.Asker())
	if err != nil {
		return card.Reply{}, fmt.Errorf("read what is searched: %w", err)
	}
	zone := s.Zone(ctx, req.Guild)
	r := card.Reply{Title: "No problems found", Foot: card.Coverage(searched), Lead: []card.Markdown{
		card.Escape(fmt.Sprintf("Time zone of this server: %s, now %s.", zone, req.Now.In(zone).Format("15:04"))),
	}}
	if len(all) > maxChecked {
		all = all[:maxChecked]
		r.Lead = append(r.Lead, card.Markdown("Only the first "+card.Count(maxChecked, "digest")+" were checked."))
	}
	if len(all) > 0 {
		if r, err = s.checkDigests(ctx, req.Guild, all, r); err != nil {
			return card.Reply{}, err
		}
	}
	if wrong := s.checkClock(); wrong != "" {
		r.Lead, r.Alarm = append(r.Lead, wrong), true
	}
	switch {
	case r.Alarm:
		r.Title = "Problems found"
	case len(all) == 0:
		r.Title = "There are no digests to check"
		r.Lead = append(r.Lead, card.CommandMention("admin digest add")+" adds one.")
	}
	return r, nil
}

// checkDigests adds to a reply whether each digest can be posted. It requests the guild's
// channels once; only threads, and channels that are hidden or gone, need a request each.
func (s Services) checkDigests(
	ctx context.Context, guild string, all []digest.Digest, r card.Reply,
) (card.Reply, error) {
	var ours discord.Membership
	var channels map[string]discord.ChannelInfo
	err := s.withinBudget(guild, func() (err error) {
		if ours, err = s.Discord.Membership(ctx, s.BotID(), guild); err == nil {
			channels, err = s.Discord.Channels(ctx, guild)
		}
		return err
	})
	switch {
	case discord.IsGone(err):
		return card.Reply{}, mistake("The bot is not in this server. Invite it again, with every permission it asks for.")
	case err != nil:
		return card.Reply{}, fmt.Errorf("check the server: %w", err)
	}
	for _, d := range all {
		var failed error
		c, known := channels[d.Channel]
		if !known {
			failed = s.withinBudget(guild, func() (err error) { c, err = s.Discord.Channel(ctx, d.Channel); return err })
		}
		text, ok, err := checkDigest(d, c, ours, failed, s.Now())
		if err != nil {
			return card.Reply{}, err
		}
		r.Items, r.Alarm = append(r.Items, card.Item{Text: digestPlace(d) + text}), r.Alarm || !ok
	}
	return r, nil
}

// withinBudget sends a request that Discord may reject, unless it has rejected too many from this guild.
func (s Services) withinBudget(guild string, send func() error) error {
	if s.Refusals.Take(guild, s.Now()) > 0 {
		return mistake("Discord is rejecting the bot's requests right now. Try again in a few minutes.")
	}
	err := send()
	if !discord.IsRefusal(err) {
		s.Refusals.Return(guild)
	}
	return err
}

// checkDigest says whether a digest can be posted to its channel. Failed is why the
// channel could not be read; nil when it could.
func checkDigest(
	d digest.Digest, c discord.ChannelInfo, ours discord.Membership, failed error, now time.Time,
) (text card.Markdown, ok bool, err error) {
	switch later, unsent := errors.AsType[*briefing.InputError](failed); {
	case unsent:
		return "not checked. " + card.Escape(later.Problem), false, nil
	case discord.IsGone(failed):
		edit := card.CommandMention("admin digest edit")
		return discord.ChannelHidden + ". Let the bot see it, or choose another with " + edit + ".", false, nil
	case failed != nil:
		return "", false, fmt.Errorf("check the channel of digest %s: %w", d.Name(), failed)
	}
	missing := ours.Access(c, d.Thread).Missing
	switch {
	case len(missing) > 0:
		names := card.Escape(strings.Join(missing, ", "))
		return "missing permissions: **" + names + "**. Allow them in the channel's settings, under Permissions.", false, nil
	case d.Suspended != "":
		return "it can be posted now. Last time it could not: " + card.Escape(d.Suspended), true, nil
	case d.Paused:
		return "paused; it can be posted.", true, nil
	}
	return "it can be posted. Next: " + timestamps(d.Next(now)...), true, nil
}

// checkClock says that the clock of the bot's machine is wrong; "" when it is right.
func (s Services) checkClock() card.Markdown {
	ahead, text := s.Discord.ClockAhead().Round(time.Second), ""
	switch {
	case ahead > discord.ClockTolerance:
		text = fmt.Sprintf("The bot's clock is %s fast, so digests are posted too early.", ahead)
	case ahead < -discord.ClockTolerance:
		text = fmt.Sprintf("The bot's clock is %s slow, so digests are posted too late.", -ahead)
	default:
		return ""
	}
	return card.Markdown(text + " Its operator must correct it.")
}
