package card

import (
	"strings"

	"rapporteur/bot/discord"
	"rapporteur/briefing"
)

// RenderSaid shows what one person said. The question has no person where /ask found one in a sentence.
func RenderSaid(q briefing.SaidQuestion, a briefing.SaidAnswer) Reply {
	r := Reply{Foot: Coverage(a.Coverage), Share: len(a.Statements) > 0}
	if len(a.Statements) == 0 {
		r.Suggestions = suggestWords("said", "person", a.DidYouMean)
	}
	if a.Person == nil {
		r.Title = "No quotes from that speaker here"
		if q.Person != "" {
			r.Title = Quoted("No quotes from ", q.Person, " here")
		}
		r.Lead = []Markdown{didYouMean(a.DidYouMean)}
		return r
	}
	name := a.Person.Name
	r.Title = Join(" ", "What", Clip(name, MaxName), "said", filters(q))
	r.Lead = []Markdown{matchedBy(q, *a.Person), roles(*a.Person)}
	if len(a.Statements) == 0 {
		r.Lead = append(r.Lead, "No matching quotes found.", didYouMean(a.DidYouMean))
		if q.Person == "" || filters(q) != "" {
			all := SuggestOnly("All quotes from "+discord.PlainText(name), "said", "person", name)
			r.Suggestions = append(r.Suggestions, all)
		}
	}
	for _, s := range a.Statements {
		r.Items = append(r.Items, statementItem(s))
	}
	return r
}

// filters says what the question was limited to.
func filters(q briefing.SaidQuestion) Markdown {
	return Join(", ", when(q.About != "", Quoted("about ", q.About, "")), formatDays(q.From, q.To))
}

// matchedBy says who was understood, where that is not plainly what was typed.
func matchedBy(q briefing.SaidQuestion, p briefing.MatchedPerson) Markdown {
	showing := "Showing " + Clip(p.Name, MaxName)
	switch typed := q.Person != ""; {
	case p.MatchedBy == "misspelling" && typed:
		return Quoted(showing+" for ", q.Person, ".")
	case p.MatchedBy == "role" && typed:
		return Quoted(showing+" for the role ", q.Person, ".")
	case p.MatchedBy == "misspelling":
		return showing + ", the closest name to the one in the question."
	case p.MatchedBy == "role":
		return showing + " for the role in the question."
	}
	return ""
}

func roles(p briefing.MatchedPerson) Markdown {
	few := strings.Join(p.Roles[:min(3, len(p.Roles))], "; ")
	return when(len(p.Roles) > 0, "-# Described as: "+Clip(few, maxTitle))
}
