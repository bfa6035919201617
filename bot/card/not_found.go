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
	return listUnder("Did you mean:", words, func(w string) Markdown { return Clip(w, maxTitle) })
}

// nearestDays lists days that do have news.
func nearestDays(near []briefing.NearDay) Markdown {
	return listUnder("Nearest days with news:", near, func(n briefing.NearDay) Markdown {
		return Weekday(n.Day) + Markdown(" ("+Count(n.Events, "event")+")")
	})
}

// listUnder lists the first MaxHints under a heading; "" where there are none.
func listUnder[T any](heading Markdown, all []T, line func(T) Markdown) Markdown {
	if len(all) == 0 {
		return ""
	}
	for _, one := range all[:min(len(all), MaxHints)] {
		heading += "\n- " + line(one)
	}
	return heading
}
