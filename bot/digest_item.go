package bot

import (
	"cmp"
	"fmt"
	"rapporteur/briefing/ledger"
	"strings"
	"time"
)

// digestItem shows a digest: its rule, zone, next runs and last delivery.
func digestItem(d Digest) Item {
	head := digestPlace(d) + escape(d.Rule)
	if d.About != "" {
		head += title(", about ", d.About, "")
	}
	state := markdown("Next: " + moments(d.Next))
	change := Button{Label: "Pause", Verb: verbDigestPause, Arg: d.ID}
	if d.Paused {
		state = "**Paused**"
		change = Button{Label: "Resume", Verb: verbDigestResume, Arg: d.ID}
	}
	last := markdown("Last delivered: never")
	if !d.Last.IsZero() {
		last = markdown("Last delivered: " + moments([]time.Time{d.Last}))
	}
	if d.Skipped > 0 {
		last = join(" · ", last, markdown(count(d.Skipped, "late run")+" skipped"))
	}
	var trouble markdown
	if d.Trouble != "" {
		trouble = "**Not delivered at present:** " + escape(d.Trouble)
	}
	return Item{
		Text: lines(head, "Tells "+kindName(d.Kind), "Time zone: "+escape(d.Zone), state, last, trouble),
		Buttons: []Button{
			{Label: "Preview", Verb: verbDigestPreview, Arg: d.ID},
			{Label: "Run now", Verb: verbDigestRun, Arg: d.ID},
			change,
		},
	}
}

// digestPlace begins a line about a digest: its name, and where it is posted.
func digestPlace(d Digest) markdown {
	return "**" + escape(d.ID) + "** in <#" + markdown(digits(d.Channel)) + ">: "
}

// kindName is what a digest of a kind tells, in words.
func kindName(kind string) markdown {
	for _, c := range digestKinds() {
		if c.Value == cmp.Or(kind, string(ledger.New)) {
			return escape(c.Name)
		}
	}
	return escape(kind)
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
