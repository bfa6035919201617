package card

import (
	"rapporteur/briefing"
	"rapporteur/briefing/digest"
)

// RenderBrief shows a briefing about some words; "" is about everything.
func RenderBrief(words string, a briefing.BriefAnswer) Reply {
	r := Reply{Title: titleFor("Briefing", a.From, a.To, words), Foot: Coverage(a.Coverage), Share: len(a.Items) > 0}
	if len(a.Items) == 0 {
		r.Lead = []Markdown{notFound("news", a.Coverage, words, a.From, a.To)}
		if a.Coverage.Articles > 0 {
			r.Suggestions = []Suggestion{SuggestOnly("Latest day with news", "brief", "on", "")}
		}
	}
	section := ""
	for _, item := range a.Items {
		text := briefItem(item)
		if item.Section != section {
			section = item.Section
			text = Lines("**"+sectionTitle(section)+"**", text)
		}
		r.Items = append(r.Items, Item{
			Text: text, Buttons: contextButton(item.Sources),
			Name: Clip(item.Text, MaxName), Why: Clip(item.Why, maxTitle),
		})
	}
	return r
}

func sectionTitle(section string) Markdown {
	switch section {
	case "headlines":
		return "Headlines"
	case "said":
		return "Who said what"
	case "ahead":
		return "Coming up"
	case "figures":
		return "Conflicting figures"
	}
	return Escape(section) // a day of an earlier year
}

// briefItem is one item of a briefing: its words, who spoke, and its source.
func briefItem(item briefing.BriefItem) Markdown {
	speaker := when(item.Speaker != "", "**"+Clip(item.Speaker, MaxName)+"**")
	day := when(!item.Day.IsZero(), "on "+Weekday(item.Day))
	return withSource(Lines(quotation(item.Text), Join(" · ", speaker, day)), item.Sources)
}

// DigestTitle heads an edition of a kind of digest.
func DigestTitle(kind digest.Kind, words string, a briefing.BriefAnswer) Markdown {
	switch kind {
	case digest.KindWeek:
		return titleFor("The week", a.From, a.To, words)
	case digest.KindYears:
		return Join(": ", "On this day", dayAs(a.To, "2 January")) + about(words)
	}
	return titleFor("Digest", a.From, a.To, words)
}
