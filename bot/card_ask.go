package bot

import "rapporteur/briefing"

func renderAsk(a briefing.AskAnswer) Reply {
	switch {
	case a.Who != nil:
		return renderWho(*a.Who)
	case a.Said != nil:
		return renderSaid(briefing.SaidQuestion{}, *a.Said)
	case a.Happened != nil:
		return renderHappened("", *a.Happened)
	case a.Brief != nil:
		return renderBrief("", *a.Brief)
	}
	return Reply{
		Title: "That question was not understood",
		Lead: []markdown{"Try " + slash("who") + ", " + slash("said") + ", " + slash("happened") + " or " + slash("brief") +
			"; " + slash("help") + " shows an example of each."},
	}
}
