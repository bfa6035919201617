package card

import (
	"strconv"
	"strings"

	"rapporteur/bot/discord"
	"rapporteur/briefing"

	"github.com/dustin/go-humanize"
)

// Lines puts each piece on a line of its own, without the empty ones.
func Lines(parts ...Markdown) Markdown { return Join("\n", parts...) }

// Join puts sep between the pieces that are not empty.
func Join(sep string, parts ...Markdown) Markdown {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, string(p))
		}
	}
	return Markdown(strings.Join(kept, sep))
}

// when is text where something holds, else "".
func when(holds bool, text Markdown) Markdown {
	if holds {
		return text
	}
	return ""
}

// Clip escapes foreign words and cuts the result to at most limit units.
func Clip(words string, limit int) Markdown {
	whole := discord.PlainText(words)
	for room := limit; ; room = room * 3 / 4 {
		if short := Escape(discord.Truncate(whole, room)); discord.Length(string(short)) <= limit {
			return short
		}
	}
}

// Quoted puts a member's words, cut to fit, in quotation marks between two texts.
func Quoted(before Markdown, words string, after Markdown) Markdown {
	return before + "“" + Clip(words, maxEcho) + "”" + after
}

// about continues a title with the words that the member asked about, if any.
func about(words string) Markdown {
	return when(words != "", Quoted(", about ", words, ""))
}

// formatDay is a calendar day in words; "" for the zero day.
func formatDay(d briefing.Day) Markdown { return dayAs(d, "2 January 2006") }

// Weekday is a calendar day in words with its weekday; "" for the zero day.
func Weekday(d briefing.Day) Markdown { return dayAs(d, "Monday 2 January 2006") }

func dayAs(d briefing.Day, layout string) Markdown {
	if d.IsZero() {
		return ""
	}
	return Markdown(d.Time().Format(layout))
}

// formatDays is an interval in words, as short as its ends allow; "" when both are zero.
func formatDays(from, to briefing.Day) Markdown {
	switch {
	case from == to:
		return Weekday(from)
	case from.IsZero():
		return "until " + formatDay(to)
	case to.IsZero():
		return "since " + formatDay(from)
	case from.Day == 1 && from.Month == 1 && to.Add(1) == (briefing.Day{Year: from.Year + 1, Month: 1, Day: 1}):
		return Markdown(strconv.Itoa(from.Year))
	case from.Day == 1 && to.Year == from.Year && to.Month == from.Month && to.Add(1).Day == 1:
		return dayAs(from, "January 2006")
	}
	return formatDay(from) + " to " + formatDay(to)
}

// titleFor heads a card about an interval and some words; both may be missing.
func titleFor(kind Markdown, from, to briefing.Day, words string) Markdown {
	return Join(": ", kind, formatDays(from, to)) + about(words)
}

// Count is a number with its noun in the right form.
func Count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return humanize.Comma(int64(n)) + " " + noun
}
