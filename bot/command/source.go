package command

import (
	"context"

	"rapporteur/bot/card"
	"rapporteur/briefing"
)

func source() Command {
	return Command{
		Name: "source",
		Help: "Show again where words stand, with the sentences round them",
		Options: []Option{
			{Name: "id", Help: "the id of a source, as the Context button prints it", Required: true},
		},
		Run: func(ctx context.Context, s Services, req Request) (card.Reply, error) {
			return s.passage(ctx, req.Asker(), req.Text("id"))
		},
	}
}

// passage shows a sentence with its neighbours.
func (s Services) passage(ctx context.Context, asker briefing.Asker, id string) (card.Reply, error) {
	a, err := s.Desk.Source(ctx, briefing.SourceQuestion{Asker: asker, ID: id})
	if err != nil {
		return card.Reply{}, err
	}
	if !a.Found {
		return card.Reply{
			Title: card.Quoted("No source has the id ", id, ""),
			Lead:  []card.Markdown{"It may belong to an article that was removed."},
			Foot:  card.Coverage(a.Coverage),
		}, nil
	}
	return card.Reply{
		Title: card.Heading(a.Source.Title),
		Items: []card.Item{{Text: card.Lines(
			card.Neighbour(a.Before),
			"> **"+card.Clip(a.Sentence, card.QuoteText)+"**",
			card.Neighbour(a.After),
			"-# "+card.SourceLine(a.Source),
			card.DayKnownBy(a.Dated),
			"-# Source id: "+card.Escape(id),
		)}},
		Foot:  card.Coverage(a.Coverage),
		Share: true,
	}, nil
}
