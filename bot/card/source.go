package card

import (
	"rapporteur/bot/discord"
)

// heading is an article's title, where it has one.
func Heading(words string) Markdown {
	if discord.PlainText(words) == "" {
		return "An article without a title"
	}
	return "“" + Clip(words, titleText) + "”"
}

// dayKnownBy says how the day of publication is known, where it is not printed.
func DayKnownBy(dated string) Markdown {
	switch dated {
	case "text":
		return "-# The day of publication was worked out from the text."
	case "moderator", "flag":
		return "-# The day of publication was given by a moderator."
	case "unknown":
		return "-# The day of publication is not known."
	}
	return ""
}

func Neighbour(sentence string) Markdown {
	if sentence == "" {
		return ""
	}
	return "> " + Clip(sentence, QuoteText/3)
}
