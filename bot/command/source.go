package command

import (
	"context"

	"rapporteur/bot/card"
	"rapporteur/briefing"
)

func source() Command {
	return Command{
		Name: "source", Help: "Show a quote in its article", Run: runSource,
		Options: []Option{{Name: "id", Help: "a source id, as shown by the Context button", Required: true}},
	}
}

// runSource shows the first source between its neighbours. Where a Context button names
// more sources, those that can be seen are listed below.
func runSource(ctx context.Context, s Services, req Request) (card.Reply, error) {
	ids := card.SourceIDs(req.Text("id"))
	first, err := s.Desk.Source(ctx, briefing.SourceQuestion{Asker: req.Asker(), ID: ids[0]})
	if err != nil {
		return card.Reply{}, err
	}
	var others []briefing.Source
	for _, id := range ids[1:min(len(ids), card.MaxHints)] {
		a, err := s.Desk.Source(ctx, briefing.SourceQuestion{Asker: req.Asker(), ID: id})
		if err != nil {
			return card.Reply{}, err
		}
		if a.Found {
			others = append(others, a.Source)
		}
	}
	return card.RenderSource(ids[0], first, others), nil
}
