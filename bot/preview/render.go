package preview

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/bot/loopback"
)

// show writes a reply's messages and numbers their buttons from 1.
func (p *prompt) show(reply loopback.Reply) string {
	p.buttons = nil
	var shown []string
	for _, m := range reply.All() {
		shown = append(shown, p.message(m))
		p.last, p.shown[m.ID] = m.ID, true
	}
	if len(shown) == 0 {
		return "(no reply)"
	}
	return strings.Join(shown, "\n\n")
}

// news are the messages posted to the guild's channels since the last line, other than replies already shown.
func (p *prompt) news() string {
	var shown []string
	for _, c := range p.server.Channels(p.guild) {
		list := p.server.Messages(c.ID)
		fresh := list[min(p.read[c.ID], len(list)):]
		p.read[c.ID] = len(list)
		for _, m := range fresh {
			if !p.shown[m.ID] {
				shown = append(shown, "#"+c.Name+"\n"+p.message(m))
				p.last = m.ID
			}
		}
	}
	return strings.Join(shown, "\n\n")
}

// message writes a message and adds its buttons to the numbered ones.
func (p *prompt) message(m loopback.Message) string {
	blocks := []string{p.reader().plain(m.Content)}
	for _, e := range m.Embeds {
		blocks = append(blocks, p.embed(e))
	}
	for _, c := range m.Components {
		blocks = append(blocks, p.component(m, c))
	}
	for _, a := range m.Attachments {
		blocks = append(blocks, fmt.Sprintf("attached: %s, %d bytes", a.Filename, a.Size))
	}
	if m.Ephemeral() {
		blocks = append(blocks, "(only you see this)")
	}
	for i, text := range blocks {
		blocks[i] = strings.TrimSpace(text)
	}
	return joinFilled(blocks, "\n\n")
}

// joinFilled joins the texts that are not empty.
func joinFilled(texts []string, separator string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), separator)
}

func (p *prompt) embed(e loopback.Embed) string {
	read := p.reader().plain
	var lines []string
	if e.Author != nil {
		lines = append(lines, read(e.Author.Name))
	}
	lines = append(lines, read(e.Title), e.URL)
	if e.Description != "" {
		lines = append(lines, "\n"+read(e.Description))
	}
	for _, f := range e.Fields {
		lines = append(lines, "\n"+read(f.Name)+"\n"+read(f.Value))
	}
	if e.Image != nil {
		lines = append(lines, "\npicture: "+e.Image.URL)
	}
	if e.Footer != nil {
		lines = append(lines, "\n"+e.Footer.Text)
	}
	return joinFilled(lines, "\n")
}

// component writes one component of a message's top level.
func (p *prompt) component(m loopback.Message, c loopback.Component) string {
	var parts []string
	separator := "\n"
	switch c.Type {
	case loopback.TextDisplay:
		return p.reader().plain(c.Content)
	case loopback.Separator:
		return "---"
	case loopback.ActionRow:
		separator = "  "
		for _, in := range c.Components {
			parts = append(parts, p.control(m, in))
		}
	case loopback.MediaGallery:
		for _, item := range c.Items {
			parts = append(parts, strings.TrimSpace("picture: "+item.Media.URL+" "+item.Description))
		}
	default:
		for _, in := range c.Components {
			parts = append(parts, p.component(m, in))
		}
		if c.Accessory != nil && c.Accessory.Type == loopback.Button {
			parts = append(parts, p.control(m, *c.Accessory))
		}
	}
	return strings.Join(parts, separator)
}

// control writes a button or select menu, with the numbers that press it.
func (p *prompt) control(m loopback.Message, c loopback.Component) string {
	label := strings.TrimSpace(emoji(c.Emoji) + " " + c.Label)
	switch {
	case c.Type == loopback.Button && c.Disabled:
		return "(" + label + ")"
	case c.Type == loopback.Button && c.Style == loopback.LinkButton:
		n := p.number(button{address: c.URL, label: label})
		return fmt.Sprintf("[%d] %s <%s>", n, label, c.URL)
	case c.Type == loopback.Button:
		return fmt.Sprintf("[%d] %s", p.number(button{message: m.ID, customID: c.CustomID, label: label}), label)
	case c.Type != loopback.StringSelect || c.Disabled:
		return "(" + c.Placeholder + ")"
	}
	lines := []string{c.Placeholder}
	for _, o := range c.Options {
		n := p.number(button{message: m.ID, customID: c.CustomID, values: []string{o.Value}, label: o.Label})
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

func (p *prompt) number(b button) int {
	p.buttons = append(p.buttons, b)
	return len(p.buttons)
}

func (p *prompt) reader() reader {
	r := reader{now: p.now(), channels: map[string]string{}, users: map[string]string{}}
	for _, c := range p.server.Channels(p.guild) {
		r.channels[c.ID] = c.Name
	}
	for _, g := range p.server.Guilds() {
		for _, m := range g.Members {
			r.users[m.ID] = m.Name
		}
	}
	return r
}
