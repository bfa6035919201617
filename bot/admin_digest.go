package bot

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"rapporteur/briefing/digest"
)

func adminDigestAdd() Command {
	return Command{
		Name:   "admin digest add",
		Help:   "Post a digest to a channel on schedule",
		Access: Moderators,
		Options: []Option{
			{Name: "channel", Help: "where it is posted", Kind: Channel, Required: true},
			{Name: "at", Help: "the local time, such as 09:00 or weekdays 9am, or a cron line", Required: true},
			{Name: "days", Help: "daily, weekdays, or days such as mon,thu; left out, daily", Kind: DigestDays},
			{Name: "timezone", Help: "an IANA name; left out, the server's", Kind: Zone},
			{Name: "about", Help: "words the news must be about"},
			{Name: "kind", Help: "what it tells; left out, what is new since the last one", Kind: DigestKind},
			{Name: "start", Help: "for a replay: the first day", Kind: Date},
			{Name: "items", Help: "at most so many items, up to 50; left out, as many as fit", Kind: Number},
			{Name: "quiet", Help: "say so in one line when there is no news, instead of posting nothing", Kind: Flag},
			{Name: "picture", Help: "with a picture of stories a day", Kind: Flag},
			{Name: "thread", Help: "put what does not fit one message into a thread", Kind: Flag},
		},
		Run: runDigestAdd,
	}
}

func adminDigestEdit() Command {
	c := adminDigestAdd()
	c.Name, c.Help, c.Run = "admin digest edit", "Change a digest; what is left out stays as it is", runDigestEdit
	edited := []Option{digestOption()}
	for _, o := range c.Options {
		o.Required = false
		edited = append(edited, o)
	}
	c.Options = edited
	return c
}

func digestOption() Option {
	return Option{Name: "digest", Help: "which digest, as /admin digest list names it", Kind: DigestName, Required: true}
}

func adminDigestList() Command {
	return Command{Name: "admin digest list", Help: "The digests of this server, with their next runs", Access: Moderators, Run: runDigestList}
}

func adminDigestRemove() Command {
	return onDigest("remove", "Stop a digest for good", removeDigest)
}

func adminDigestRun() Command {
	return onDigest("run", "Post a digest now, besides its schedule", runDigest)
}

func adminDigestPreview() Command {
	return onDigest("preview", "See what a digest would say now; nothing is posted", previewDigest)
}

func adminDigestPause() Command {
	return onDigest("pause", "Stop a digest until it is resumed", pauseDigest)
}

func adminDigestResume() Command {
	return onDigest("resume", "Let a paused digest run again", resumeDigest)
}

// A digestDeed does something to one digest of the guild.
type digestDeed func(ctx context.Context, b *Bot, req Request, id string) (Reply, error)

// onDigest is a subcommand about one digest.
func onDigest(name, help string, do digestDeed) Command {
	return Command{
		Name:    "admin digest " + name,
		Help:    help,
		Access:  Moderators,
		Options: []Option{digestOption()},
		Run: func(ctx context.Context, b *Bot, req Request) (Reply, error) {
			if err := b.needDigests(); err != nil {
				return Reply{}, err
			}
			return do(ctx, b, req, req.Text("digest"))
		},
	}
}

// pressDigest is a button about one digest.
func pressDigest(do digestDeed) func(context.Context, *Bot, Press) (Outcome, error) {
	return func(ctx context.Context, b *Bot, p Press) (Outcome, error) {
		if err := b.needDigests(); err != nil {
			return Outcome{}, err
		}
		reply, err := do(ctx, b, p.Request, p.Arg)
		return Outcome{Reply: reply}, err
	}
}

func runDigestAdd(ctx context.Context, b *Bot, req Request) (Reply, error) {
	if err := b.needDigests(); err != nil {
		return Reply{}, err
	}
	d, err := b.admin.Save(ctx, req.Guild, req.User, "", func(d *digest.Digest) error { return typedDigest(req, d) })
	if err != nil {
		return Reply{}, err
	}
	return Reply{Title: "The digest is set up", Items: []Item{digestItem(d, b.now())}}, nil
}

func runDigestEdit(ctx context.Context, b *Bot, req Request) (Reply, error) {
	if err := b.needDigests(); err != nil {
		return Reply{}, err
	}
	id := cmp.Or(req.Text("digest"), "0") // "" would add one
	d, err := b.admin.Save(ctx, req.Guild, req.User, id, func(d *digest.Digest) error { return typedDigest(req, d) })
	if err != nil {
		return Reply{}, err
	}
	return Reply{Title: "The digest is changed", Items: []Item{digestItem(d, b.now())}}, nil
}

// typedDigest changes d as the moderator typed.
func typedDigest(req Request, d *digest.Digest) error {
	for _, o := range []struct {
		name  string
		field *string
	}{{"channel", &d.Channel}, {"about", &d.About}, {"kind", (*string)(&d.Kind)}, {"start", &d.Start}} {
		if typed := req.Text(o.name); typed != "" {
			*o.field = typed
		}
	}
	for _, o := range []struct {
		name  string
		field *bool
	}{{"quiet", &d.Quiet}, {"picture", &d.Picture}, {"thread", &d.Thread}} {
		if typed := req.Text(o.name); typed != "" {
			*o.field = typed == "true"
		}
	}
	if req.Text("items") != "" {
		d.Items = req.Number("items")
	}
	if digits(d.Channel) == "0" {
		d.Channel = "" // which is refused
	}
	return d.Reschedule(req.Text("at"), req.Text("days"), req.Text("timezone"))
}

// digests are those of the guild.
func (b *Bot) digests(ctx context.Context, guild string) ([]digest.Digest, error) {
	if err := b.needDigests(); err != nil {
		return nil, err
	}
	all, err := b.admin.List(ctx, guild)
	if err != nil {
		return nil, fmt.Errorf("list the guild's digests: %w", err)
	}
	return all, nil
}

// digest finds one digest of the guild.
func (b *Bot) digest(ctx context.Context, guild, id string) (digest.Digest, error) {
	all, err := b.digests(ctx, guild)
	if err != nil {
		return digest.Digest{}, err
	}
	return digest.Find(all, id)
}

func runDigestList(ctx context.Context, b *Bot, req Request) (Reply, error) {
	all, err := b.digests(ctx, req.Guild)
	if err != nil {
		return Reply{}, err
	}
	r := Reply{Title: markdown(fmt.Sprintf("Digests of this server: %d", len(all)))}
	if len(all) == 0 {
		r.Lead = []markdown{"None yet. /admin digest add sets one up."}
	}
	for _, d := range all {
		r.Items = append(r.Items, digestItem(d, b.now()))
	}
	return r, nil
}

// digestItem shows a digest: its rule, zone, next runs and last delivery.
func digestItem(d digest.Digest, now time.Time) Item {
	head := digestPlace(d) + escape(d.When(now))
	if d.About != "" {
		head += title(", about ", d.About, "")
	}
	state := markdown("Next: " + moments(d.Next(now)))
	change := Button{Label: "Pause", Verb: verbDigestPause, Arg: d.Name()}
	if d.Paused {
		state = "**Paused**"
		change = Button{Label: "Resume", Verb: verbDigestResume, Arg: d.Name()}
	}
	last := markdown("Last delivered: never")
	if at := d.LastSent(); !at.IsZero() {
		last = markdown("Last delivered: " + moments([]time.Time{at}))
	}
	if d.Skipped > 0 {
		last = join(" · ", last, markdown(count(d.Skipped, "late run")+" skipped"))
	}
	var trouble markdown
	if d.Suspended != "" {
		trouble = "**Not delivered at present:** " + escape(d.Suspended)
	}
	return Item{
		Text: lines(head, "Tells "+kindName(d.Kind), "Time zone: "+escape(d.Rule.Zone), state, last, trouble),
		Buttons: []Button{
			{Label: "Preview", Verb: verbDigestPreview, Arg: d.Name()},
			{Label: "Run now", Verb: verbDigestRun, Arg: d.Name()},
			change,
		},
	}
}

// digestPlace begins a line about a digest: its name, and where it is posted.
func digestPlace(d digest.Digest) markdown {
	return "**" + escape(d.Name()) + "** in <#" + markdown(digits(d.Channel)) + ">: "
}

// kindName is what a digest of a kind tells, in words.
func kindName(kind digest.Kind) markdown {
	for _, c := range digestKinds() {
		if c.Value == string(cmp.Or(kind, digest.KindNew)) {
			return escape(c.Name)
		}
	}
	return escape(string(kind))
}

// moments writes instants so that each reader sees them in their own zone.
func moments(all []time.Time) string {
	var out []string
	for _, t := range all {
		out = append(out, fmt.Sprintf("<t:%d:f>", t.Unix()))
	}
	if len(out) == 0 {
		return "none"
	}
	return strings.Join(out, ", ")
}
