package preview

import (
	"context"
	"slices"
	"strings"
	"time"

	"rapporteur/bot/loopback"
)

// suggestLimit is how long TAB waits for the bot.
const suggestLimit = 3 * time.Second

// complete continues a line: with the one way it can go on, or as far as all of
// them agree. shown lists them when there are several.
func (p *prompt) complete(ctx context.Context, line string) (longer, shown string) {
	if !strings.HasPrefix(line, "/") {
		return line, ""
	}
	ctx, cancel := context.WithTimeout(ctx, suggestLimit)
	defer cancel()
	from, ways := p.ways(ctx, line[1:])
	from++
	typed := line[from:]
	switch len(ways) {
	case 0:
		return line, ""
	case 1:
		return line[:from] + ways[0], ""
	}
	if common := commonPrefix(ways); len(common) > len(typed) && strings.HasPrefix(fold(common), fold(typed)) {
		return line[:from] + common, ""
	}
	return line, strings.TrimSpace(strings.Join(ways, "\n"))
}

// ways are the texts that can stand from a byte of the line on, the line given
// without its slash.
func (p *prompt) ways(ctx context.Context, text string) (from int, ways []string) {
	name, at := word(text, 0)
	if at == len(text) {
		for _, d := range p.slash() {
			if strings.HasPrefix(d.Name, name) {
				ways = append(ways, d.Name+" ")
			}
		}
		return 0, ways
	}
	d, err := p.defined(name)
	if err != nil {
		return len(text), nil
	}
	path, options := name, d.Options
	for nests(options) {
		sub, after := word(text, at)
		i := slices.IndexFunc(options, func(o loopback.OptionDef) bool { return o.Name == sub })
		if i < 0 || after == len(text) {
			return after - len(sub), named(options, sub, " ")
		}
		path, options, at = path+" "+sub, options[i].Options, after
	}
	return p.optionWays(ctx, typed{path: path, options: options, parts: split(text, at, options)}, text)
}

// optionWays continues the value being typed, or names the options left.
func (p *prompt) optionWays(ctx context.Context, t typed, text string) (int, []string) {
	last := strings.LastIndexByte(text, ' ') + 1
	if len(t.parts) == 0 {
		return last, named(t.options, text[last:], ":")
	}
	typing := slices.MaxFunc(t.parts, func(a, b part) int { return a.start - b.start })
	from := typing.start
	for from < len(text) && text[from] == ' ' {
		from++
	}
	left := slices.DeleteFunc(slices.Clone(t.options), func(o loopback.OptionDef) bool {
		return slices.ContainsFunc(t.parts, func(x part) bool { return x.name == o.Name && !x.bare })
	})
	if finished := typing.text != "" && strings.HasSuffix(text, " "); finished {
		return last, named(left, "", ":")
	}
	ways := p.valueWays(ctx, t, typing)
	if len(ways) == 0 || from == last && typing.bare {
		from, ways = last, append(ways, named(left, text[last:], ":")...)
	}
	return from, ways
}

// named lists the options whose name begins with what is typed.
func named(options []loopback.OptionDef, typed, ending string) []string {
	var ways []string
	for _, o := range options {
		if strings.HasPrefix(o.Name, typed) {
			ways = append(ways, o.Name+ending)
		}
	}
	return ways
}

// valueWays are the values that fit what is typed for an option.
func (p *prompt) valueWays(ctx context.Context, t typed, typing part) []string {
	o := t.option(typing.name)
	var offered []string
	switch {
	case o.Autocomplete:
		return p.suggested(ctx, t, typing)
	case len(o.Choices) > 0:
		for _, c := range o.Choices {
			offered = append(offered, c.Name)
		}
	case o.Type == loopback.BooleanOption:
		offered = []string{"true", "false"}
	case o.Type == loopback.ChannelOption:
		for _, c := range p.server.Channels(p.guild) {
			offered = append(offered, "#"+c.Name)
		}
	}
	return slices.DeleteFunc(offered, func(s string) bool {
		return !strings.HasPrefix(fold(strings.TrimPrefix(s, "#")), fold(strings.TrimPrefix(typing.text, "#")))
	})
}

// suggested asks the bot. What it suggests shows a label and sends a value; the
// label is typed, and the value remembered.
func (p *prompt) suggested(ctx context.Context, t typed, typing part) []string {
	var values []loopback.Value
	for _, x := range t.parts {
		values = append(values, loopback.Value{Name: x.name, Value: p.valueOf(x.text)})
	}
	choices, err := p.server.Autocomplete(ctx, p.actor, t.path, typing.name, values...)
	if err != nil {
		return nil // there is nothing to suggest; the command itself will say why
	}
	var ways []string
	for _, c := range choices {
		label := strings.Join(strings.Fields(c.Name), " ")
		p.labels[label] = c.Text()
		ways = append(ways, label)
	}
	return ways
}

func commonPrefix(list []string) string {
	prefix := list[0]
	for _, s := range list[1:] {
		for !strings.HasPrefix(s, prefix) {
			prefix = prefix[:len(prefix)-1]
		}
	}
	return strings.ToValidUTF8(prefix, "")
}

func fold(s string) string { return strings.ToLower(s) }
