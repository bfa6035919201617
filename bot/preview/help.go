package preview

import (
	"fmt"
	"strings"

	"rapporteur/bot/loopback"
)

// help lists the commands from their definitions.
func (p *prompt) help() string {
	var b strings.Builder
	for _, d := range p.slash() {
		writeUsage(&b, "/"+d.Name, d.Description, d.Options)
	}
	for _, d := range p.server.Commands() {
		if d.Type == loopback.MessageCommand {
			fmt.Fprintf(&b, "who?  or  :words\n    %s, on the last message or on words of your own\n", d.Name)
		}
	}
	b.WriteString("1\n    press the button numbered [1]\n")
	b.WriteString("as NAME, in #CHANNEL\n    be somebody else, somewhere else\n")
	b.WriteString("quit\n    leave")
	return b.String()
}

// helpOn lists the subcommands a typed command leaves open.
func (p *prompt) helpOn(t typed) string {
	var b strings.Builder
	for _, o := range t.nested {
		writeUsage(&b, "/"+t.path+" "+o.Name, o.Description, o.Options)
	}
	return b.String()
}

// writeUsage writes a command with its options, or each of its subcommands.
func writeUsage(b *strings.Builder, path, description string, options []loopback.OptionDef) {
	if nests(options) {
		for _, o := range options {
			writeUsage(b, path+" "+o.Name, o.Description, o.Options)
		}
		return
	}
	b.WriteString(path)
	for _, o := range options {
		if o.Required {
			b.WriteString(" " + o.Name + ":")
		} else {
			b.WriteString(" [" + o.Name + ":]")
		}
	}
	b.WriteString("\n    " + description + "\n")
}
