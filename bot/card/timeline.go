package card

import "rapporteur/briefing"

func RenderTimeline(about string, a briefing.TimelineAnswer, picture briefing.Picture) Reply {
	r := Reply{Title: "Timeline", Foot: Coverage(a.Coverage), Share: len(a.Days) > 0}
	if !a.From.IsZero() || !a.To.IsZero() {
		r.Title += ": " + stretch(a.From, a.To)
	}
	if about != "" {
		r.Title += Quoted(", about ", about, "")
	}
	if len(a.Days) == 0 {
		r.Lead = []Markdown{nothing(a.Coverage, about, "tell of no day in connection with that", "tell of no day then")}
	}
	if len(picture.PNG) > 0 {
		r.Picture = &picture
	}
	for _, d := range a.Days {
		r.Items = append(r.Items, Item{
			Text: withSources(Lines(
				"**"+Weekday(d.Day)+"** · "+Markdown("told in "+Count(d.Sentences, "sentence")),
				quotation(d.Event.Text),
				publishers(d.Event.Publishers),
			), d.Event.Sources),
			Buttons: contextButton(firstID(d.Event.Sources)),
		})
	}
	return r
}
