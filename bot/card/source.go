package card

import (
	"cmp"
	"strconv"
	"strings"

	"rapporteur/bot/discord"
	"rapporteur/briefing"
)

// withSource adds to an item its first source, and how many more there are: they stay behind the Context button.
func withSource(text Markdown, all []briefing.Source) Markdown {
	if len(all) == 0 {
		return text
	}
	line := "-# " + sourceLine(all[0])
	if more := len(all) - 1; more > 0 {
		line += Markdown(" · and " + strconv.Itoa(more) + " more")
	}
	return Lines(text, line)
}

// sourceLine names a source: its title as the link, the host or publisher, and the day.
func sourceLine(s briefing.Source) Markdown {
	return Join(" · ", titleLink(s), Clip(cmp.Or(host(s.URL), s.Publisher), MaxName), formatDay(s.Published))
}

// titleLink is a source's title, as a link where its address can be opened.
func titleLink(s briefing.Source) Markdown {
	address := safeAddress(s.URL)
	switch {
	case address != "":
		return "[" + cmp.Or(linkLabel(s.Title), "Untitled article") + "](" + Markdown(address) + ")"
	case discord.PlainText(s.Title) == "":
		return ""
	}
	return "“" + Clip(s.Title, maxTitle) + "”"
}

// contextButton opens an item's sources in their articles, as many as one button can
// name; none when there is no source.
func contextButton(sources []briefing.Source) []Button {
	arg := ""
	for _, s := range sources {
		if arg != "" && len(arg)+1+len(s.ID) > maxContextBytes {
			break
		}
		arg = strings.Trim(arg+sourceSeparator+s.ID, sourceSeparator)
	}
	if arg == "" {
		return nil
	}
	return []Button{{Label: "Context", Verb: VerbContext, Arg: arg}}
}

// sourceSeparator stands between source IDs, which do not contain it.
const sourceSeparator = ","

// SourceIDs are the IDs that a Context button carries, or that a member typed.
func SourceIDs(carried string) []string { return strings.Split(carried, sourceSeparator) }

// RenderSource shows a sentence between its neighbours, with the other sources below. An
// ID that names no source is answered too.
func RenderSource(id string, a briefing.SourceAnswer, others []briefing.Source) Reply {
	if !a.Found {
		return Reply{
			Title: Quoted("No source has the id ", id, ""),
			Lead:  []Markdown{"Its article may have been removed."},
			Foot:  Coverage(a.Coverage),
		}
	}
	r := Reply{Title: "Untitled article", Foot: Coverage(a.Coverage), Share: true}
	if discord.PlainText(a.Source.Title) != "" {
		r.Title = "“" + Clip(a.Source.Title, maxTitle) + "”"
	}
	r.Items = []Item{{Text: Lines(
		neighbour(a.Before),
		"> **"+Clip(a.Sentence, maxQuote)+"**",
		neighbour(a.After),
		"-# "+sourceLine(a.Source),
		dateOrigin(a.Dated),
		"-# Source id: "+Escape(id),
	)}}
	for i, s := range others {
		text := "-# " + sourceLine(s)
		if i == 0 {
			text = Lines("**Also here**", text)
		}
		r.Items = append(r.Items, Item{Text: text, Buttons: contextButton(others[i : i+1])})
	}
	return r
}

func neighbour(sentence string) Markdown {
	return when(sentence != "", "> "+Clip(sentence, maxNeighbour))
}

// dateOrigin says how the day of publication is known, where the article does not print it.
func dateOrigin(dated string) Markdown {
	switch dated {
	case "text":
		return "-# Publication date inferred from the text."
	case "moderator", "flag":
		return "-# Publication date entered by hand."
	case "unknown":
		return "-# Publication date unknown."
	}
	return ""
}
