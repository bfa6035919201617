package card

import (
	"fmt"
	"slices"
	"strconv"

	"rapporteur/bot/discord"
)

// Colours of a card's edge. They only repeat what the words say.
const (
	colourNews  = 0x2f6f9f
	colourAlarm = 0xb3541e
)

// ReasonsLabel is the button that explains why the items of a page were chosen.
const ReasonsLabel = "Why these items?"

// A page is the part of a reply that one message holds.
type page struct {
	Items  []Item
	number int // from 0
	of     int
}

// Pages splits a reply's items by our limits; a reply without items has one page.
func Pages(r Reply) []page {
	frame := string(head(r, page{}) + foot(r, page{number: 99, of: 100}))
	room, most := min(maxPageText, discord.MaxDisplayText-discord.Length(frame)), maxItems
	if r.Full {
		most = maxItemsFull
	}
	var all []page
	var items []Item
	used := 0
	for _, item := range r.Items {
		size := discord.Length(string(item.Text))
		if len(items) > 0 && (used+size > room || len(items) == most) {
			all = append(all, page{Items: items})
			items, used = nil, 0
		}
		items, used = append(items, item), used+size
	}
	all = append(all, page{Items: items})
	for i := range all {
		all[i].number, all[i].of = i, len(all)
	}
	return all
}

// A SignFunc writes the custom_id of a button; "" leaves the button out. The token makes
// equal buttons differ, because Discord allows no two custom_ids alike.
type SignFunc func(verb Verb, arg, token string) string

// Render lays one page of a reply out as a Components V2 message. The token leads to the
// question behind the card; "" when none is stored.
func Render(r Reply, p page, sign SignFunc, token string) discord.Message {
	box := discord.Component{Type: discord.KindContainer, AccentColor: colourNews}
	if r.Alarm {
		box.AccentColor = colourAlarm
	}
	m := discord.Message{Flags: discord.FlagComponentsV2, Attachments: []discord.Attachment{}}
	box.Components = appendText(box.Components, head(r, p))
	if r.Picture != nil && p.number == 0 {
		box.Components = append(box.Components, m.Attach(r.Picture.PNG, r.Picture.Alt))
	}
	for i, item := range p.Items {
		if i > 0 {
			box.Components = append(box.Components, discord.Component{Type: discord.KindSeparator})
		}
		box.Components = append(box.Components, renderItem(item, sign, strconv.Itoa(i))...)
	}
	box.Components = appendText(box.Components, foot(r, p))
	m.Components = []discord.Component{box}
	if !r.Public {
		m.Flags |= discord.FlagEphemeral
	}
	if token == "" {
		return m
	}
	suggestions, pages := suggestionButtons(r.Suggestions, sign, token), pageButtons(r, p, sign, token)
	for _, row := range [][]discord.Component{suggestions, pages} {
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
	return Lines(when(r.Title != "", "### "+r.Title), when(p.number == 0, Lines(r.Lead...)))
}

func foot(r Reply, p page) Markdown {
	number := when(p.of > 1, Markdown(fmt.Sprintf("Page %d of %d", p.number+1, p.of)))
	text := Join(" · ", number, r.Foot)
	return when(text != "", "-# "+text)
}

// renderItem lays an item out: with one button as a section, with several as a text and a row.
func renderItem(item Item, sign SignFunc, token string) []discord.Component {
	text := discord.Component{Type: discord.KindText, Content: string(item.Text)}
	var buttons []discord.Component
	for _, b := range item.Buttons {
		if id := sign(b.Verb, b.Arg, token); id != "" && len(buttons) < discord.MaxRowButtons {
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

// NewButton is a button with its label cut to what a phone shows.
func NewButton(label, id string) discord.Component {
	label = discord.Truncate(label, discord.MaxLabelLength)
	return discord.Component{Type: discord.KindButton, Style: discord.StyleSecondary, Label: label, CustomID: id}
}

// suggestionButtons ask other questions.
func suggestionButtons(all []Suggestion, sign SignFunc, token string) []discord.Component {
	var row []discord.Component
	seen := map[string]bool{"": true}
	for _, s := range all {
		id := sign(VerbSuggestion, s.encode(), token)
		if len(row) < discord.MaxRowButtons && !seen[id] && s.Label != "" {
			seen[id] = true
			row = append(row, NewButton(s.Label, id))
		}
	}
	return row
}

// HasReasons reports whether any of the items says why it was chosen.
func HasReasons(items []Item) bool {
	return slices.ContainsFunc(items, func(i Item) bool { return i.Why != "" })
}

// pageButtons turn the page, explain it and share it.
func pageButtons(r Reply, p page, sign SignFunc, token string) []discord.Component {
	var row []discord.Component
	add := func(when bool, label string, verb Verb, arg int) {
		if !when {
			return
		}
		if id := sign(verb, strconv.Itoa(arg), token); id != "" {
			row = append(row, NewButton(label, id))
		}
	}
	last := p.of - 1
	add(p.number > 0, "Previous", VerbPage, p.number-1)
	add(p.number < last, "Next", VerbPage, p.number+1)
	add(p.number+1 < last, "Last page", VerbPage, last)
	add(p.number == last && last > 1, "First page", VerbPage, 0)
	add(HasReasons(p.Items), ReasonsLabel, VerbReasons, p.number)
	add(r.Share && !r.Public, "Share", VerbShare, p.number)
	return row
}
