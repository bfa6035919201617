package card

import "rapporteur/briefing"

// RenderTimeline shows the most-reported days with one event each, and their chart unless it is empty.
func RenderTimeline(words string, a briefing.TimelineAnswer, chart briefing.Picture) Reply {
	r := Reply{Title: titleFor("Timeline", a.From, a.To, words), Foot: Coverage(a.Coverage), Share: len(a.Days) > 0}
	if len(a.Days) == 0 {
		r.Lead = []Markdown{notFound("events", a.Coverage, words, a.From, a.To)}
	}
	if len(chart.PNG) > 0 {
		r.Picture = &chart
	}
	for _, d := range a.Days {
		heading := "**" + Weekday(d.Day) + "** · " + Markdown("mentioned in "+Count(d.Sentences, "sentence"))
		text := Lines(heading, quotation(d.Event.Text), reportedBy(d.Event.Told))
		r.Items = append(r.Items, Item{Text: withSource(text, d.Event.Sources), Buttons: contextButton(d.Event.Sources)})
	}
	return r
}
