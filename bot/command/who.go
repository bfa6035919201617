package command

import (
	"context"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/briefing"
)

func who() Command {
	return Command{
		Name: "who",
		Help: "Who said this?",
		Options: []Option{
			{Name: "said", Help: "the words, as well as you remember them", Required: true},
		},
		Run: func(ctx context.Context, s Services, req Request) (card.Reply, error) {
			return askWho(ctx, s, req, req.Text("said"))
		},
	}
}

func whoSaidThis() Command {
	return Command{
		Name:      "Who said this?",
		Help:      "In the menu of a message: who said the words of this message?",
		OnMessage: true,
		Run: func(ctx context.Context, s Services, req Request) (card.Reply, error) {
			if discord.PlainText(req.Message) == "" {
				return card.Reply{}, &briefing.InputError{Problem: "That message has no words to look up. Try /who with the words themselves."}
			}
			return askWho(ctx, s, req, req.Message)
		},
	}
}

func askWho(ctx context.Context, s Services, req Request, phrase string) (card.Reply, error) {
	answer, err := s.Desk.Who(ctx, briefing.WhoQuestion{Asker: req.Asker(), Phrase: phrase})
	if err != nil {
		return card.Reply{}, err
	}
	return card.RenderWho(answer), nil
}
