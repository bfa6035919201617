package card

import (
	"regexp"
	"strings"
	"time"

	"rapporteur/briefing"
)

// RenderHappened shows events about some words; "" is about everything.
func RenderHappened(words string, a briefing.HappenedAnswer) Reply {
	title := titleFor("What happened", a.From, a.To, words)
	r := Reply{Title: title, Foot: Coverage(a.Coverage), Share: len(a.Events) > 0}
	if len(a.Events) == 0 {
		r.Lead = []Markdown{notFound("events", a.Coverage, words, a.From, a.To), nearestDays(a.Nearest)}
		r.Suggestions = suggestDays(a.Nearest)
	}
	for _, e := range a.Events {
		r.Items = append(r.Items, eventItem(a, e))
	}
	return r
}

func eventItem(a briefing.HappenedAnswer, e briefing.Event) Item {
	days := when(e.From != a.From || e.To != a.To, formatDays(e.From, e.To))
	details := Join(" · ", days, when(e.Planned, "planned when published"), datedBy(e), reportedBy(e.Told))
	return Item{Text: withSource(Lines(quotation(e.Text), details), e.Sources), Buttons: contextButton(e.Sources)}
}

// reportedBy says how many publishers report something, and whether they print one text.
func reportedBy(told briefing.Told) Markdown {
	return when(told.Publishers > 0, Markdown("reported by "+told.Say(Count)))
}

// datedBy says which words date the event, and how they were read.
func datedBy(e briefing.Event) Markdown {
	why := Clip(spellOutDays(e.Why), maxTitle)
	switch {
	case e.DatedBy == "":
		return ""
	case strings.Contains(e.Why, e.DatedBy):
		return "date: " + why
	}
	return Join(", ", "date: “"+Clip(e.DatedBy, MaxName)+"”", why)
}

// quotedOrDay is a quotation, or a day as programs write it.
var quotedOrDay = regexp.MustCompile(`“[^”]*|\b\d{4}-\d\d-\d\d\b`)

// spellOutDays writes the days in a text as people read them, also aloud. Quoted words
// are an article's and stay as they are.
func spellOutDays(text string) string {
	return quotedOrDay.ReplaceAllStringFunc(text, func(s string) string {
		t, err := time.Parse(time.DateOnly, s)
		if err != nil {
			return s
		}
		return t.Format("2 January 2006")
	})
}
