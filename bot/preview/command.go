package preview

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rapporteur/bot/loopback"
)

// command uses a slash command as typed, without its slash.
func (p *prompt) command(ctx context.Context, text string) (string, error) {
	t, err := p.parse(text)
	if err != nil {
		return "", err
	}
	if t.incomplete() {
		return p.helpOn(t), nil
	}
	var values []loopback.Value
	for _, part := range t.parts {
		values = append(values, loopback.Value{Name: part.name, Value: p.valueOf(part.text)})
	}
	reply, err := p.server.Command(ctx, p.actor, t.path, values...)
	if err != nil {
		return "", plain(err)
	}
	return p.show(ctx, reply)
}

// valueOf is what is sent for a text: the value behind a suggestion's label, or
// the text itself.
func (p *prompt) valueOf(text string) string {
	if value, ok := p.labels[text]; ok {
		return value
	}
	return text
}

// A typed command is a line cut into its path and its options.
type typed struct {
	path    string // "admin digest add"
	options []loopback.OptionDef
	nested  []loopback.OptionDef // subcommands still to choose from
	parts   []part
}

// A part is an option with its value.
type part struct {
	name  string
	text  string
	start int  // where the value begins, in bytes of the line
	bare  bool // the option's name was left out
}

func (t typed) incomplete() bool { return len(t.nested) > 0 }

// option is the definition behind a part.
func (t typed) option(name string) loopback.OptionDef {
	i := slices.IndexFunc(t.options, func(o loopback.OptionDef) bool { return o.Name == name })
	if i < 0 {
		return loopback.OptionDef{}
	}
	return t.options[i]
}

// parse reads a command line by the definitions the bot has registered.
func (p *prompt) parse(text string) (typed, error) {
	name, at := word(text, 0)
	d, err := p.defined(name)
	if err != nil {
		return typed{}, err
	}
	t := typed{path: name, options: d.Options}
	for nests(t.options) {
		sub, after := word(text, at)
		i := slices.IndexFunc(t.options, func(o loopback.OptionDef) bool { return o.Name == sub })
		if sub != "" && i < 0 {
			return t, fmt.Errorf("there is no /%s %s", t.path, sub)
		}
		if i < 0 {
			t.nested = t.options
			return t, nil
		}
		t.path, t.options, at = t.path+" "+sub, t.options[i].Options, after
	}
	t.parts = split(text, at, t.options)
	if len(t.parts) > 0 && t.parts[0].name == "" {
		return t, fmt.Errorf("/%s takes no options", t.path)
	}
	return t, nil
}

func (p *prompt) defined(name string) (loopback.Definition, error) {
	for _, d := range p.slash() {
		if d.Name == name {
			return d, nil
		}
	}
	return loopback.Definition{}, fmt.Errorf("there is no command /%s; type / to see what there is", name)
}

// slash lists the slash commands.
func (p *prompt) slash() []loopback.Definition {
	return slices.DeleteFunc(p.server.Commands(), func(d loopback.Definition) bool { return d.Type != loopback.SlashCommand })
}

func nests(options []loopback.OptionDef) bool {
	return len(options) > 0 && (options[0].Type == loopback.SubcommandOption || options[0].Type == loopback.GroupOption)
}

// word is the word at or after from, and where it ends.
func word(text string, from int) (string, int) {
	for from < len(text) && text[from] == ' ' {
		from++
	}
	end := from
	for end < len(text) && text[end] != ' ' {
		end++
	}
	return text[from:end], end
}

// split cuts text, from a byte on, into options: "name:value", where a value runs
// up to the next " name:" of an option not given yet. Words before the first
// option are the value of the first option that is not named.
func split(text string, from int, options []loopback.OptionDef) []part {
	var parts []part
	given := map[string]bool{}
	for at := from; at < len(text); at++ {
		if at > 0 && text[at-1] != ' ' {
			continue
		}
		for _, o := range options {
			if !given[o.Name] && strings.HasPrefix(text[at:], o.Name+":") {
				given[o.Name] = true
				parts = append(parts, part{name: o.Name, start: at + len(o.Name) + 1})
			}
		}
	}
	ends := make([]int, len(parts))
	for i := range parts {
		ends[i] = len(text)
		if i > 0 {
			ends[i-1] = parts[i].start - len(parts[i].name) - 1
		}
	}
	for i := range parts {
		parts[i].text = strings.TrimSpace(text[parts[i].start:ends[i]])
	}
	bare := text[from:]
	if len(parts) > 0 {
		bare = text[from : parts[0].start-len(parts[0].name)-1]
	}
	if strings.TrimSpace(bare) == "" {
		return parts
	}
	return append([]part{{name: firstFree(options, given), text: strings.TrimSpace(bare), start: from, bare: true}}, parts...)
}

// firstFree is the first option not given by name, "" if there is none.
func firstFree(options []loopback.OptionDef, given map[string]bool) string {
	for _, o := range options {
		if !given[o.Name] {
			return o.Name
		}
	}
	return ""
}

// plain takes the outermost context off an error of the loopback: the person
// knows what was typed.
func plain(err error) error {
	for _, outcome := range []error{loopback.ErrNoAnswer, loopback.ErrOffline, loopback.ErrHidden} {
		if errors.Is(err, outcome) {
			return outcome
		}
	}
	if inner := errors.Unwrap(err); inner != nil {
		return inner
	}
	return err
}

// ask puts a message into the channel, if there is text, and uses the message
// command on it; without text on the last message.
func (p *prompt) ask(ctx context.Context, text string) (string, error) {
	i := slices.IndexFunc(p.server.Commands(), func(d loopback.Definition) bool { return d.Type == loopback.MessageCommand })
	if i < 0 {
		return "", errors.New("the bot has no message command")
	}
	if text != "" {
		m, err := p.server.Say(p.actor, text)
		if err != nil {
			return "", plain(err)
		}
		p.last, p.shown[m.ID] = m.ID, true
	}
	if p.last == "" {
		return "", errors.New("there is no message to ask about yet; type :words to say some")
	}
	reply, err := p.server.MessageCommand(ctx, p.actor, p.server.Commands()[i].Name, p.last)
	if err != nil {
		return "", plain(err)
	}
	return p.show(ctx, reply)
}

func (p *prompt) as(name string) (string, error) {
	var names []string
	for _, g := range p.server.Guilds() {
		for _, m := range g.Members {
			if g.ID != p.guild {
				continue
			}
			if strings.EqualFold(m.Name, strings.TrimPrefix(name, "@")) {
				p.actor.User = m.ID
				return "You are " + m.Name + ".", nil
			}
			names = append(names, m.Name)
		}
	}
	if name == "" {
		return "Members: " + strings.Join(names, ", "), nil
	}
	return "", fmt.Errorf("there is no member %q: there are %s", name, strings.Join(names, ", "))
}

func (p *prompt) in(name string) (string, error) {
	var names []string
	for _, c := range p.server.Channels(p.guild) {
		if strings.EqualFold(c.Name, strings.TrimPrefix(name, "#")) {
			p.actor.Channel = c.ID
			return "You are in #" + c.Name + ".", nil
		}
		names = append(names, "#"+c.Name)
	}
	if name == "" {
		return "Channels: " + strings.Join(names, ", "), nil
	}
	return "", fmt.Errorf("there is no channel %q: there are %s", name, strings.Join(names, ", "))
}
