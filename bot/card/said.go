package card

import (
	"rapporteur/bot/discord"
	"rapporteur/briefing"
	"strings"
)

func RenderSaid(q briefing.SaidQuestion, a briefing.SaidAnswer) Reply {
	r := Reply{Foot: Coverage(a.Coverage), Share: len(a.Statements) > 0}
	if a.Person == nil && q.Person == "" {
		r.Title = "These articles name no such speaker"
		r.Lead = []Markdown{hints(a.DidYouMean)}
		r.Suggestions = suggestWords("said", "person", a.DidYouMean)
		return r
	}
	if a.Person == nil {
		r.Title = Quoted("Nobody called ", q.Person, " speaks in these articles")
		r.Lead = []Markdown{hints(a.DidYouMean)}
		r.Suggestions = suggestWords("said", "person", a.DidYouMean)
		return r
	}
	r.Title = Join(" ", "What", Clip(a.Person.Name, NameText), "said", narrowed(q))
	r.Lead = personLines(q, *a.Person)
	if len(a.Statements) == 0 {
		r.Lead = append(r.Lead, "These articles quote nothing of the kind.", hints(a.DidYouMean))
		r.Suggestions = suggestWords("said", "person", a.DidYouMean)
		if inWords := q.Person == ""; inWords || narrowed(q) != "" {
			r.Suggestions = append(r.Suggestions, SuggestOnly("All that "+discord.PlainText(a.Person.Name)+" said", "said", "person", a.Person.Name))
		}
	}
	for _, s := range a.Statements {
		r.Items = append(r.Items, statementItem(s))
	}
	return r
}

// narrowed says what the question was narrowed to.
func narrowed(q briefing.SaidQuestion) Markdown {
	var parts []Markdown
	if q.About != "" {
		parts = append(parts, Quoted("about ", q.About, ""))
	}
	if !q.From.IsZero() || !q.To.IsZero() {
		parts = append(parts, stretch(q.From, q.To))
	}
	return Join(", ", parts...)
}

// personLines says who was understood, where that is not plainly what was typed.
func personLines(q briefing.SaidQuestion, p briefing.MatchedPerson) []Markdown {
	var out []Markdown
	switch typed := q.Person != ""; {
	case p.MatchedBy == "misspelling" && typed:
		out = append(out, Quoted("Read ", q.Person, " as this name."))
	case p.MatchedBy == "role" && typed:
		out = append(out, Quoted("Read ", q.Person, " as the holder of that role."))
	case p.MatchedBy == "misspelling":
		out = append(out, "The name in the question was read as this one.")
	case p.MatchedBy == "role":
		out = append(out, "Found by the role in the question.")
	}
	if len(p.Roles) > 0 {
		out = append(out, "-# Printed as: "+Clip(strings.Join(p.Roles[:min(3, len(p.Roles))], "; "), titleText))
	}
	return out
}
