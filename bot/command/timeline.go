package command

import (
	"context"

	"rapporteur/bot/card"
	"rapporteur/briefing"
)

func timeline() Command {
	return Command{
		Name: "timeline", Help: "The most-reported days, one event each, with a chart", Run: runTimeline,
		Options: []Option{
			{Name: "about", Help: "only events about these words; default: all events"},
			{Name: "from", Help: "first day, such as 2026-03-14 or march 2026", Kind: Date},
			{Name: "to", Help: "last day", Kind: Date},
		},
	}
}

func runTimeline(ctx context.Context, s Services, req Request) (card.Reply, error) {
	from, to, err := s.fromTo(req)
	if err != nil {
		return card.Reply{}, err
	}
	q := briefing.TimelineQuestion{Asker: req.Asker(), About: req.Text("about"), From: from, To: to}
	a, err := s.Desk.Timeline(ctx, q)
	if err != nil {
		return card.Reply{}, err
	}
	chart, err := a.Picture()
	if err != nil {
		return card.Reply{}, err
	}
	r := card.RenderTimeline(q.About, a, chart)
	limited := q.About != "" || !from.IsZero() || !to.IsZero()
	if limited && len(a.Days) == 0 && a.Coverage.Articles > 0 {
		r.Suggestions = []card.Suggestion{card.SuggestOnly("The whole timeline", "timeline", "about", "")}
	}
	return r, nil
}
