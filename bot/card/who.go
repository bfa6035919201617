package card

import "rapporteur/briefing"

func RenderWho(a briefing.WhoAnswer) Reply {
	r := Reply{Title: Quoted("Who said ", a.Phrase, "?"), Foot: Coverage(a.Coverage), Share: len(a.Answers) > 0}
	if len(a.Answers) == 0 && a.Coverage.Articles > 0 {
		r.Lead = []Markdown{
			"No article here tells of anybody saying that.", hints(a.DidYouMean),
			"Half a sentence is enough, best with its rarest words. " + CommandMention("said") + " lists all that one person said.",
		}
		r.Suggestions = suggestWords("who", "said", a.DidYouMean)
	}
	for _, s := range a.Answers {
		r.Items = append(r.Items, statementItem(s))
	}
	return r
}
