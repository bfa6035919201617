package card

import (
	"rapporteur/briefing"
	"rapporteur/briefing/digest"
)

func RenderBrief(about string, a briefing.BriefAnswer) Reply {
	r := Reply{Title: "Briefing", Foot: Coverage(a.Coverage), Share: len(a.Items) > 0}
	if !a.From.IsZero() {
		r.Title += ": " + stretch(a.From, a.To)
	}
	if about != "" {
		r.Title += Quoted(", about ", about, "")
	}
	if len(a.Items) == 0 {
		r.Lead = []Markdown{nothing(a.Coverage, about, "have no news about that then", "have no news for then")}
		if a.Coverage.Articles > 0 {
			r.Suggestions = []Suggestion{SuggestOnly("The newest day with news", "brief", "on", "")}
		}
	}
	section := ""
	for _, item := range a.Items {
		text := briefLine(item)
		if item.Section != section {
			section = item.Section
			text = Lines("**"+sectionTitle(section)+"**", text)
		}
		r.Items = append(r.Items, Item{
			Text:    text,
			Buttons: contextButton(firstID(item.Sources)),
			Name:    Clip(item.Text, NameText),
			Why:     Clip(item.Why, titleText),
		})
	}
	return r
}

// sectionTitle is a digest's section in words.
func sectionTitle(section string) Markdown {
	switch section {
	case "headlines":
		return "Headlines"
	case "said":
		return "Who said what"
	case "ahead":
		return "Ahead"
	case "figures":
		return "Figures that differ"
	}
	return Escape(section)
}

// briefLine is one item of a digest: its words, who spoke, and where it stands.
func briefLine(item briefing.BriefItem) Markdown {
	var speaker, when Markdown
	if item.Speaker != "" {
		speaker = "**" + Clip(item.Speaker, NameText) + "**"
	}
	if !item.Day.IsZero() {
		when = "for " + Weekday(item.Day)
	}
	return withSources(Lines(quotation(item.Text), Join(" · ", speaker, when)), item.Sources)
}

// digestTitle heads a digest of a kind.
func DigestTitle(kind digest.Kind, about string, a briefing.BriefAnswer) Markdown {
	t := "Digest: " + stretch(a.From, a.To)
	switch kind {
	case digest.KindWeek:
		t = "The week: " + stretch(a.From, a.To)
	case digest.KindYears:
		t = "On this day: " + Markdown(a.To.Time().Format("2 January"))
	}
	if about != "" {
		t += Quoted(", about ", about, "")
	}
	return t
}
