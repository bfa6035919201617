package card

import (
	"fmt"
	"math"

	"rapporteur/briefing"
)

// sure is the confidence from which a speaker is named without a word of caution.
const sure = 0.9

// statementItem shows a statement: its words, its speaker and on what basis, the day,
// who tells it and where.
func statementItem(s briefing.Statement) Item {
	return Item{
		Text: withSources(Lines(
			shownWords(s),
			speakerLine(s),
			Join(" · ", saidOn(s), publishers(s.Publishers)),
		), s.Sources),
		Buttons: contextButton(s.ID),
	}
}

// shownWords are the words to quote: the speaker's own alone, else the whole sentence of
// the article. A clause cut out of it would be half a thought, and where the speaker
// denied it, the contrary of what they said.
func shownWords(s briefing.Statement) Markdown {
	if s.Sentence == "" || s.Form == "direct" && !s.Negated {
		return quotation(s.Quote)
	}
	return boldWithin(s.Sentence, s.Quote)
}

func saidOn(s briefing.Statement) Markdown {
	if s.SaidOn.IsZero() {
		return ""
	}
	return day(s.SaidOn)
}

// speakerLine names the speaker as far as the sources do, and says how it is known.
func speakerLine(s briefing.Statement) Markdown {
	line := speakerName(s)
	if s.Negated {
		line = Join(" · ", line, "a denial: read the whole sentence")
	}
	if s.Conflict {
		line = Join(" · ", line, "**disputed**: other articles credit somebody else")
	}
	if s.Form == "indirect" && !s.Negated {
		line = Join(" · ", line, "in the article's words")
	}
	return line
}

func speakerName(s briefing.Statement) Markdown {
	printed := Clip(s.AsPrinted, titleText/2)
	name := "**" + Clip(s.Speaker, titleText/2) + "**"
	why := Clip(s.Evidence, titleText)
	switch {
	case s.Basis == "unnamed":
		return "**Not named**: “" + printed + "”"
	case s.Speaker == "" || s.Basis == "unattributed":
		if printed != "" {
			return Join(": ", "**Not attributed**, printed as “"+printed+"”", why)
		}
		return Join(": ", "**Not attributed**", why)
	case s.Basis == "named":
		return Join(" · ", name, "named in the text", caution(s))
	case s.Basis == "description":
		return Join(" · ", name, "described as “"+printed+"”", why, caution(s))
	case s.Basis == "pronoun":
		return Join(" · ", name, "printed as “"+printed+"”", why, caution(s))
	}
	return Join(" · ", name, caution(s))
}

// caution says how sure the speaker is where that is in doubt.
func caution(s briefing.Statement) Markdown {
	if s.Confidence >= sure || s.Confidence <= 0 {
		return ""
	}
	return Markdown(fmt.Sprintf("uncertain, %d %% sure", int(math.Round(100*s.Confidence))))
}

func contextButton(id string) []Button {
	if id == "" {
		return nil
	}
	return []Button{{Label: "Context", Verb: VerbContext, Arg: id}}
}
