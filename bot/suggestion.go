package bot

import "rapporteur/briefing"

// A Try is another question to put by pressing a button: one option of a command set
// to something that is known to exist.
type Try struct {
	Label   string // what the member presses
	Command string
	Option  string
	Value   string
	Alone   bool // forget what else the member asked for, which otherwise is kept where it is the same command
}

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
