package card

import (
	"rapporteur/bot/discord"
	"rapporteur/briefing"
)

// A Try is another question to put by pressing a button: one option of a command set
// to something that is known to exist.
type Suggestion struct {
	Label   string // what the member presses
	Command string
	Option  string
	Value   string
	Only    bool // forget what else the member asked for, which otherwise is kept where it is the same command
}

// aloneMark begins the custom_id's argument of a question that stands alone; no command
// has a name with it.
const OnlyMark = "="

// arg is a question as a custom_id carries it.
func (t Suggestion) encode() string {
	arg := t.Command + "|" + t.Option + "|" + t.Value
	if t.Only {
		return OnlyMark + arg
	}
	return arg
}

// tryAll offers the same question without what narrowed it: one option is kept.
func SuggestOnly(label, command, option, value string) Suggestion {
	return Suggestion{Label: label, Command: command, Option: option, Value: value, Only: true}
}

// tryDays offers days that have news.
func suggestDays(near []briefing.NearDay) []Suggestion {
	var all []Suggestion
	for _, n := range near {
		label := n.Day.Time().Format("Mon 2 Jan 2006") + " (" + Count(n.Events, "event") + ")"
		all = append(all, Suggestion{Label: label, Command: "happened", Option: "on", Value: n.Day.String()})
	}
	return all
}

// tryWords offers phrases or names that exist.
func suggestWords(command, option string, words []string) []Suggestion {
	var all []Suggestion
	for _, w := range words {
		all = append(all, Suggestion{Label: discord.PlainText(w), Command: command, Option: option, Value: w})
	}
	return all
}
