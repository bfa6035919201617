package command

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/briefing/digest"
)

// digestItem shows a digest: its rule, zone, next due times and last post.
func digestItem(d digest.Digest, now time.Time) card.Item {
	head := digestPlace(d) + card.Escape(d.When(now))
	if d.About != "" {
		head += card.Quoted(", about ", d.About, "")
	}
	state := "Next: " + timestamps(d.Next(now)...)
	change := card.Button{Label: "Pause", Verb: card.VerbDigestPause, Arg: d.Name()}
	if d.Paused {
		state = "**Paused**"
		change = card.Button{Label: "Resume", Verb: card.VerbDigestResume, Arg: d.Name()}
	}
	last := card.Markdown("Not posted yet")
	if at := d.LastSent(); !at.IsZero() {
		last = "Last posted: " + timestamps(at)
	}
	if d.Skipped > 0 {
		last += card.Markdown(" · " + card.Count(d.Skipped, "late post") + " skipped")
	}
	var trouble card.Markdown
	if d.Suspended != "" {
		trouble = "**Cannot be posted now:** " + card.Escape(d.Suspended)
	}
	return card.Item{
		Text: card.Lines(head, kindName(d.Kind), "Time zone: "+card.Escape(d.Rule.Zone), state, last, trouble),
		Buttons: []card.Button{
			{Label: "Preview", Verb: card.VerbDigestPreview, Arg: d.Name()},
			{Label: "Run now", Verb: card.VerbDigestRun, Arg: d.Name()},
			change,
		},
	}
}

// digestPlace begins a line about a digest: its name, and where it is posted.
func digestPlace(d digest.Digest) card.Markdown {
	return "**" + card.Escape(d.Name()) + "** in " + channelMention(d) + ": "
}

func channelMention(d digest.Digest) card.Markdown {
	return "<#" + card.Markdown(discord.SafeID(d.Channel)) + ">"
}

// kindName is what a digest of a kind posts, in words.
func kindName(kind digest.Kind) card.Markdown {
	for _, c := range digestKinds() {
		if c.Value == string(cmp.Or(kind, digest.KindNew)) {
			return card.Escape(c.Name)
		}
	}
	return card.Escape(string(kind))
}

// digestKinds are the kinds of digest, in words and as settings name them.
func digestKinds() []discord.Choice {
	return []discord.Choice{
		{Name: "Posts news since the last digest", Value: "new"},
		{Name: "Posts the previous day", Value: "day"},
		{Name: "Posts the previous seven days", Value: "week"},
		{Name: "Posts this day in earlier years", Value: "years"},
		{Name: "Replays an archive, one day at a time", Value: "replay"},
	}
}

// timestamps writes instants so that each reader sees them in their own zone.
func timestamps(all ...time.Time) card.Markdown {
	var out []string
	for _, t := range all {
		out = append(out, fmt.Sprintf("<t:%d:f>", t.Unix()))
	}
	return card.Markdown(cmp.Or(strings.Join(out, ", "), "none"))
}
