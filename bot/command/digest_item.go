package command

import (
	"cmp"
	"fmt"
	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/briefing/digest"
	"strings"
	"time"
)

// digestItem shows a digest: its rule, zone, next runs and last delivery.
func digestItem(d digest.Digest, now time.Time) card.Item {
	head := digestPlace(d) + card.Escape(d.When(now))
	if d.About != "" {
		head += card.Quoted(", about ", d.About, "")
	}
	state := card.Markdown("Next: " + moments(d.Next(now)))
	change := card.Button{Label: "Pause", Verb: card.VerbDigestPause, Arg: d.Name()}
	if d.Paused {
		state = "**Paused**"
		change = card.Button{Label: "Resume", Verb: card.VerbDigestResume, Arg: d.Name()}
	}
	last := card.Markdown("Last delivered: never")
	if at := d.LastSent(); !at.IsZero() {
		last = card.Markdown("Last delivered: " + moments([]time.Time{at}))
	}
	if d.Skipped > 0 {
		last = card.Join(" · ", last, card.Markdown(card.Count(d.Skipped, "late run")+" skipped"))
	}
	var trouble card.Markdown
	if d.Suspended != "" {
		trouble = "**Not delivered at present:** " + card.Escape(d.Suspended)
	}
	return card.Item{
		Text: card.Lines(head, "Tells "+KindName(d.Kind), "Time zone: "+card.Escape(d.Rule.Zone), state, last, trouble),
		Buttons: []card.Button{
			{Label: "Preview", Verb: card.VerbDigestPreview, Arg: d.Name()},
			{Label: "Run now", Verb: card.VerbDigestRun, Arg: d.Name()},
			change,
		},
	}
}

// digestPlace begins a line about a digest: its name, and where it is posted.
func digestPlace(d digest.Digest) card.Markdown {
	return "**" + card.Escape(d.Name()) + "** in <#" + card.Markdown(discord.SafeID(d.Channel)) + ">: "
}

// kindName is what a digest of a kind tells, in words.
func KindName(kind digest.Kind) card.Markdown {
	for _, c := range digestKinds() {
		if c.Value == string(cmp.Or(kind, digest.KindNew)) {
			return card.Escape(c.Name)
		}
	}
	return card.Escape(string(kind))
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
