package preview

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"rapporteur/bot/loopback"
)

// A press is what a number at the prompt stands for.
type press struct {
	message string
	custom  string
	values  []string // of a select
	address string   // of a link button: shown, not pressed
	label   string
}

// buttonNumber reads "2" or "[2]".
func buttonNumber(line string) (int, bool) {
	n, err := strconv.Atoi(strings.Trim(line, "[]"))
	return n, err == nil
}

// press presses the button of a number.
func (p *prompt) press(ctx context.Context, n int) (string, error) {
	if n < 1 || n > len(p.buttons) {
		return "", fmt.Errorf("there is no button [%d]", n)
	}
	b := p.buttons[n-1]
	if b.address != "" {
		return b.label + ": " + b.address, nil
	}
	reply, err := p.server.Press(ctx, p.actor, b.message, b.custom, b.values...)
	if err != nil {
		return "", plain(err)
	}
	return p.show(ctx, reply)
}

// show writes a reply and numbers its buttons; a form is asked for line by line.
func (p *prompt) show(ctx context.Context, reply loopback.Reply) (string, error) {
	if reply.Modal != nil {
		return p.fillIn(ctx, reply)
	}
	p.buttons = nil
	var shown []string
	for _, m := range reply.All() {
		shown = append(shown, p.message(m))
		p.last, p.shown[m.ID] = m.ID, true
	}
	if len(shown) == 0 {
		return "(no reply)", nil
	}
	return strings.Join(shown, "\n\n"), nil
}

// fillIn asks for each input of a form and sends it.
func (p *prompt) fillIn(ctx context.Context, form loopback.Reply) (string, error) {
	if err := p.print(form.Modal.Title); err != nil {
		return "", err
	}
	values, label := map[string]string{}, ""
	var failed error
	loopback.Walk(form.Modal.Components, func(c loopback.Component) {
		if c.Label != "" {
			label = c.Label
		}
		if c.CustomID == "" || failed != nil {
			return
		}
		fmt.Fprintf(p.out, "%s: ", label)
		line, err := p.next()
		if err != nil {
			failed = errors.New("the form was not filled in")
		}
		if line = strings.TrimSpace(line); line != "" {
			values[c.CustomID] = line
		}
	})
	if failed != nil {
		return "", failed
	}
	reply, err := p.server.Submit(ctx, p.actor, form, values)
	if err != nil {
		return "", plain(err)
	}
	return p.show(ctx, reply)
}

// news are the messages posted to the guild's channels since the last line, other
// than the replies already shown: digests, shared answers.
func (p *prompt) news() string {
	var shown []string
	for _, c := range p.server.Channels(p.guild) {
		list := p.server.Messages(c.ID)
		fresh := list[min(p.read[c.ID], len(list)):]
		p.read[c.ID] = len(list)
		for _, m := range fresh {
			if p.shown[m.ID] {
				continue
			}
			shown = append(shown, "#"+c.Name+"\n"+p.message(m))
			p.last = m.ID
		}
	}
	return strings.Join(shown, "\n\n")
}

// message writes a message and adds its buttons to the numbered ones.
func (p *prompt) message(m loopback.Message) string {
	var blocks []string
	add := func(text string) {
		if text = strings.TrimSpace(text); text != "" {
			blocks = append(blocks, text)
		}
	}
	read := p.reader().plain
	add(read(m.Content))
	for _, e := range m.Embeds {
		add(p.embed(e))
	}
	for _, c := range m.Components {
		add(p.component(m, c))
	}
	for _, a := range m.Attachments {
		add(fmt.Sprintf("attached: %s, %d bytes", a.Filename, a.Size))
	}
	if m.Ephemeral() {
		add("(only you see this)")
	}
	return strings.Join(blocks, "\n\n")
}

func (p *prompt) embed(e loopback.Embed) string {
	read := p.reader().plain
	var lines []string
	add := func(text string) {
		if text != "" {
			lines = append(lines, text)
		}
	}
	if e.Author != nil {
		add(read(e.Author.Name))
	}
	add(read(e.Title))
	add(e.URL)
	if e.Description != "" {
		add("\n" + read(e.Description))
	}
	for _, f := range e.Fields {
		add("\n" + read(f.Name) + "\n" + read(f.Value))
	}
	if e.Image != nil {
		add("\npicture: " + e.Image.URL)
	}
	if e.Footer != nil {
		add("\n" + e.Footer.Text)
	}
	return strings.Join(lines, "\n")
}

// component writes one component of a message's top level.
func (p *prompt) component(m loopback.Message, c loopback.Component) string {
	switch c.Type {
	case loopback.ActionRow:
		var row []string
		for _, in := range c.Components {
			row = append(row, p.control(m, in))
		}
		return strings.Join(row, "  ")
	case loopback.TextDisplay:
		return p.reader().plain(c.Content)
	case loopback.Separator:
		return "---"
	case loopback.MediaGallery:
		var lines []string
		for _, item := range c.Items {
			lines = append(lines, strings.TrimSpace("picture: "+item.Media.URL+" "+item.Description))
		}
		return strings.Join(lines, "\n")
	}
	var inside []string
	for _, in := range c.Components {
		inside = append(inside, p.component(m, in))
	}
	if c.Accessory != nil && c.Accessory.Type == loopback.Button {
		inside = append(inside, p.control(m, *c.Accessory))
	}
	return strings.Join(inside, "\n")
}

// control writes a button or select, with the numbers that press it.
func (p *prompt) control(m loopback.Message, c loopback.Component) string {
	label := strings.TrimSpace(emoji(c.Emoji) + " " + c.Label)
	switch {
	case c.Type == loopback.Button && c.Disabled:
		return "(" + label + ")"
	case c.Type == loopback.Button && c.Style == loopback.LinkButton:
		n := p.number(press{address: c.URL, label: label})
		return fmt.Sprintf("[%d] %s <%s>", n, label, c.URL)
	case c.Type == loopback.Button:
		return fmt.Sprintf("[%d] %s", p.number(press{message: m.ID, custom: c.CustomID, label: label}), label)
	case c.Type != loopback.StringSelect || c.Disabled:
		return "(" + c.Placeholder + ")"
	}
	lines := []string{c.Placeholder}
	for _, o := range c.Options {
		n := p.number(press{message: m.ID, custom: c.CustomID, values: []string{o.Value}, label: o.Label})
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("[%d] %s  %s", n, o.Label, o.Description)))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func emoji(e *loopback.Emoji) string {
	if e == nil || e.ID != "" {
		return ""
	}
	return e.Name
}

func (p *prompt) number(b press) int {
	p.buttons = append(p.buttons, b)
	return len(p.buttons)
}

func (p *prompt) reader() reader {
	return reader{
		now: p.now(),
		channel: func(id string) string {
			for _, c := range p.server.Channels(p.guild) {
				if c.ID == id {
					return c.Name
				}
			}
			return ""
		},
		user: func(id string) string {
			for _, g := range p.server.Guilds() {
				for _, m := range g.Members {
					if m.ID == id {
						return m.Name
					}
				}
			}
			return ""
		},
	}
}
