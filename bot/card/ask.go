package card

import "rapporteur/briefing"

// RenderAsk shows the answer to whichever question was recognised.
func RenderAsk(a briefing.AskAnswer) Reply {
	switch {
	case a.Who != nil:
		return RenderWho(*a.Who)
	case a.Said != nil:
		return RenderSaid(briefing.SaidQuestion{}, *a.Said)
	case a.Happened != nil:
		return RenderHappened("", *a.Happened)
	case a.Brief != nil:
		return RenderBrief("", *a.Brief)
	}
	return Reply{Title: "Question not understood", Lead: []Markdown{
		"Try " + CommandMention("who") + ", " + CommandMention("said") + ", " + CommandMention("happened") + " or " +
			CommandMention("brief") + ". " + CommandMention("help") + " has an example of each.",
	}}
}
