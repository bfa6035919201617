package command

import (
	"context"

	"rapporteur/bot/card"
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

func runTimeline(ctx context.Context, s Services, req Request) (card.Reply, error) {
	from, to, err := s.days(req, "from", "to")
	if err != nil {
		return card.Reply{}, err
	}
	q := briefing.TimelineQuestion{Asker: req.Asker(), About: req.Text("about"), From: from, To: to}
	a, err := s.Desk.Timeline(ctx, q)
	if err != nil {
		return card.Reply{}, err
	}
	picture, err := a.Picture()
	if err != nil {
		return card.Reply{}, err
	}
	r := card.RenderTimeline(q.About, a, picture)
	if narrowed := q.About != "" || !from.IsZero() || !to.IsZero(); narrowed && len(a.Days) == 0 && a.Coverage.Articles > 0 {
		r.Suggestions = []card.Suggestion{card.SuggestOnly("The whole timeline", "timeline", "about", "")}
	}
	return r, nil
}
