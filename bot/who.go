package bot

import (
	"context"

	"rapporteur/briefing"
)

func who() Command {
	return Command{
		Name: "who",
		Help: "Who said this?",
		Options: []Option{
			{Name: "said", Help: "the words, as well as you remember them", Required: true},
		},
		Run: func(ctx context.Context, b *Bot, req Request) (Reply, error) {
			return askWho(ctx, b, req, req.Text("said"))
		},
	}
}

func whoSaidThis() Command {
	return Command{
		Name:      "Who said this?",
		Help:      "In the menu of a message: who said the words of this message?",
		OnMessage: true,
		Run: func(ctx context.Context, b *Bot, req Request) (Reply, error) {
			if plain(req.Message) == "" {
				return Reply{}, &briefing.InputError{Problem: "That message has no words to look up. Try /who with the words themselves."}
			}
			return askWho(ctx, b, req, req.Message)
		},
	}
}

func askWho(ctx context.Context, b *Bot, req Request, phrase string) (Reply, error) {
	answer, err := b.desk.Who(ctx, briefing.WhoQuestion{Asker: req.Asker(), Phrase: phrase})
	if err != nil {
		return Reply{}, err
	}
	return renderWho(answer), nil
}

func renderWho(a briefing.WhoAnswer) Reply {
	r := Reply{Title: title("Who said ", a.Phrase, "?"), Foot: coverage(a.Coverage), Share: len(a.Answers) > 0}
	if len(a.Answers) == 0 && a.Coverage.Articles > 0 {
		r.Lead = []markdown{
			"No article here tells of anybody saying that.", hints(a.DidYouMean),
			"Half a sentence is enough, best with its rarest words. " + slash("said") + " lists all that one person said.",
		}
		r.Try = tryWords("who", "said", a.DidYouMean)
	}
	for _, s := range a.Answers {
		r.Items = append(r.Items, statementItem(s))
	}
	return r
}
