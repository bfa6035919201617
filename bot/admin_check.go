package bot

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

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
const digestsChecked = 15

func runCheck(ctx context.Context, b *Bot, req Request) (Reply, error) {
	if err := b.quota.takeCheck(req.Guild, b.now()); err != nil {
		return Reply{}, err
	}
	all, err := b.digests(ctx, req.Guild)
	if err != nil {
		return Reply{}, err
	}
	searched, err := b.desk.Coverage(ctx, req.Asker())
	if err != nil {
		return Reply{}, fmt.Errorf("read what is searched: %w", err)
	}
	zone := b.zoneOf(ctx, req.Guild)
	r := Reply{Title: "All is well", Foot: coverage(searched), Lead: []markdown{
		"Time zone of this server: " + escape(zone.String()) + ", where it is " + escape(req.Now.In(zone).Format("15:04")) + ".",
	}}
	if len(all) > digestsChecked {
		all = all[:digestsChecked]
		r.Lead = append(r.Lead, markdown("The first "+count(digestsChecked, "digest")+" are looked at."))
	}
	if len(all) > 0 {
		if r, err = b.checkDigests(ctx, req.Guild, all, r); err != nil {
			return Reply{}, err
		}
	}
	if wrong := b.clockTrouble(); wrong != "" {
		r.Lead, r.Alarm = append(r.Lead, wrong), true
	}
	switch {
	case r.Alarm:
		r.Title = "Something is amiss"
	case len(all) == 0:
		r.Title = "There is no digest to check"
		r.Lead = append(r.Lead, slash("admin digest add")+" sets one up.")
	}
	return r, nil
}

// checkDigests adds to a reply whether each of a guild's digests can be posted. The guild
// and its channels are asked for once; only of a thread, and of what is hidden or gone,
// must Discord be asked by itself.
func (b *Bot) checkDigests(ctx context.Context, guild string, all []digest.Digest, r Reply) (Reply, error) {
	var me string
	if known := b.me.Load(); known != nil {
		me = *known
	}
	var ours standing
	var channels map[string]channelInfo
	err := b.risk(guild, func() (err error) {
		if ours, err = b.rest.standing(ctx, me, guild); err == nil {
			channels, err = b.rest.channels(ctx, guild)
		}
		return err
	})
	switch {
	case refusedBy(err):
		return Reply{}, &briefing.InputError{Problem: "The bot itself is not in this server. Invite it again, with all that it asks for."}
	case err != nil:
		return Reply{}, fmt.Errorf("look at the server: %w", err)
	}
	for _, d := range all {
		var unseen error
		c, known := channels[d.Channel]
		if !known {
			unseen = b.risk(guild, func() (err error) { c, err = b.rest.channel(ctx, d.Channel); return err })
		}
		text, well, err := checked(d, c, ours, unseen, b.now())
		if err != nil {
			return Reply{}, err
		}
		r.Items, r.Alarm = append(r.Items, Item{Text: digestPlace(d) + text}), r.Alarm || !well
	}
	return r, nil
}

// risk does what Discord may refuse, as long as the guild has credit for that.
func (b *Bot) risk(guild string, do func() error) error {
	if b.costly.take(guild, b.now()) > 0 {
		return &briefing.InputError{Problem: "Discord has refused the bot much of late; ask again in a few minutes."}
	}
	err := do()
	if !refuses(err) {
		b.costly.spare(guild)
	}
	return err
}

// checked says of a digest whether it can be posted to its channel, which could not be
// seen where unseen says why.
func checked(d digest.Digest, c channelInfo, ours standing, unseen error, now time.Time) (text markdown, well bool, err error) {
	var later *briefing.InputError
	switch {
	case errors.As(unseen, &later):
		return "not looked at. " + escape(later.Problem), false, nil
	case refusedBy(unseen):
		return hidden + ". Let the bot see it, or choose another with " + slash("admin digest edit") + ".", false, nil
	case unseen != nil:
		return "", false, fmt.Errorf("look at the channel of a digest: %w", unseen)
	}
	lacks := ours.at(c, d.Thread).Missing
	switch {
	case len(lacks) > 0:
		return "the bot lacks **" + escape(strings.Join(lacks, ", ")) + "**. Allow it in the channel's settings, under Permissions.", false, nil
	case d.Suspended != "":
		return "it can be posted now. Before, it could not: " + escape(d.Suspended), true, nil
	case d.Paused:
		return "paused; it can be posted.", true, nil
	}
	return "it can be posted. Next: " + markdown(moments(d.Next(now))), true, nil
}

// clockTrouble says that the clock of the bot's machine is wrong; "" when it is right.
func (b *Bot) clockTrouble() markdown {
	ahead := time.Duration(b.door.skew.Load()).Round(time.Second)
	switch {
	case ahead > clockTolerance:
		return markdown(fmt.Sprintf("The clock of the bot's machine is %s ahead: digests come too early. Its operator must set it.", ahead))
	case ahead < -clockTolerance:
		return markdown(fmt.Sprintf("The clock of the bot's machine is %s behind: digests come too late. Its operator must set it.", -ahead))
	}
	return ""
}
