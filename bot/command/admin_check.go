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
		Name:   "admin check",
		Help:   "See whether digests can be posted, and what is lacking",
		Access: Moderators,
		Run:    runCheck,
	}
}

// digestsChecked is how many digests a check looks at: each may ask Discord two things.
const DigestsChecked = 15

func runCheck(ctx context.Context, s Services, req Request) (card.Reply, error) {
	if err := s.Limits.TakeCheck(req.Guild, s.Now()); err != nil {
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
	r := card.Reply{Title: "All is well", Foot: card.Coverage(searched), Lead: []card.Markdown{
		"Time zone of this server: " + card.Escape(zone.String()) + ", where it is " + card.Escape(req.Now.In(zone).Format("15:04")) + ".",
	}}
	if len(all) > DigestsChecked {
		all = all[:DigestsChecked]
		r.Lead = append(r.Lead, card.Markdown("The first "+card.Count(DigestsChecked, "digest")+" are looked at."))
	}
	if len(all) > 0 {
		if r, err = s.checkDigests(ctx, req.Guild, all, r); err != nil {
			return card.Reply{}, err
		}
	}
	if wrong := s.clockTrouble(); wrong != "" {
		r.Lead, r.Alarm = append(r.Lead, wrong), true
	}
	switch {
	case r.Alarm:
		r.Title = "Something is amiss"
	case len(all) == 0:
		r.Title = "There is no digest to check"
		r.Lead = append(r.Lead, card.CommandMention("admin digest add")+" sets one up.")
	}
	return r, nil
}

// checkDigests adds to a reply whether each of a guild's digests can be posted. The guild
// and its channels are asked for once; only of a thread, and of what is hidden or gone,
// must Discord be asked by itself.
func (s Services) checkDigests(ctx context.Context, guild string, all []digest.Digest, r card.Reply) (card.Reply, error) {
	var ours discord.Membership
	var channels map[string]discord.ChannelInfo
	err := s.risk(guild, func() (err error) {
		if ours, err = s.Discord.Membership(ctx, s.BotID(), guild); err == nil {
			channels, err = s.Discord.Channels(ctx, guild)
		}
		return err
	})
	switch {
	case discord.IsGone(err):
		return card.Reply{}, &briefing.InputError{Problem: "The bot itself is not in this server. Invite it again, with all that it asks for."}
	case err != nil:
		return card.Reply{}, fmt.Errorf("look at the server: %w", err)
	}
	for _, d := range all {
		var unseen error
		c, known := channels[d.Channel]
		if !known {
			unseen = s.risk(guild, func() (err error) { c, err = s.Discord.Channel(ctx, d.Channel); return err })
		}
		text, well, err := checked(d, c, ours, unseen, s.Now())
		if err != nil {
			return card.Reply{}, err
		}
		r.Items, r.Alarm = append(r.Items, card.Item{Text: digestPlace(d) + text}), r.Alarm || !well
	}
	return r, nil
}

// risk does what Discord may refuse, as long as the guild has credit for that.
func (s Services) risk(guild string, do func() error) error {
	if s.Refusals.Take(guild, s.Now()) > 0 {
		return &briefing.InputError{Problem: "Discord has refused the bot much of late; ask again in a few minutes."}
	}
	err := do()
	if !discord.IsRefusal(err) {
		s.Refusals.Return(guild)
	}
	return err
}

// checked says of a digest whether it can be posted to its channel, which could not be
// seen where unseen says why.
func checked(d digest.Digest, c discord.ChannelInfo, ours discord.Membership, unseen error, now time.Time) (text card.Markdown, well bool, err error) {
	var later *briefing.InputError
	switch {
	case errors.As(unseen, &later):
		return "not looked at. " + card.Escape(later.Problem), false, nil
	case discord.IsGone(unseen):
		return discord.ChannelHidden + ". Let the bot see it, or choose another with " + card.CommandMention("admin digest edit") + ".", false, nil
	case unseen != nil:
		return "", false, fmt.Errorf("look at the channel of a digest: %w", unseen)
	}
	lacks := ours.Access(c, d.Thread).Missing
	switch {
	case len(lacks) > 0:
		return "the bot lacks **" + card.Escape(strings.Join(lacks, ", ")) + "**. Allow it in the channel's settings, under Permissions.", false, nil
	case d.Suspended != "":
		return "it can be posted now. Before, it could not: " + card.Escape(d.Suspended), true, nil
	case d.Paused:
		return "paused; it can be posted.", true, nil
	}
	return "it can be posted. Next: " + card.Markdown(moments(d.Next(now))), true, nil
}

// clockTrouble says that the clock of the bot's machine is wrong; "" when it is right.
func (s Services) clockTrouble() card.Markdown {
	ahead := s.Discord.ClockAhead().Round(time.Second)
	switch {
	case ahead > discord.ClockTolerance:
		return card.Markdown(fmt.Sprintf("The clock of the bot's machine is %s ahead: digests come too early. Its operator must set it.", ahead))
	case ahead < -discord.ClockTolerance:
		return card.Markdown(fmt.Sprintf("The clock of the bot's machine is %s behind: digests come too late. Its operator must set it.", -ahead))
	}
	return ""
}
