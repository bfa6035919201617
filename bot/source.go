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
			{Name: "id", Help: "the id of a source, as the Context button prints it", Kind: SourceEntry, Required: true},
		},
		Run: func(ctx context.Context, b *Bot, req Request) (Reply, error) {
			return b.passage(ctx, req.Asker(), req.Text("id"))
		},
	}
}

// passage shows a sentence with its neighbours.
func (b *Bot) passage(ctx context.Context, asker briefing.Asker, id string) (Reply, error) {
	p, err := b.desk.Source(ctx, asker, id)
	if err != nil {
		return Reply{}, err
	}
	if p == nil {
		return Reply{Title: title("No source has the id ", id, ""), Lead: []markdown{"It may belong to an article that was removed."}}, nil
	}
	return Reply{
		Title: title("", p.Source.Title, ""),
		Items: []Item{{Text: lines(
			neighbour(p.Before),
			"> **"+escape(cut(plain(p.Sentence), itemText/2))+"**",
			neighbour(p.After),
			"-# "+sourceLine(p.Source),
			"-# Source id: "+escape(id),
		)}},
		Share: true,
	}, nil
}

func neighbour(sentence string) markdown {
	if sentence == "" {
		return ""
	}
	return "> " + escape(cut(plain(sentence), itemText/4))
}
