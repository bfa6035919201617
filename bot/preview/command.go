package preview

import (
	"cmp"
	"context"
	"errors"
	"fmt"
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
		return usages(t), nil
	}
	reply, err := p.server.Command(ctx, p.actor, t.path, p.values(t)...)
	return p.showOr(ctx, reply, err)
}

// values are a typed command's options as they are sent.
func (p *prompt) values(t typed) []loopback.Value {
	var values []loopback.Value
	for _, part := range t.parts {
		values = append(values, loopback.Value{Name: part.name, Value: p.valueOf(part.text)})
	}
	return values
}

// valueOf is what is sent for a text: the value behind a suggestion's label, or the text itself.
func (p *prompt) valueOf(text string) string { return cmp.Or(p.labels[text], text) }

// press presses the button of a number.
func (p *prompt) press(ctx context.Context, n int) (string, error) {
	switch {
	case len(p.buttons) == 0:
		return "", errors.New("there is no button to press in the last reply")
	case n < 1 || n > len(p.buttons):
		return "", fmt.Errorf("there is no button [%d]; the last reply has [1] to [%d]", n, len(p.buttons))
	}
	b := p.buttons[n-1]
	if b.address != "" {
		return b.label + ": " + b.address, nil
	}
	reply, err := p.server.Press(ctx, p.actor, b.message, b.customID, b.values...)
	return p.showOr(ctx, reply, err)
}

// ask posts a message, if there is text, and uses the message command on it; without text on the last message.
func (p *prompt) ask(ctx context.Context, text string) (string, error) {
	commands := p.commands(loopback.MessageCommand)
	if len(commands) == 0 {
		return "", errors.New("the bot has no message command")
	}
	if text != "" {
		m, err := p.server.Say(p.actor, text)
		if err != nil {
			return "", withoutContext(err)
		}
		p.last, p.shown[m.ID] = m.ID, true
	}
	if p.last == "" {
		return "", errors.New("there is no message yet; post one first, for example :We will not pay twice")
	}
	reply, err := p.server.MessageCommand(ctx, p.actor, commands[0].Name, p.last)
	return p.showOr(ctx, reply, err)
}

// showOr shows a reply, unless there is an error of the loopback instead.
func (p *prompt) showOr(ctx context.Context, reply loopback.Reply, err error) (string, error) {
	if err != nil {
		return "", withoutContext(err)
	}
	if reply.Modal != nil {
		return p.fillIn(ctx, reply)
	}
	return p.show(reply), nil
}

// fillIn asks for each input of a form and sends it.
func (p *prompt) fillIn(ctx context.Context, form loopback.Reply) (string, error) {
	if err := p.print(form.Modal.Title); err != nil {
		return "", err
	}
	values, label := map[string]string{}, ""
	var failed error
	loopback.WalkComponents(form.Modal.Components, func(c loopback.Component) {
		if c.Label != "" {
			label = c.Label
		}
		if c.CustomID == "" || failed != nil {
			return
		}
		fmt.Fprintf(p.out, "%s: ", label)
		line, err := p.next()
		if err != nil {
			failed = errors.New("the form was not sent: the input ended before it was filled in")
		}
		if line = strings.TrimSpace(line); line != "" {
			values[c.CustomID] = line
		}
	})
	if failed != nil {
		return "", failed
	}
	reply, err := p.server.Submit(ctx, p.actor, form, values)
	return p.showOr(ctx, reply, err)
}

// as switches to another member; without a name it lists the members.
func (p *prompt) as(name string) (string, error) {
	var members []loopback.Member
	for _, g := range p.server.Guilds() {
		if g.ID == p.guild {
			members = g.Members
		}
	}
	m, list, err := choose("member", "", name, members, func(m loopback.Member) string { return m.Name })
	if m == nil {
		return list, err
	}
	p.actor.User = m.ID
	return "You are " + m.Name + ".", nil
}

// in switches to another channel; without a name it lists the channels.
func (p *prompt) in(name string) (string, error) {
	channels := p.server.Channels(p.guild)
	c, list, err := choose("channel", "#", name, channels, func(c loopback.Channel) string { return c.Name })
	if c == nil {
		return list, err
	}
	p.actor.Channel = c.ID
	return "You are in #" + c.Name + ".", nil
}

// choose finds what has a name; without a name it lists all, each after a mark.
func choose[T any](kind, mark, name string, all []T, nameOf func(T) string) (*T, string, error) {
	var names []string
	for i, one := range all {
		if strings.EqualFold(nameOf(one), strings.TrimLeft(name, "@#")) {
			return &all[i], "", nil
		}
		names = append(names, mark+nameOf(one))
	}
	list := kind + "s: " + strings.Join(names, ", ")
	if name == "" {
		return nil, capital(list), nil
	}
	return nil, "", fmt.Errorf("there is no %s %q; %s", kind, name, list)
}
