package card

import "rapporteur/briefing"

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
	return Reply{
		Title: "That question was not understood",
		Lead: []Markdown{"Try " + CommandMention("who") + ", " + CommandMention("said") + ", " + CommandMention("happened") + " or " + CommandMention("brief") +
			"; " + CommandMention("help") + " shows an example of each."},
	}
}
