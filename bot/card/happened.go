package card

import (
	"fmt"
	"rapporteur/briefing"
	"regexp"
	"strings"
	"time"
)

func RenderHappened(about string, a briefing.HappenedAnswer) Reply {
	r := Reply{Title: "What happened: " + stretch(a.From, a.To), Foot: Coverage(a.Coverage), Share: len(a.Events) > 0}
	if about != "" {
		r.Title += Quoted(", about ", about, "")
	}
	if len(a.Events) == 0 {
		r.Lead = []Markdown{nothing(a.Coverage, about, "tell of nothing about that then", "tell of nothing then"), nearDays(a.Nearest)}
		r.Suggestions = suggestDays(a.Nearest)
	}
	for _, e := range a.Events {
		r.Items = append(r.Items, eventItem(a, e))
	}
	return r
}

// nearDays offers days that do have news.
func nearDays(near []briefing.NearDay) Markdown {
	if len(near) == 0 {
		return ""
	}
	out := []Markdown{"Nearest days with news:"}
	for i, n := range near {
		if i == HintsShown {
			break
		}
		out = append(out, "- "+Weekday(n.Day)+Markdown(fmt.Sprintf(" (%s)", Count(n.Events, "event"))))
	}
	return Lines(out...)
}

func eventItem(a briefing.HappenedAnswer, e briefing.Event) Item {
	var when Markdown
	if e.From != a.From || e.To != a.To {
		when = stretch(e.From, e.To)
	}
	if e.Planned {
		when = Join(" · ", when, "planned at the time of writing")
	}
	return Item{
		Text: withSources(Lines(
			quotation(e.Text),
			Join(" · ", when, datedBy(e), publishers(e.Publishers)),
		), e.Sources),
		Buttons: contextButton(firstID(e.Sources)),
	}
}

// datedBy says which words place the event, and how they were read.
func datedBy(e briefing.Event) Markdown {
	why := Clip(spellDays(e.Why), titleText)
	switch {
	case e.DatedBy == "":
		return ""
	case strings.Contains(e.Why, e.DatedBy):
		return "dated: " + why
	}
	return Join(", ", "dated by “"+Clip(e.DatedBy, NameText)+"”", why)
}

// shortDay is a day as programs write it.
var shortDay = regexp.MustCompile(`\b\d{4}-\d\d-\d\d\b`)

// spellDays writes the days in a text as people read them, also aloud; those in
// quotation marks are somebody's words and stay.
func spellDays(text string) string {
	own, quoted, _ := strings.Cut(text, "“")
	own = shortDay.ReplaceAllStringFunc(own, func(s string) string {
		t, err := time.Parse(time.DateOnly, s)
		if err != nil {
			return s
		}
		return t.Format("2 January 2006")
	})
	if quoted == "" {
		return own
	}
	words, rest, closed := strings.Cut(quoted, "”")
	if !closed {
		return own + "“" + quoted
	}
	return own + "“" + words + "”" + spellDays(rest)
}
