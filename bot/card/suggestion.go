package card

import (
	"strings"

	"rapporteur/bot/discord"
	"rapporteur/briefing"
)

// A Suggestion is a button that asks another question: one option of a command set to
// something that is known to exist.
type Suggestion struct {
	Label   string
	Command string
	Option  string
	Value   string
	Only    bool // drop the options that the member typed; else the same command keeps them
}

// onlyMark begins the encoding of a suggestion with Only set; no command's name has it.
const onlyMark = "="

// encode writes a suggestion as the argument of its button.
func (s Suggestion) encode() string {
	arg := s.Command + "|" + s.Option + "|" + s.Value
	if s.Only {
		return onlyMark + arg
	}
	return arg
}

// DecodeSuggestion is the reverse, without the label; false for anything else.
func DecodeSuggestion(arg string) (Suggestion, bool) {
	arg, only := strings.CutPrefix(arg, onlyMark)
	command, rest, ok := strings.Cut(arg, "|")
	option, value, ok2 := strings.Cut(rest, "|")
	return Suggestion{Command: command, Option: option, Value: value, Only: only}, ok && ok2
}

// SuggestOnly offers a question with one option and no others.
func SuggestOnly(label, command, option, value string) Suggestion {
	return Suggestion{Label: label, Command: command, Option: option, Value: value, Only: true}
}

// suggestDays offers days that have news.
func suggestDays(near []briefing.NearDay) []Suggestion {
	var all []Suggestion
	for _, n := range near {
		label := n.Day.Time().Format("Mon 2 Jan 2006") + " (" + Count(n.Events, "event") + ")"
		all = append(all, Suggestion{Label: label, Command: "happened", Option: "on", Value: n.Day.String()})
	}
	return all
}

// suggestWords offers phrases or names that exist.
func suggestWords(command, option string, words []string) []Suggestion {
	var all []Suggestion
	for _, w := range words {
		all = append(all, Suggestion{Label: discord.PlainText(w), Command: command, Option: option, Value: w})
	}
	return all
}
