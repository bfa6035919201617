package bot

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Colours of a card's edge. They repeat what the words say.
const (
	colourNews  = 0x2f6f9f
	colourAlarm = 0xb3541e
)

// A page is a reply cut down to what one message holds.
type page struct {
	items []Item
	n     int // from 0
	of    int
}

// pages splits a reply's items by our limits; a reply without items has one page.
func pages(r Reply) []page {
	var all []page
	var now []Item
	room := min(pageText, maxText-units(string(head(r, page{})))-units(string(foot(r, page{n: 99, of: 100}))))
	used, most := 0, pageItems
	if r.Full {
		most = fullItems
	}
	for _, item := range r.Items {
		size := units(string(item.Text))
		if len(now) > 0 && (used+size > room || len(now) == most) {
			all = append(all, page{items: now})
			now, used = nil, 0
		}
		now, used = append(now, item), used+size
	}
	all = append(all, page{items: now})
	for i := range all {
		all[i].n, all[i].of = i, len(all)
	}
	return all
}

// A stamp writes the custom_id of a button on a card; "" leaves the button out. The
// ticket tells buttons apart that otherwise say the same: Discord allows no two alike.
type stamp func(verb Verb, arg, ticket string) string

// card lays one page of a reply out as a Components V2 message. The ticket is that of
// the question behind it; "" when there is none.
func card(r Reply, p page, sign stamp, ticket string) message {
	box := component{Type: kindContainer, Accent: colourNews}
	if r.Alarm {
		box.Accent = colourAlarm
	}
	m := message{Flags: flagComponentsV2, Attachments: []attachment{}}
	box.Components = appendText(box.Components, head(r, p))
	if r.Picture != nil && p.n == 0 {
		box.Components = append(box.Components, m.attach(r.Picture.PNG, r.Picture.Alt))
	}
	for i, item := range p.items {
		if i > 0 {
			box.Components = append(box.Components, component{Type: kindSeparator})
		}
		box.Components = append(box.Components, itemParts(item, sign, strconv.Itoa(i))...)
	}
	box.Components = appendText(box.Components, foot(r, p))
	m.Components = []component{box}
	if !r.Public {
		m.Flags |= flagEphemeral
	}
	for _, row := range [][]component{tries(r.Try, sign, ticket), controls(r, p, sign, ticket)} {
		if len(row) > 0 {
			m.Components = append(m.Components, component{Type: kindRow, Components: row})
		}
	}
	return m
}

func appendText(parts []component, text markdown) []component {
	if text == "" {
		return parts
	}
	return append(parts, component{Type: kindText, Content: string(text)})
}

func head(r Reply, p page) markdown {
	var lines []string
	if r.Title != "" {
		lines = append(lines, "### "+string(r.Title))
	}
	if p.n == 0 {
		for _, line := range r.Lead {
			if line != "" {
				lines = append(lines, string(line))
			}
		}
	}
	return markdown(strings.Join(lines, "\n"))
}

func foot(r Reply, p page) markdown {
	var parts []string
	if p.of > 1 {
		parts = append(parts, fmt.Sprintf("Page %d of %d", p.n+1, p.of))
	}
	if r.Foot != "" {
		parts = append(parts, string(r.Foot))
	}
	if len(parts) == 0 {
		return ""
	}
	return markdown("-# " + strings.Join(parts, " · "))
}

// itemParts lays an item out: with one button as a section, with several as a text and
// a row.
func itemParts(item Item, sign stamp, n string) []component {
	text := component{Type: kindText, Content: string(item.Text)}
	var buttons []component
	for _, b := range item.Buttons {
		if id := sign(b.Verb, b.Arg, n); id != "" && len(buttons) < maxRow {
			buttons = append(buttons, button(b.Label, id))
		}
	}
	switch len(buttons) {
	case 0:
		return []component{text}
	case 1:
		return []component{{Type: kindSection, Components: []component{text}, Accessory: &buttons[0]}}
	}
	return []component{text, {Type: kindRow, Components: buttons}}
}

func button(label, id string) component {
	return component{Type: kindButton, Style: styleSecondary, Label: cut(label, maxLabel), CustomID: id}
}

// tries are the buttons that put another question.
func tries(all []Try, sign stamp, ticket string) []component {
	var row []component
	known := map[string]bool{"": true}
	for _, t := range all {
		if ticket == "" || len(row) == maxRow {
			break
		}
		if id := sign(verbTry, t.arg(), ticket); !known[id] && t.Label != "" {
			known[id] = true
			row = append(row, button(t.Label, id))
		}
	}
	return row
}

// explained reports whether any of the items can say why it is there.
func explained(items []Item) bool {
	return slices.ContainsFunc(items, func(i Item) bool { return i.Why != "" })
}

// controls are the buttons under a card: paging and sharing.
func controls(r Reply, p page, sign stamp, ticket string) []component {
	if ticket == "" {
		return nil
	}
	var row []component
	add := func(label string, verb Verb, arg int) {
		if id := sign(verb, strconv.Itoa(arg), ticket); id != "" {
			row = append(row, button(label, id))
		}
	}
	if p.n > 0 {
		add("Previous", verbPage, p.n-1)
	}
	if p.n+1 < p.of {
		add("Next", verbPage, p.n+1)
	}
	switch last := p.of - 1; {
	case p.n+1 < last:
		add("Last page", verbPage, last)
	case p.n == last && last > 1:
		add("First page", verbPage, 0)
	}
	if explained(p.items) {
		add("Why these lines?", verbWhyHere, p.n)
	}
	if r.Share && !r.Public {
		add("Share", verbShare, p.n)
	}
	return row
}
