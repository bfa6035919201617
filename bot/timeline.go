package bot

import (
	"context"

	"rapporteur/briefing"
)

func timeline() Command {
	return Command{
		Name: "timeline",
		Help: "The days on which most was told, one event a day, with a picture",
		Options: []Option{
			{Name: "about", Help: "words the events must be about; left out, everything"},
			{Name: "from", Help: "first day, such as 2026-03-14 or march 2026", Kind: Date},
			{Name: "to", Help: "last day", Kind: Date},
		},
		Run: runTimeline,
	}
}

func runTimeline(ctx context.Context, b *Bot, req Request) (Reply, error) {
	from, to, err := b.days(req, "from", "to")
	if err != nil {
		return Reply{}, err
	}
	q := briefing.TimelineQuestion{Asker: req.Asker(), About: req.Text("about"), From: from, To: to}
	a, err := b.desk.Timeline(ctx, q)
	if err != nil {
		return Reply{}, err
	}
	picture, err := a.Picture()
	if err != nil {
		return Reply{}, err
	}
	r := renderTimeline(q.About, a, picture)
	if narrowed := q.About != "" || !from.IsZero() || !to.IsZero(); narrowed && len(a.Days) == 0 && a.Coverage.Articles > 0 {
		r.Try = []Try{tryAll("The whole timeline", "timeline", "about", "")}
	}
	return r, nil
}

func renderTimeline(about string, a briefing.TimelineAnswer, picture briefing.Picture) Reply {
	r := Reply{Title: "Timeline", Foot: coverage(a.Coverage), Share: len(a.Days) > 0}
	if !a.From.IsZero() || !a.To.IsZero() {
		r.Title += ": " + stretch(a.From, a.To)
	}
	if about != "" {
		r.Title += title(", about ", about, "")
	}
	if len(a.Days) == 0 {
		r.Lead = []markdown{nothing(a.Coverage, about, "tell of no day in connection with that", "tell of no day then")}
	}
	if len(picture.PNG) > 0 {
		r.Picture = &picture
	}
	for _, d := range a.Days {
		r.Items = append(r.Items, Item{
			Text: withSources(lines(
				"**"+weekday(d.Day)+"** · "+markdown("told in "+count(d.Told, "sentence")),
				quotation(d.Event.Text),
				publishers(d.Event.Publishers),
			), d.Event.Sources),
			Buttons: contextButton(firstID(d.Event.Sources)),
		})
	}
	return r
}
