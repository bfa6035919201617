package card

import (
	"fmt"
	"strconv"
	"strings"

	"rapporteur/bot/discord"
	"rapporteur/briefing"
)

// Limits of a card's parts: more sources and suggestions than these are counted, not
// listed.
const (
	sourcesShown = 3
	HintsShown   = 5
)

// lines joins pieces of markdown, leaving out the empty ones.
func Lines(parts ...Markdown) Markdown { return Join("\n", parts...) }

func Join(sep string, parts ...Markdown) Markdown {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, string(p))
		}
	}
	return Markdown(strings.Join(kept, sep))
}

// quotation shows exact words as a quote. A text too long for a card ends with its last
// whole sentence that fits, if one does.
func quotation(words string) Markdown {
	whole := discord.PlainText(words)
	shown := whole
	for limit := QuoteText; discord.Length(string(Escape(shown))) > QuoteText; limit = limit * 3 / 4 {
		if shown = discord.WholeSentences(whole, limit); shown == "" {
			shown = discord.Truncate(whole, limit)
		}
	}
	if shown == whole {
		return "> " + Escape(whole)
	}
	return "> " + Escape(shown) + "\n-# It goes on in the source."
}

// clip is foreign words as markdown of at most limit units.
func Clip(words string, limit int) Markdown {
	whole := discord.PlainText(words)
	for room := limit; ; room = room * 3 / 4 {
		if short := Escape(discord.Truncate(whole, room)); discord.Length(string(short)) <= limit {
			return short
		}
	}
}

// day is a calendar day in words; "day unknown" for the zero day.
func day(d briefing.Day) Markdown {
	if d.IsZero() {
		return "day unknown"
	}
	return Markdown(d.Time().Format("2 January 2006"))
}

// weekday is a calendar day in words with its weekday, for headings.
func Weekday(d briefing.Day) Markdown {
	if d.IsZero() {
		return "day unknown"
	}
	return Markdown(d.Time().Format("Monday 2 January 2006"))
}

// stretch is an interval in words, as short as its ends allow.
func stretch(from, to briefing.Day) Markdown {
	switch {
	case from == to:
		return Weekday(from)
	case from.IsZero():
		return "until " + day(to)
	case to.IsZero():
		return "since " + day(from)
	case from.Day == 1 && to.Add(1) == (briefing.Day{Year: from.Year + 1, Month: 1, Day: 1}) && from.Month == 1:
		return Markdown(strconv.Itoa(from.Year))
	case from.Day == 1 && to.Year == from.Year && to.Month == from.Month && to.Add(1).Day == 1:
		return Markdown(from.Time().Format("January 2006"))
	}
	return day(from) + " to " + day(to)
}

// publishers says how many independent publishers tell something.
func publishers(n int) Markdown {
	if n <= 0 {
		return ""
	}
	return "told by " + Markdown(Count(n, "publisher"))
}

// withSources adds to an item where its words stand: title, publisher, day and link.
// There is always the first source; others as far as there is room.
func withSources(text Markdown, all []briefing.Source) Markdown {
	room := itemText - discord.Length(string(text))
	for i, s := range all {
		line := "-# " + SourceLine(s)
		if room -= discord.Length(string(line)); i == sourcesShown || i > 0 && room < 0 {
			return Lines(text, Markdown("-# and "+Count(len(all)-i, "more source")))
		}
		text = Lines(text, line)
	}
	return text
}

func SourceLine(s briefing.Source) Markdown {
	from := host(s.URL)
	if from == "" {
		from = s.Publisher
	}
	var title Markdown
	if discord.PlainText(s.Title) != "" {
		title = "“" + Clip(s.Title, titleText) + "”"
	}
	return Join(" · ", title, Clip(from, NameText), day(s.Published), link("open", s.URL))
}

// count is a number with its noun in the right form.
func Count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return thousands(n) + " " + noun
}

// thousands writes a number with commas.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// coverage is the small print under every answer: what was searched.
func Coverage(c briefing.Coverage) Markdown {
	if c.Articles == 0 {
		return "No articles have been loaded yet; whoever runs this bot adds them."
	}
	text := fmt.Sprintf("Searched %s by %s", Count(c.Articles, "article"), Count(c.Publishers, "publisher"))
	if !c.First.IsZero() {
		text += ", " + string(day(c.First)) + " to " + string(day(c.Last))
	}
	return Markdown(text + ".")
}

// nothing says what the articles do not do, where some words were asked for and where
// none were; "" where there are no articles, which the coverage says.
func nothing(c briefing.Coverage, about string, withWords, without Markdown) Markdown {
	switch {
	case c.Articles == 0:
		return ""
	case about != "":
		return "These articles " + withWords + "."
	}
	return "These articles " + without + "."
}

// hints lists what does exist, where nothing was found.
func hints(words []string) Markdown {
	var out []Markdown
	for i, w := range words {
		if i == HintsShown {
			break
		}
		out = append(out, "- "+Clip(w, titleText))
	}
	if len(out) == 0 {
		return ""
	}
	return Lines(append([]Markdown{"Did you mean:"}, out...)...)
}

// title heads a card with words of the member's, cut to fit.
func Quoted(before Markdown, words string, after Markdown) Markdown {
	return before + "“" + Clip(words, echoText) + "”" + after
}

// escaped reports whether the character after some markdown is escaped by it.
func escaped(before string) bool {
	return (len(before)-len(strings.TrimRight(before, `\`)))%2 == 1
}

// within shows a whole sentence as a quote, with the words of it that were said in bold,
// unless they are nearly all of it or not in it as they stand. Pieces of one quotation
// are joined by " … ".
func boldWithin(sentence, said string) Markdown {
	whole := Escape(sentence)
	if discord.Length(string(whole)) > QuoteText {
		return quotation(sentence)
	}
	var out strings.Builder
	rest, marked := string(whole), 0
	for piece := range strings.SplitSeq(said, " … ") {
		words := string(Escape(piece))
		at := strings.Index(rest, words)
		if at < 0 || words == "" || escaped(rest[:at]) {
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

func firstID(all []briefing.Source) string {
	if len(all) == 0 {
		return ""
	}
	return all[0].ID
}
