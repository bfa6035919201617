package bot

// heading is an article's title, where it has one.
func heading(words string) markdown {
	if plain(words) == "" {
		return "An article without a title"
	}
	return "“" + clip(words, titleText) + "”"
}

// dayKnownBy says how the day of publication is known, where it is not printed.
func dayKnownBy(dated string) markdown {
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

func neighbour(sentence string) markdown {
	if sentence == "" {
		return ""
	}
	return "> " + clip(sentence, quoteText/3)
}
