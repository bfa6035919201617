package bot

import (
	"rapporteur/briefing"
	"rapporteur/briefing/digest"
)

func renderBrief(about string, a briefing.BriefAnswer) Reply {
	r := Reply{Title: "Briefing", Foot: coverage(a.Coverage), Share: len(a.Items) > 0}
	if !a.From.IsZero() {
		r.Title += ": " + stretch(a.From, a.To)
	}
	if about != "" {
		r.Title += title(", about ", about, "")
	}
	if len(a.Items) == 0 {
		r.Lead = []markdown{nothing(a.Coverage, about, "have no news about that then", "have no news for then")}
		if a.Coverage.Articles > 0 {
			r.Try = []Try{tryAll("The newest day with news", "brief", "on", "")}
		}
	}
	section := ""
	for _, item := range a.Items {
		text := briefLine(item)
		if item.Section != section {
			section = item.Section
			text = lines("**"+sectionTitle(section)+"**", text)
		}
		r.Items = append(r.Items, Item{
			Text:    text,
			Buttons: contextButton(firstID(item.Sources)),
			Name:    clip(item.Text, nameText),
			Why:     clip(item.Why, titleText),
		})
	}
	return r
}

// sectionTitle is a digest's section in words.
func sectionTitle(section string) markdown {
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
	return escape(section)
}

// briefLine is one item of a digest: its words, who spoke, and where it stands.
func briefLine(item briefing.BriefItem) markdown {
	var speaker, when markdown
	if item.Speaker != "" {
		speaker = "**" + clip(item.Speaker, nameText) + "**"
	}
	if !item.Day.IsZero() {
		when = "for " + weekday(item.Day)
	}
	return withSources(lines(quotation(item.Text), join(" · ", speaker, when)), item.Sources)
}

// digestTitle heads a digest of a kind.
func digestTitle(kind digest.Kind, about string, a briefing.BriefAnswer) markdown {
	t := "Digest: " + stretch(a.From, a.To)
	switch kind {
	case digest.KindWeek:
		t = "The week: " + stretch(a.From, a.To)
	case digest.KindYears:
		t = "On this day: " + markdown(a.To.Time().Format("2 January"))
	}
	if about != "" {
		t += title(", about ", about, "")
	}
	return t
}
