package bot

import (
	"context"
	"fmt"
	"strings"
	"time"
)

func adminCheck() Command {
	return Command{
		Name:   "admin check",
		Help:   "See whether digests can be posted, and what is lacking",
		Access: Moderators,
		Run:    runCheck,
	}
}

// digestsChecked is how many digests a check looks at: each asks Discord three things.
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
	for i, d := range all {
		if i == digestsChecked {
			r.Lead = append(r.Lead, markdown("The first "+count(digestsChecked, "digest")+" are looked at."))
			break
		}
		item, well, err := b.checkDigest(ctx, d)
		if err != nil {
			return Reply{}, err
		}
		r.Items, r.Alarm = append(r.Items, item), r.Alarm || !well
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

// checkDigest says of one digest whether it can be posted.
func (b *Bot) checkDigest(ctx context.Context, d Digest) (item Item, well bool, err error) {
	var me string
	if known := b.me.Load(); known != nil {
		me = *known
	}
	place, err := b.rest.place(ctx, me, d.Channel, d.Thread)
	if err != nil {
		return Item{}, false, fmt.Errorf("look at the channel of a digest: %w", err)
	}
	head := digestPlace(d)
	switch {
	case place.Gone != "":
		return Item{Text: head + escape(place.Gone) + ". Let the bot see it, or choose another with " + slash("admin digest edit") + "."}, false, nil
	case len(place.Missing) > 0:
		return Item{Text: head + "the bot lacks **" + escape(strings.Join(place.Missing, ", ")) + "**. Allow it in the channel's settings, under Permissions."}, false, nil
	case d.Trouble != "":
		return Item{Text: head + "it can be posted now. Before, it could not: " + escape(d.Trouble)}, true, nil
	case d.Paused:
		return Item{Text: head + "paused; it can be posted."}, true, nil
	}
	return Item{Text: head + "it can be posted. Next: " + markdown(moments(d.Next))}, true, nil
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
