package card

import (
	"strings"

	"rapporteur/bot/discord"
)

// quotation shows exact words as a quote. A text too long for a card ends with its last
// whole sentence that fits, if one does.
func quotation(words string) Markdown {
	whole := discord.PlainText(words)
	shown := whole
	for limit := maxQuote; discord.Length(string(Escape(shown))) > maxQuote; limit = limit * 3 / 4 {
		if shown = discord.WholeSentences(whole, limit); shown == "" {
			shown = discord.Truncate(whole, limit)
		}
	}
	if shown == whole {
		return "> " + Escape(whole)
	}
	return "> " + Escape(shown) + "\n-# Shortened; the full text is in the article."
}

// boldWithin quotes a whole sentence with its spoken words in bold, unless they are
// nearly all of it or are not found in it. Pieces of one quotation are joined by " … ".
func boldWithin(sentence, said string) Markdown {
	whole := Escape(sentence)
	if discord.Length(string(whole)) > maxQuote {
		return quotation(sentence)
	}
	var out strings.Builder
	rest, marked := string(whole), 0
	for piece := range strings.SplitSeq(said, " … ") {
		words := string(Escape(piece))
		at := strings.Index(rest, words)
		if at < 0 || words == "" || endsInEscape(rest[:at]) {
			return "> " + whole
		}
		out.WriteString(rest[:at] + "**" + words + "**")
		rest, marked = rest[at+len(words):], marked+len(words)
	}
	if marked > len(whole)*9/10 {
		return "> " + whole
	}
	return "> " + Markdown(out.String()+rest)
}

// endsInEscape reports whether the next character after text would be escaped.
func endsInEscape(text string) bool {
	return (len(text)-len(strings.TrimRight(text, `\`)))%2 == 1
}
