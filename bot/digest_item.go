package bot

import (
	"cmp"
	"fmt"
	"rapporteur/briefing/digest"
	"strings"
	"time"
)

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
