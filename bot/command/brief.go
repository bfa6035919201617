package command

import (
	"context"

	"rapporteur/bot/card"
	"rapporteur/briefing"
)

func brief() Command {
	return Command{
		Name: "brief",
		Help: "A digest of a day, a week or a month, for you alone",
		Options: []Option{
			{Name: "on", Help: "a day, week or month; left out, the newest day with news", Kind: Date},
			{Name: "about", Help: "words the news must be about"},
		},
		Run: runBrief,
	}
}

func runBrief(ctx context.Context, s Services, req Request) (card.Reply, error) {
	on, about := req.Text("on"), req.Text("about")
	a, err := s.Desk.Brief(ctx, briefing.BriefQuestion{Asker: req.Asker(), On: on, About: about})
	if err != nil {
		return card.Reply{}, err
	}
	r := card.RenderBrief(about, a)
	if len(a.Items) > 0 || about == "" || on == "" {
		return r, nil
	}
	switch all, err := s.Desk.Brief(ctx, briefing.BriefQuestion{Asker: req.Asker(), On: on}); {
	case err != nil:
		return card.Reply{}, err
	case len(all.Items) > 0:
		r.Suggestions = append([]card.Suggestion{card.SuggestOnly("All the news of then", "brief", "on", on)}, r.Suggestions...)
	}
	return r, nil
}
