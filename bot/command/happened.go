package command

import (
	"context"

	"rapporteur/bot/card"
	"rapporteur/briefing"
)

func happened() Command {
	return Command{
		Name: "happened",
		Help: "What happened on a day, in a month or in a year?",
		Options: []Option{
			{Name: "on", Help: "a day, month or year: 2026-03-14, last friday, march 2026", Kind: Date, Required: true},
			{Name: "about", Help: "only events about these words"},
		},
		Run: runHappened,
	}
}

func runHappened(ctx context.Context, s Services, req Request) (card.Reply, error) {
	q := briefing.HappenedQuestion{Asker: req.Asker(), On: req.Text("on"), About: req.Text("about")}
	a, err := s.Desk.Happened(ctx, q)
	if err != nil {
		return card.Reply{}, err
	}
	r := card.RenderHappened(q.About, a)
	if len(a.Events) > 0 || q.About == "" {
		return r, nil
	}
	q.About = ""
	all, err := s.Desk.Happened(ctx, q)
	if err != nil {
		return card.Reply{}, err
	}
	if len(all.Events) > 0 {
		wider := card.SuggestOnly("All events for that date", "happened", "on", q.On)
		r.Suggestions = append([]card.Suggestion{wider}, r.Suggestions...)
	}
	return r, nil
}
