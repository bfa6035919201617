package command

import (
	"context"

	"rapporteur/bot/card"
	"rapporteur/briefing"
)

func brief() Command {
	return Command{
		Name: "brief", Help: "A briefing on a day, a week or a month, just for you", Run: runBrief,
		Options: []Option{
			{Name: "on", Help: "a day, week or month; default: the latest day with news", Kind: Date},
			{Name: "about", Help: "only news about these words"},
		},
	}
}

func runBrief(ctx context.Context, s Services, req Request) (card.Reply, error) {
	wider := card.SuggestOnly("All news for that date", "brief", "on", req.Text("on"))
	return orWider(req.Text("about"), wider, func(about string) (card.Reply, error) {
		a, err := s.Desk.Brief(ctx, briefing.BriefQuestion{Asker: req.Asker(), On: wider.Value, About: about})
		return card.RenderBrief(about, a), err
	})
}

// orWider answers about some words. Where nothing is found on the days asked for, it
// suggests the same days without the words, if they have anything.
func orWider(words string, wider card.Suggestion, answer func(about string) (card.Reply, error)) (card.Reply, error) {
	r, err := answer(words)
	if err != nil || len(r.Items) > 0 || words == "" || wider.Value == "" {
		return r, err
	}
	all, err := answer("")
	if len(all.Items) > 0 {
		r.Suggestions = append([]card.Suggestion{wider}, r.Suggestions...)
	}
	return r, err
}
