package card

import "rapporteur/briefing"

// RenderWho shows who said a phrase, best answer first.
func RenderWho(a briefing.WhoAnswer) Reply {
	r := Reply{Title: Quoted("Who said ", a.Phrase, "?"), Foot: Coverage(a.Coverage), Share: len(a.Answers) > 0}
	if len(a.Answers) == 0 && a.Coverage.Articles > 0 {
		r.Lead = []Markdown{
			"No article here quotes anyone saying that.",
			didYouMean(a.DidYouMean),
			"Try a few distinctive words. " + CommandMention("said") + " lists one person's quotes.",
		}
		r.Suggestions = suggestWords("who", "said", a.DidYouMean)
	}
	for _, s := range a.Answers {
		r.Items = append(r.Items, statementItem(s))
	}
	return r
}
