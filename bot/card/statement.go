package card

import "rapporteur/briefing"

// statementItem shows a statement: its words, the speaker and on what basis, the day, how
// many report it, and its source.
func statementItem(s briefing.Statement) Item {
	return Item{
		Text: withSource(Lines(
			statementWords(s),
			speakerLine(s),
			caveats(s),
			Join(" · ", formatDay(s.SaidOn), reportedBy(s.Told)),
		), s.Sources),
		Buttons: contextButton(s.Sources),
	}
}

// statementWords are the speaker's own words alone, else the whole sentence of the article: a clause cut out of it
// would be half a thought, and where the speaker denied it, the opposite of what they said.
func statementWords(s briefing.Statement) Markdown {
	if s.Sentence == "" || s.Form == "direct" && !s.Negated {
		return quotation(s.Quote)
	}
	return boldWithin(s.Sentence, s.Quote)
}

// speakerLine names the speaker as far as the sources do, and says how that is known.
func speakerLine(s briefing.Statement) Markdown {
	printed := "“" + Clip(s.AsPrinted, maxTitle/2) + "”"
	name := Markdown(s.Hedge()) + "**" + Clip(s.Speaker, maxTitle/2) + "**"
	why := Clip(s.Evidence, maxTitle)
	line := name
	switch {
	case s.Basis == "unnamed":
		line = "**Unnamed source**: " + printed
	case (s.Speaker == "" || s.Basis == "unattributed") && s.AsPrinted != "":
		line = Join(": ", "**Speaker unknown**, the article says "+printed, why)
	case s.Speaker == "" || s.Basis == "unattributed":
		line = Join(": ", "**Speaker unknown**", why)
	case s.Basis == "named":
		line = Join(" · ", name, "named in the article")
	case s.Basis == "description":
		line = Join(" · ", name, "described as "+printed, why)
	case s.Basis == "pronoun":
		line = Join(" · ", name, "the article says "+printed, why)
	}
	return line + when(s.Form == "indirect" && !s.Negated, " · paraphrased by the article")
}

// caveats warn against reading a statement wrongly.
func caveats(s briefing.Statement) Markdown {
	return Join(" · ", when(s.Negated, "denied: see the full sentence"),
		when(s.Conflict, "**disputed**: other articles name someone else"))
}
