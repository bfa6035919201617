package card

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapporteur/bot/discord"
)

// Colours of a card's edge. They repeat what the words say.
const (
	colourNews  = 0x2f6f9f
	colourAlarm = 0xb3541e
)

// A page is a reply cut down to what one message holds.
type page struct {
	Items []Item
	n     int // from 0
	of    int
}

// pages splits a reply's items by our limits; a reply without items has one page.
func Pages(r Reply) []page {
	var all []page
	var now []Item
	room := min(pageText, discord.MaxText-discord.Length(string(head(r, page{})))-discord.Length(string(foot(r, page{n: 99, of: 100}))))
	used, most := 0, pageItems
	if r.Full {
		most = fullItems
	}
	for _, item := range r.Items {
		size := discord.Length(string(item.Text))
		if len(now) > 0 && (used+size > room || len(now) == most) {
			all = append(all, page{Items: now})
			now, used = nil, 0
		}
		now, used = append(now, item), used+size
	}
	all = append(all, page{Items: now})
	for i := range all {
		all[i].n, all[i].of = i, len(all)
	}
	return all
}

// A stamp writes the custom_id of a button on a card; "" leaves the button out. The
// ticket tells buttons apart that otherwise say the same: Discord allows no two alike.
type SignFunc func(verb Verb, arg, ticket string) string

// card lays one page of a reply out as a Components V2 message. The ticket is that of
// the question behind it; "" when there is none.
func Render(r Reply, p page, sign SignFunc, ticket string) discord.Message {
	box := discord.Component{Type: discord.KindContainer, Accent: colourNews}
	if r.Alarm {
		box.Accent = colourAlarm
	}
	m := discord.Message{Flags: discord.FlagComponentsV2, Attachments: []discord.Attachment{}}
	box.Components = appendText(box.Components, head(r, p))
	if r.Picture != nil && p.n == 0 {
		box.Components = append(box.Components, m.Attach(r.Picture.PNG, r.Picture.Alt))
	}
	for i, item := range p.Items {
		if i > 0 {
			box.Components = append(box.Components, discord.Component{Type: discord.KindSeparator})
		}
		box.Components = append(box.Components, itemParts(item, sign, strconv.Itoa(i))...)
	}
	box.Components = appendText(box.Components, foot(r, p))
	m.Components = []discord.Component{box}
	if !r.Public {
		m.Flags |= discord.FlagEphemeral
	}
	for _, row := range [][]discord.Component{suggestionButtons(r.Suggestions, sign, ticket), controls(r, p, sign, ticket)} {
		if len(row) > 0 {
			m.Components = append(m.Components, discord.Component{Type: discord.KindRow, Components: row})
		}
	}
	return m
}

func appendText(parts []discord.Component, text Markdown) []discord.Component {
	if text == "" {
		return parts
	}
	return append(parts, discord.Component{Type: discord.KindText, Content: string(text)})
}

func head(r Reply, p page) Markdown {
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
	return Markdown(strings.Join(lines, "\n"))
}

func foot(r Reply, p page) Markdown {
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
	return Markdown("-# " + strings.Join(parts, " · "))
}

// itemParts lays an item out: with one button as a section, with several as a text and
// a row.
func itemParts(item Item, sign SignFunc, n string) []discord.Component {
	text := discord.Component{Type: discord.KindText, Content: string(item.Text)}
	var buttons []discord.Component
	for _, b := range item.Buttons {
		if id := sign(b.Verb, b.Arg, n); id != "" && len(buttons) < discord.MaxRow {
			buttons = append(buttons, NewButton(b.Label, id))
		}
	}
	switch len(buttons) {
	case 0:
		return []discord.Component{text}
	case 1:
		return []discord.Component{{Type: discord.KindSection, Components: []discord.Component{text}, Accessory: &buttons[0]}}
	}
	return []discord.Component{text, {Type: discord.KindRow, Components: buttons}}
}

func NewButton(label, id string) discord.Component {
	return discord.Component{Type: discord.KindButton, Style: discord.StyleSecondary, Label: discord.Truncate(label, discord.MaxLabel), CustomID: id}
}

// tries are the buttons that put another question.
func suggestionButtons(all []Suggestion, sign SignFunc, ticket string) []discord.Component {
	var row []discord.Component
	known := map[string]bool{"": true}
	for _, t := range all {
		if ticket == "" || len(row) == discord.MaxRow {
			break
		}
		if id := sign(VerbSuggestion, t.encode(), ticket); !known[id] && t.Label != "" {
			known[id] = true
			row = append(row, NewButton(t.Label, id))
		}
	}
	return row
}

// explained reports whether any of the items can say why it is there.
func HasReasons(items []Item) bool {
	return slices.ContainsFunc(items, func(i Item) bool { return i.Why != "" })
}

// controls are the buttons under a card: paging and sharing.
func controls(r Reply, p page, sign SignFunc, ticket string) []discord.Component {
	if ticket == "" {
		return nil
	}
	var row []discord.Component
	add := func(label string, verb Verb, arg int) {
		if id := sign(verb, strconv.Itoa(arg), ticket); id != "" {
			row = append(row, NewButton(label, id))
		}
	}
	if p.n > 0 {
		add("Previous", VerbPage, p.n-1)
	}
	if p.n+1 < p.of {
		add("Next", VerbPage, p.n+1)
	}
	switch last := p.of - 1; {
	case p.n+1 < last:
		add("Last page", VerbPage, last)
	case p.n == last && last > 1:
		add("First page", VerbPage, 0)
	}
	if HasReasons(p.Items) {
		add("Why these lines?", VerbReasons, p.n)
	}
	if r.Share && !r.Public {
		add("Share", VerbShare, p.n)
	}
	return row
}
