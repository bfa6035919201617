package bot

import (
	"context"
	"maps"
	"strings"
)

// tryOther puts the question that a button offers, with what else the member asked for
// kept where it is the same command.
func tryOther(ctx context.Context, s Services, p Press) (Outcome, error) {
	arg, alone := strings.CutPrefix(p.Arg, aloneMark)
	command, rest, ok := strings.Cut(arg, "|")
	option, value, ok2 := strings.Cut(rest, "|")
	if !ok || !ok2 {
		return Outcome{}, errNotOurs
	}
	if !p.Mine && !p.Shared {
		return Outcome{}, notYours()
	}
	req := p.Request
	if req.Options = map[string]string{}; req.Command == command && !alone {
		maps.Copy(req.Options, p.Options)
	}
	req.Command, req.Message, req.Options[option] = command, "", value
	reply, err := s.again(ctx, req)
	return Outcome{Reply: reply, Asked: &req, Update: p.Mine}, err
}
