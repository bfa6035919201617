package card

import "rapporteur/briefing"

// notFound says that nothing matches the words and days asked for; "" where there are no
// articles, which the coverage says.
func notFound(what Markdown, c briefing.Coverage, about string, from, to briefing.Day) Markdown {
	if c.Articles == 0 {
		return ""
	}
	text := "No " + what
	if about != "" {
		text += " about that"
	}
	switch {
	case from.IsZero() && to.IsZero():
		return text + " found."
	case from == to:
		return text + " found for that date."
	}
	return text + " found for those dates."
}

// didYouMean lists what does exist, where nothing was found.
func didYouMean(words []string) Markdown {
	var lines []Markdown
	for _, w := range words[:min(len(words), MaxHints)] {
		lines = append(lines, "- "+Clip(w, maxTitle))
	}
	return listUnder("Did you mean:", lines)
}

// nearestDays lists days that do have news.
func nearestDays(near []briefing.NearDay) Markdown {
	var lines []Markdown
	for _, n := range near[:min(len(near), MaxHints)] {
		lines = append(lines, "- "+Weekday(n.Day)+Markdown(" ("+Count(n.Events, "event")+")"))
	}
	return listUnder("Nearest days with news:", lines)
}

func listUnder(heading Markdown, lines []Markdown) Markdown {
	if len(lines) == 0 {
		return ""
	}
	return Lines(append([]Markdown{heading}, lines...)...)
}
