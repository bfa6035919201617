package command

import (
	"context"
	"errors"

	"rapporteur/bot/card"
	"rapporteur/briefing"
)

func ask() Command {
	return Command{
		Name: "ask", Help: "Ask in plain words: who said this, what did they say, what happened", Run: runAsk,
		Options: []Option{
			{Name: "question", Help: "such as: what did the minister say about the dam last week?", Required: true},
		},
	}
}

func runAsk(ctx context.Context, s Services, req Request) (card.Reply, error) {
	question := req.Text("question")
	a, err := s.Desk.Ask(ctx, briefing.AskQuestion{Asker: req.Asker(), Text: question})
	var bad *briefing.InputError
	switch {
	case errors.As(err, &bad): // its option belongs to another command, which the member did not type
		return card.Reply{}, &briefing.InputError{Option: "question", Problem: bad.Problem}
	case err != nil:
		return card.Reply{}, err
	}
	r := card.RenderAsk(a)
	r.Lead = append([]card.Markdown{card.Quoted("-# Asked: ", question, "")}, r.Lead...)
	return r, nil
}
