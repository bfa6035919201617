package command

import (
	"context"

	"rapporteur/bot/card"
	"rapporteur/briefing"
)

func brief() Command {
	return Command{
		Name: "brief",
		Help: "A briefing on a day, a week or a month, just for you",
		Options: []Option{
			{Name: "on", Help: "a day, week or month; default: the latest day with news", Kind: Date},
			{Name: "about", Help: "only news about these words"},
		},
		Run: runBrief,
	}
}

func runBrief(ctx context.Context, s Services, req Request) (card.Reply, error) {
	q := briefing.BriefQuestion{Asker: req.Asker(), On: req.Text("on"), About: req.Text("about")}
	a, err := s.Desk.Brief(ctx, q)
	if err != nil {
		return card.Reply{}, err
	}
	r := card.RenderBrief(q.About, a)
	if len(a.Items) > 0 || q.About == "" || q.On == "" {
		return r, nil
	}
	q.About = ""
	all, err := s.Desk.Brief(ctx, q)
	if err != nil {
		return card.Reply{}, err
	}
	if len(all.Items) > 0 {
		wider := card.SuggestOnly("All news for that date", "brief", "on", q.On)
		r.Suggestions = append([]card.Suggestion{wider}, r.Suggestions...)
	}
	return r, nil
}
