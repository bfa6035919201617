package command

import (
	"fmt"
	"strings"
)

// Commands returns the command table in the order /help lists it.
func Commands() []Command {
	return []Command{
		who(),
		said(),
		happened(),
		ask(),
		brief(),
		timeline(),
		source(),
		help(),
		whoSaidThis(),
		adminDigestAdd(),
		adminDigestList(),
		adminDigestEdit(),
		adminDigestRemove(),
		adminDigestRun(),
		adminDigestPreview(),
		adminDigestPause(),
		adminDigestResume(),
		adminTimezone(),
		adminCheck(),
	}
}

// CommandTable is the command table as Markdown, for the README.
func CommandTable() string {
	var b strings.Builder
	b.WriteString("| Command | What it does | Who may |\n|---|---|---|\n")
	for _, c := range Commands() {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", c.usage(), c.Help, c.Access)
	}
	return b.String()
}

// usage is the command as a member types it, what may be left out in brackets.
func (c Command) usage() string {
	if c.OnMessage {
		return c.Name
	}
	words := []string{"/" + c.Name}
	for _, o := range c.Options {
		if o.Required {
			words = append(words, o.Name+":")
		} else {
			words = append(words, "["+o.Name+":]")
		}
	}
	return strings.Join(words, " ")
}

// String is the level of access in words.
func (a Access) String() string {
	if a == Moderators {
		return "moderators"
	}
	return "everyone"
}

// find returns the row of that name; nil when there is none.
func FindCommand(table []Command, name string) *Command {
	for i := range table {
		if table[i].Name == name {
			return &table[i]
		}
	}
	return nil
}
