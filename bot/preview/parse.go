package preview

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/bot/loopback"
)

// A typed command is a line split into its path and its options.
type typed struct {
	path    string                      // "admin digest add"
	options []loopback.OptionDefinition // of the path, or subcommands still to choose from
	parts   []part
}

// A part is an option with its value.
type part struct {
	name  string
	text  string
	start int  // where the value begins, in bytes of the line
	bare  bool // the option's name was left out
}

func (t typed) incomplete() bool { return nests(t.options) }

// parse reads a command line by the definitions the bot has registered.
func (p *prompt) parse(text string) (typed, error) {
	name, at := word(text, 0)
	t, err := p.typedCommand(name)
	if err != nil {
		return typed{}, err
	}
	for t.incomplete() {
		sub, after := word(text, at)
		if sub == "" {
			return t, nil
		}
		if !t.enter(sub) {
			return t, fmt.Errorf("there is no /%s %s; type /%s to list its subcommands", t.path, sub, t.path)
		}
		at = after
	}
	t.parts = split(text, at, t.options)
	if len(t.parts) > 0 && t.parts[0].name == "" {
		return t, fmt.Errorf("/%s takes no options; type only /%s", t.path, t.path)
	}
	return t, nil
}

// typedCommand begins with a command's name.
func (p *prompt) typedCommand(name string) (typed, error) {
	for _, d := range p.commands(loopback.SlashCommand) {
		if d.Name == name {
			return typed{path: name, options: d.Options}, nil
		}
	}
	return typed{}, fmt.Errorf("there is no command /%s; type / to list the commands", name)
}

// enter goes down into a subcommand or group, and reports whether there is one.
func (t *typed) enter(sub string) bool {
	o := loopback.OptionNamed(t.options, sub)
	if o != nil {
		t.path, t.options = t.path+" "+sub, o.Options
	}
	return o != nil
}

func nests(options []loopback.OptionDefinition) bool { return len(options) > 0 && options[0].Nests() }

// word is the word at or after from, and where it ends.
func word(text string, from int) (string, int) {
	rest := strings.TrimLeft(text[from:], " ")
	found, _, _ := strings.Cut(rest, " ")
	return found, len(text) - len(rest) + len(found)
}

// split splits text, from the end of a word on, into options: "name:value", where a value runs up to the next " name:"
// of an option not given yet. Words before the first option are the value of the first option that is not named.
func split(text string, from int, options []loopback.OptionDefinition) []part {
	var parts []part
	for _, o := range options {
		if at := strings.Index(" "+text[from:], " "+o.Name+":"); at >= 0 {
			parts = append(parts, part{name: o.Name, start: from + at + len(o.Name) + 1})
		}
	}
	slices.SortFunc(parts, func(a, b part) int { return a.start - b.start })
	end := len(text) // of the value before an option
	for i, p := range slices.Backward(parts) {
		parts[i].text = strings.TrimSpace(text[p.start:end])
		end = p.start - len(p.name) - 1
	}
	words := part{text: strings.TrimSpace(text[from:end]), start: from, bare: true}
	if words.text == "" {
		return parts
	}
	if free := left(options, parts); len(free) > 0 {
		words.name = free[0].Name
	}
	return slices.Insert(parts, 0, words)
}

// left are the options that no part gives by name.
func left(options []loopback.OptionDefinition, parts []part) []loopback.OptionDefinition {
	return slices.DeleteFunc(slices.Clone(options), func(o loopback.OptionDefinition) bool {
		return slices.ContainsFunc(parts, func(p part) bool { return p.name == o.Name && !p.bare })
	})
}
