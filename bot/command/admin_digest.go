package command

import (
	"cmp"
	"context"
	"strconv"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/briefing/digest"
)

func adminDigestAdd() Command {
	return Command{
		Name: "admin digest add", Help: "Post a digest to a channel on a schedule", Access: Moderators,
		Options: []Option{
			{Name: "channel", Help: "where to post it", Kind: Channel, Required: true},
			{Name: "at", Help: "local time, such as 09:00 or weekdays 9am, or a cron line", Required: true},
			{Name: "days", Help: "daily, weekdays, or days such as mon,thu; default: daily", Kind: DigestDays},
			{Name: "timezone", Help: "an IANA name, such as Europe/Tallinn; default: the server's", Kind: Zone},
			{Name: "about", Help: "only news about these words"},
			{Name: "kind", Help: "what it posts; default: news since the last digest", Kind: DigestKind},
			{Name: "start", Help: "first day, for a replay", Kind: Date},
			{Name: "items", Help: "the most items to post, up to 50; default: as many as fit", Kind: Number},
			{Name: "quiet", Help: "when there is no news, post one line saying so instead of nothing", Kind: Flag},
			{Name: "picture", Help: "add a chart of stories per day", Kind: Flag},
			{Name: "thread", Help: "put what does not fit in one message into a thread", Kind: Flag},
		},
		Run: func(ctx context.Context, s Services, req Request) (card.Reply, error) {
			return saveDigest(ctx, s, req, "", "Digest added", applyOptions)
		},
	}
}

func adminDigestEdit() Command {
	edited := []Option{digestOption()}
	for _, o := range adminDigestAdd().Options {
		o.Required = false
		edited = append(edited, o)
	}
	return Command{
		Name: "admin digest edit", Help: "Change a digest; options you leave out keep their values",
		Access: Moderators, Options: edited,
		Run: func(ctx context.Context, s Services, req Request) (card.Reply, error) {
			id := cmp.Or(req.Text("digest"), "0") // "" would add one
			return saveDigest(ctx, s, req, id, "Digest changed", applyOptions)
		},
	}
}

func digestOption() Option {
	return Option{Name: "digest", Help: "which digest, as shown by /admin digest list", Kind: DigestName, Required: true}
}

func adminDigestList() Command {
	return Command{
		Name: "admin digest list", Help: "List this server's digests and when each is due",
		Access: Moderators, Run: runDigestList,
	}
}

// saveDigest adds a digest, or edits the one with an ID.
func saveDigest(
	ctx context.Context, s Services, req Request, id string, title card.Markdown, edit func(Request, *digest.Digest) error,
) (card.Reply, error) {
	if err := s.requireDigests(); err != nil {
		return card.Reply{}, err
	}
	d, err := s.Digests.Save(ctx, req.Guild, req.User, id, func(d *digest.Digest) error { return edit(req, d) })
	if err != nil {
		return card.Reply{}, err
	}
	return card.Reply{Title: title, Items: []card.Item{digestItem(d, s.Now())}}, nil
}

// applyOptions changes a digest as the moderator typed; what was left out stays.
func applyOptions(req Request, d *digest.Digest) error {
	texts := map[string]*string{"channel": &d.Channel, "about": &d.About, "kind": (*string)(&d.Kind), "start": &d.Start}
	for name, field := range texts {
		*field = cmp.Or(req.Text(name), *field)
	}
	for name, field := range map[string]*bool{"quiet": &d.Quiet, "picture": &d.Picture, "thread": &d.Thread} {
		if typed := req.Text(name); typed != "" {
			*field = typed == "true"
		}
	}
	if req.Text("items") != "" {
		d.Items = req.Number("items")
	}
	if discord.SafeID(d.Channel) == "0" {
		d.Channel = "" // which is refused
	}
	return d.Reschedule(req.Text("at"), req.Text("days"), req.Text("timezone"))
}

func runDigestList(ctx context.Context, s Services, req Request) (card.Reply, error) {
	all, err := s.digests(ctx, req.Guild)
	if err != nil {
		return card.Reply{}, err
	}
	r := card.Reply{Title: card.Markdown("Digests of this server: " + strconv.Itoa(len(all)))}
	if len(all) == 0 {
		r.Lead = []card.Markdown{"None yet. " + card.CommandMention("admin digest add") + " adds one."}
	}
	for _, d := range all {
		r.Items = append(r.Items, digestItem(d, s.Now()))
	}
	return r, nil
}
