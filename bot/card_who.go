package bot

import "rapporteur/briefing"

func renderWho(a briefing.WhoAnswer) Reply {
	r := Reply{Title: title("Who said ", a.Phrase, "?"), Foot: coverage(a.Coverage), Share: len(a.Answers) > 0}
	if len(a.Answers) == 0 && a.Coverage.Articles > 0 {
		r.Lead = []markdown{
			"No article here tells of anybody saying that.", hints(a.DidYouMean),
			"Half a sentence is enough, best with its rarest words. " + slash("said") + " lists all that one person said.",
		}
		r.Try = tryWords("who", "said", a.DidYouMean)
	}
	for _, s := range a.Answers {
		r.Items = append(r.Items, statementItem(s))
	}
	return r
}
