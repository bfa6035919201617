package bot

import (
	"context"
	"maps"
	"strings"

	"rapporteur/briefing"
)

// aloneMark begins the custom_id's argument of a question that stands alone; no command
// has a name with it.
const aloneMark = "="

// arg is a question as a custom_id carries it.
func (t Try) arg() string {
	arg := t.Command + "|" + t.Option + "|" + t.Value
	if t.Alone {
		return aloneMark + arg
	}
	return arg
}

// tryOther puts the question that a button offers, with what else the member asked for
// kept where it is the same command.
func tryOther(ctx context.Context, b *Bot, p Press) (Outcome, error) {
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
	reply, err := b.again(ctx, req)
	return Outcome{Reply: reply, Asked: &req, Update: p.Mine}, err
}

// tryAll offers the same question without what narrowed it: one option is kept.
func tryAll(label, command, option, value string) Try {
	return Try{Label: label, Command: command, Option: option, Value: value, Alone: true}
}

// tryDays offers days that have news.
func tryDays(near []briefing.NearDay) []Try {
	var all []Try
	for _, n := range near {
		label := n.Day.Time().Format("Mon 2 Jan 2006") + " (" + count(n.Events, "event") + ")"
		all = append(all, Try{Label: label, Command: "happened", Option: "on", Value: n.Day.String()})
	}
	return all
}

// tryWords offers phrases or names that exist.
func tryWords(command, option string, words []string) []Try {
	var all []Try
	for _, w := range words {
		all = append(all, Try{Label: plain(w), Command: command, Option: option, Value: w})
	}
	return all
}
