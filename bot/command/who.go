package command

import (
	"context"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/briefing"
)

func who() Command {
	return Command{
		Name: "who", Help: "Who said this?",
		Options: []Option{{Name: "said", Help: "the words, as best you remember them", Required: true}},
		Run: func(ctx context.Context, s Services, req Request) (card.Reply, error) {
			return findSpeaker(ctx, s, req, req.Text("said"))
		},
	}
}

func whoSaidThis() Command {
	return Command{
		Name: "Who said this?", Help: "In a message's menu: find who said its words", OnMessage: true,
		Run: func(ctx context.Context, s Services, req Request) (card.Reply, error) {
			if discord.PlainText(req.Message) == "" {
				return card.Reply{}, mistake("That message has no text. Type the words after /who.")
			}
			return findSpeaker(ctx, s, req, req.Message)
		},
	}
}

func findSpeaker(ctx context.Context, s Services, req Request, phrase string) (card.Reply, error) {
	a, err := s.Desk.Who(ctx, briefing.WhoQuestion{Asker: req.Asker(), Phrase: phrase})
	return card.RenderWho(a), err
}
