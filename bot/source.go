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
		Run: func(ctx context.Context, b *Bot, req Request) (Reply, error) {
			return b.passage(ctx, req.Asker(), req.Text("id"))
		},
	}
}

// passage shows a sentence with its neighbours.
func (b *Bot) passage(ctx context.Context, asker briefing.Asker, id string) (Reply, error) {
	a, err := b.desk.Source(ctx, briefing.SourceQuestion{Asker: asker, ID: id})
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

// heading is an article's title, where it has one.
func heading(words string) markdown {
	if plain(words) == "" {
		return "An article without a title"
	}
	return "“" + clip(words, titleText) + "”"
}

// dayKnownBy says how the day of publication is known, where it is not printed.
func dayKnownBy(dated string) markdown {
	switch dated {
	case "text":
		return "-# The day of publication was worked out from the text."
	case "moderator", "flag":
		return "-# The day of publication was given by a moderator."
	case "unknown":
		return "-# The day of publication is not known."
	}
	return ""
}

func neighbour(sentence string) markdown {
	if sentence == "" {
		return ""
	}
	return "> " + clip(sentence, quoteText/3)
}
