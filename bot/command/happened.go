package command

import (
	"context"

	"rapporteur/bot/card"
	"rapporteur/briefing"
)

func happened() Command {
	return Command{
		Name: "happened", Help: "What happened on a day, in a month or in a year?", Run: runHappened,
		Options: []Option{
			{Name: "on", Help: "a day, month or year: 2026-03-14, last friday, march 2026", Kind: Date, Required: true},
			{Name: "about", Help: "only events about these words"},
		},
	}
}

func runHappened(ctx context.Context, s Services, req Request) (card.Reply, error) {
	wider := card.SuggestOnly("All events for that date", "happened", "on", req.Text("on"))
	return orWider(req.Text("about"), wider, func(about string) (card.Reply, error) {
		a, err := s.Desk.Happened(ctx, briefing.HappenedQuestion{Asker: req.Asker(), On: wider.Value, About: about})
		return card.RenderHappened(about, a), err
	})
}
