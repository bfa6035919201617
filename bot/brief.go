package bot

import (
	"context"

	"rapporteur/briefing"
)

func brief() Command {
	return Command{
		Name: "brief",
		Help: "A digest of a day, a week or a month, for you alone",
		Options: []Option{
			{Name: "on", Help: "a day, week or month; left out, the newest day with news", Kind: Date},
			{Name: "about", Help: "words the news must be about"},
		},
		Run: runBrief,
	}
}

func runBrief(ctx context.Context, b *Bot, req Request) (Reply, error) {
	on, about := req.Text("on"), req.Text("about")
	a, err := b.desk.Brief(ctx, briefing.BriefQuestion{Asker: req.Asker(), On: on, About: about})
	if err != nil {
		return Reply{}, err
	}
	r := renderBrief(about, a)
	if len(a.Items) > 0 || about == "" || on == "" {
		return r, nil
	}
	switch all, err := b.desk.Brief(ctx, briefing.BriefQuestion{Asker: req.Asker(), On: on}); {
	case err != nil:
		return Reply{}, err
	case len(all.Items) > 0:
		r.Try = append([]Try{tryAll("All the news of then", "brief", "on", on)}, r.Try...)
	}
	return r, nil
}

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
