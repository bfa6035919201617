package bot

import (
	"context"

	"rapporteur/briefing"
)

func source() Command {
	return Command{
		Name: "source",
		Help: "Show again where words stand, with the sentences round them",
		Options: []Option{
			{Name: "id", Help: "the id of a source, as the Context button prints it", Required: true},
		},
		Run: func(ctx context.Context, s Services, req Request) (Reply, error) {
			return s.passage(ctx, req.Asker(), req.Text("id"))
		},
	}
}

// passage shows a sentence with its neighbours.
func (s Services) passage(ctx context.Context, asker briefing.Asker, id string) (Reply, error) {
	a, err := s.Desk.Source(ctx, briefing.SourceQuestion{Asker: asker, ID: id})
	if err != nil {
		return Reply{}, err
	}
	if !a.Found {
		return Reply{
			Title: title("No source has the id ", id, ""),
			Lead:  []markdown{"It may belong to an article that was removed."},
			Foot:  coverage(a.Coverage),
		}, nil
	}
	return Reply{
		Title: heading(a.Source.Title),
		Items: []Item{{Text: lines(
			neighbour(a.Before),
			"> **"+clip(a.Sentence, quoteText)+"**",
			neighbour(a.After),
			"-# "+sourceLine(a.Source),
			dayKnownBy(a.Dated),
			"-# Source id: "+escape(id),
		)}},
		Foot:  coverage(a.Coverage),
		Share: true,
	}, nil
}
