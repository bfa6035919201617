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

// complete continues a line with the only continuation, or as far as all agree. shown lists them if there are several.
func (p *prompt) complete(ctx context.Context, line string) (longer, shown string) {
	if !strings.HasPrefix(line, "/") {
		return line, ""
	}
	ctx, cancel := context.WithTimeout(ctx, suggestLimit)
	defer cancel()
	from, texts := p.continuations(ctx, line[1:])
	from++
	typed := line[from:]
	switch len(texts) {
	case 0:
		return line, ""
	case 1:
		return line[:from] + texts[0], ""
	}
	if common := commonPrefix(texts); len(common) > len(typed) && hasPrefixFold(common, typed) {
		return line[:from] + common, ""
	}
	return line, strings.TrimSpace(strings.Join(texts, "\n"))
}

// continuations are the texts that can replace the line from a byte on; the line is given without its slash.
func (p *prompt) continuations(ctx context.Context, text string) (from int, texts []string) {
	name, at := word(text, 0)
	if at == len(text) {
		for _, d := range p.commands(loopback.SlashCommand) {
			if strings.HasPrefix(d.Name, name) {
				texts = append(texts, d.Name+" ")
			}
		}
		return 0, texts
	}
	t, err := p.typedCommand(name)
	if err != nil {
		return len(text), nil
	}
	for t.incomplete() {
		sub, after := word(text, at)
		if after == len(text) || !t.enter(sub) {
			return after - len(sub), named(t.options, sub, " ")
		}
		at = after
	}
	t.parts = split(text, at, t.options)
	return p.optionContinuations(ctx, t, text)
}

// optionContinuations continues the value being typed, or names the options left.
func (p *prompt) optionContinuations(ctx context.Context, t typed, text string) (int, []string) {
	last := strings.LastIndexByte(text, ' ') + 1
	if len(t.parts) == 0 {
		return last, named(t.options, text[last:], ":")
	}
	typing := t.parts[len(t.parts)-1]
	from := len(text) - len(strings.TrimLeft(text[typing.start:], " "))
	free := left(t.options, t.parts)
	if finished := typing.text != "" && strings.HasSuffix(text, " "); finished {
		return last, named(free, "", ":")
	}
	texts := p.valueContinuations(ctx, t, typing)
	if len(texts) == 0 || from == last && typing.bare {
		from, texts = last, append(texts, named(free, text[last:], ":")...)
	}
	return from, texts
}

// named lists the options whose name begins with what is typed.
func named(options []loopback.OptionDefinition, typed, ending string) []string {
	var texts []string
	for _, o := range options {
		if strings.HasPrefix(o.Name, typed) {
			texts = append(texts, o.Name+ending)
		}
	}
	return texts
}

// valueContinuations are the values that fit what is typed for an option.
func (p *prompt) valueContinuations(ctx context.Context, t typed, typing part) []string {
	var offered []string
	switch o := loopback.OptionNamed(t.options, typing.name); {
	case o == nil:
		return nil
	case o.Autocomplete:
		return p.suggestions(ctx, t, typing)
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
		return !hasPrefixFold(strings.TrimPrefix(s, "#"), strings.TrimPrefix(typing.text, "#"))
	})
}

// suggestions asks the bot. A suggestion shows a label and sends a value; the label is typed, and the value remembered.
func (p *prompt) suggestions(ctx context.Context, t typed, typing part) []string {
	choices, err := p.server.Autocomplete(ctx, p.actor, t.path, typing.name, p.values(t)...)
	if err != nil {
		return nil // there is nothing to suggest; the command itself will say why
	}
	var labels []string
	for _, c := range choices {
		label := strings.Join(strings.Fields(c.Name), " ")
		p.labels[label] = c.Text()
		labels = append(labels, label)
	}
	return labels
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

func hasPrefixFold(s, prefix string) bool {
	return strings.HasPrefix(strings.ToLower(s), strings.ToLower(prefix))
}
