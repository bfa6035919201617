package bot

import (
	"fmt"
	"strconv"
	"strings"

	"rapporteur/briefing"
)

// Limits of a card's parts: more sources and suggestions than these are counted, not
// listed.
const (
	sourcesShown = 3
	hintsShown   = 5
)

// lines joins pieces of markdown, leaving out the empty ones.
func lines(parts ...markdown) markdown { return join("\n", parts...) }

func join(sep string, parts ...markdown) markdown {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, string(p))
		}
	}
	return markdown(strings.Join(kept, sep))
}

// quotation shows exact words as a quote. A text too long for a card ends with its last
// whole sentence that fits, if one does.
func quotation(words string) markdown {
	whole := plain(words)
	shown := whole
	for limit := quoteText; units(string(escape(shown))) > quoteText; limit = limit * 3 / 4 {
		if shown = sentences(whole, limit); shown == "" {
			shown = cut(whole, limit)
		}
	}
	if shown == whole {
		return "> " + escape(whole)
	}
	return "> " + escape(shown) + "\n-# It goes on in the source."
}

// clip is foreign words as markdown of at most limit units.
func clip(words string, limit int) markdown {
	whole := plain(words)
	for room := limit; ; room = room * 3 / 4 {
		if short := escape(cut(whole, room)); units(string(short)) <= limit {
			return short
		}
	}
}

// day is a calendar day in words; "day unknown" for the zero day.
func day(d briefing.Day) markdown {
	if d.IsZero() {
		return "day unknown"
	}
	return markdown(d.Time().Format("2 January 2006"))
}

// weekday is a calendar day in words with its weekday, for headings.
func weekday(d briefing.Day) markdown {
	if d.IsZero() {
		return "day unknown"
	}
	return markdown(d.Time().Format("Monday 2 January 2006"))
}

// stretch is an interval in words, as short as its ends allow.
func stretch(from, to briefing.Day) markdown {
	switch {
	case from == to:
		return weekday(from)
	case from.IsZero():
		return "until " + day(to)
	case to.IsZero():
		return "since " + day(from)
	case from.Day == 1 && to.Add(1) == (briefing.Day{Year: from.Year + 1, Month: 1, Day: 1}) && from.Month == 1:
		return markdown(strconv.Itoa(from.Year))
	case from.Day == 1 && to.Year == from.Year && to.Month == from.Month && to.Add(1).Day == 1:
		return markdown(from.Time().Format("January 2006"))
	}
	return day(from) + " to " + day(to)
}

// publishers says how many independent publishers tell something.
func publishers(n int) markdown {
	if n <= 0 {
		return ""
	}
	return "told by " + markdown(count(n, "publisher"))
}

// withSources adds to an item where its words stand: title, publisher, day and link.
// There is always the first source; others as far as there is room.
func withSources(text markdown, all []briefing.Source) markdown {
	room := itemText - units(string(text))
	for i, s := range all {
		line := "-# " + sourceLine(s)
		if room -= units(string(line)); i == sourcesShown || i > 0 && room < 0 {
			return lines(text, markdown("-# and "+count(len(all)-i, "more source")))
		}
		text = lines(text, line)
	}
	return text
}

func sourceLine(s briefing.Source) markdown {
	from := host(s.URL)
	if from == "" {
		from = s.Publisher
	}
	var title markdown
	if plain(s.Title) != "" {
		title = "“" + clip(s.Title, titleText) + "”"
	}
	return join(" · ", title, clip(from, nameText), day(s.Published), link("open", s.URL))
}

// count is a number with its noun in the right form.
func count(n int, noun string) string {
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
func coverage(c briefing.Coverage) markdown {
	if c.Articles == 0 {
		return "No articles have been loaded yet; whoever runs this bot adds them."
	}
	text := fmt.Sprintf("Searched %s by %s", count(c.Articles, "article"), count(c.Publishers, "publisher"))
	if !c.First.IsZero() {
		text += ", " + string(day(c.First)) + " to " + string(day(c.Last))
	}
	return markdown(text + ".")
}

// nothing says what the articles do not do, where some words were asked for and where
// none were; "" where there are no articles, which the coverage says.
func nothing(c briefing.Coverage, about string, withWords, without markdown) markdown {
	switch {
	case c.Articles == 0:
		return ""
	case about != "":
		return "These articles " + withWords + "."
	}
	return "These articles " + without + "."
}

// hints lists what does exist, where nothing was found.
func hints(words []string) markdown {
	var out []markdown
	for i, w := range words {
		if i == hintsShown {
			break
		}
		out = append(out, "- "+clip(w, titleText))
	}
	if len(out) == 0 {
		return ""
	}
	return lines(append([]markdown{"Did you mean:"}, out...)...)
}

// title heads a card with words of the member's, cut to fit.
func title(before markdown, words string, after markdown) markdown {
	return before + "“" + clip(words, echoText) + "”" + after
}

// escaped reports whether the character after some markdown is escaped by it.
func escaped(before string) bool {
	return (len(before)-len(strings.TrimRight(before, `\`)))%2 == 1
}

// within shows a whole sentence as a quote, with the words of it that were said in bold,
// unless they are nearly all of it or not in it as they stand. Pieces of one quotation
// are joined by " … ".
func within(sentence, said string) markdown {
	whole := escape(sentence)
	if units(string(whole)) > quoteText {
		return quotation(sentence)
	}
	var out strings.Builder
	rest, marked := string(whole), 0
	for piece := range strings.SplitSeq(said, " … ") {
		words := string(escape(piece))
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
	return "> " + markdown(out.String()+rest)
}

func firstID(all []briefing.Source) string {
	if len(all) == 0 {
		return ""
	}
	return all[0].ID
}
