package command

import (
	"context"
	"maps"
	"strings"

	"rapporteur/bot/card"
)

// tryOther puts the question that a button offers, with what else the member asked for
// kept where it is the same command.
func pressSuggestion(ctx context.Context, s Services, p ButtonPress) (Result, error) {
	arg, alone := strings.CutPrefix(p.Arg, card.OnlyMark)
	command, rest, ok := strings.Cut(arg, "|")
	option, value, ok2 := strings.Cut(rest, "|")
	if !ok || !ok2 {
		return Result{}, card.ErrForeignButton
	}
	if !p.Mine && !p.Shared {
		return Result{}, notYours()
	}
	req := p.Request
	if req.Options = map[string]string{}; req.Command == command && !alone {
		maps.Copy(req.Options, p.Options)
	}
	req.Command, req.Message, req.Options[option] = command, "", value
	reply, err := s.askAgain(ctx, req)
	return Result{Reply: reply, Asked: &req, Update: p.Mine}, err
}
