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
			{Name: "about", Help: "words the events must be about"},
		},
		Run: runHappened,
	}
}

func runHappened(ctx context.Context, s Services, req Request) (card.Reply, error) {
	q := briefing.HappenedQuestion{Asker: req.Asker(), On: req.Text("on"), About: req.Text("about")}
	answer, err := s.Desk.Happened(ctx, q)
	if err != nil {
		return card.Reply{}, err
	}
	r := card.RenderHappened(q.About, answer)
	if len(answer.Events) > 0 || q.About == "" {
		return r, nil
	}
	wider := q
	wider.About = ""
	switch all, err := s.Desk.Happened(ctx, wider); {
	case err != nil:
		return card.Reply{}, err
	case len(all.Events) > 0:
		r.Suggestions = append([]card.Suggestion{card.SuggestOnly("All that happened then", "happened", "on", q.On)}, r.Suggestions...)
	}
	return r, nil
}
