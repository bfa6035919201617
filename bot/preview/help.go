package preview

import (
	"fmt"
	"strings"

	"rapporteur/bot/loopback"
)

// help lists the commands from their definitions.
func (p *prompt) help() string {
	var b strings.Builder
	for _, d := range p.commands(loopback.SlashCommand) {
		writeUsage(&b, "/"+d.Name, d.Description, d.Options)
	}
	for _, d := range p.commands(loopback.MessageCommand) {
		fmt.Fprintf(&b, ":We will not pay twice\n    Posts these words and uses %q on them\n", d.Name)
		fmt.Fprintf(&b, "who?\n    Uses %q on the last message\n", d.Name)
	}
	b.WriteString(`1
    Presses button [1]
as Ben
    Switches to another member; type "as" to list them
in #news
    Switches to another channel; type "in" to list them
quit
    Ends the preview`)
	return b.String()
}

// usages lists the subcommands from which a typed command has still to choose.
func usages(t typed) string {
	var b strings.Builder
	writeUsage(&b, "/"+t.path, "", t.options)
	return b.String()
}

// writeUsage writes a command with its options, or each of its subcommands.
func writeUsage(b *strings.Builder, path, description string, options []loopback.OptionDefinition) {
	if nests(options) {
		for _, o := range options {
			writeUsage(b, path+" "+o.Name, o.Description, o.Options)
		}
		return
	}
	b.WriteString(path)
	for _, o := range options {
		format := " [%s:]"
		if o.Required {
			format = " %s:"
		}
		fmt.Fprintf(b, format, o.Name)
	}
	b.WriteString("\n    " + description + "\n")
}
