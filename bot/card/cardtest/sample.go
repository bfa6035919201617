// Package cardtest has sample answers for the tests of every room that shows cards. The
// people, papers and events are invented.
package cardtest

import (
	"fmt"
	"strings"
	"time"

	"rapporteur/briefing"
)

// Date is a calendar day.
func Date(y int, m time.Month, d int) briefing.Day { return briefing.Day{Year: y, Month: m, Day: d} }

// SampleCoverage is what the sample's answers searched.
func SampleCoverage() briefing.Coverage {
	return briefing.Coverage{Articles: 1204, Publishers: 12, First: Date(2031, 3, 1), Last: Date(2031, 3, 14)}
}

// Gazette is the first source of most samples, Herald the other.
func Gazette() briefing.Source {
	return briefing.Source{
		ID: "3f2a9c1d5e7b8a60-2s-1f", Title: "Dam gates stay shut, minister says", Publisher: "gazette.example",
		URL: "https://www.gazette.example/2031/03/12/dam", Published: Date(2031, 3, 12),
	}
}

// Herald is a source with an address that must be encoded.
func Herald() briefing.Source {
	return briefing.Source{
		ID: "9b1c9c1d5e7b8a60-9-2k", Title: "Orel: no water before spring", Publisher: "herald.example",
		URL: "https://herald.example/a(b)?q=1", Published: Date(2031, 3, 13),
	}
}

// NamedStatement is a direct quote with two sources.
func NamedStatement() briefing.Statement {
	return briefing.Statement{
		Speaker: "Maret Orel", AsPrinted: "Water Minister Maret Orel", Basis: "named", Confidence: 0.98,
		Grade: "certain", Form: "direct",
		Quote: "We will not open the gates before the spring", SaidOn: Date(2031, 3, 12),
		Sources: []briefing.Source{Gazette(), Herald()}, ID: Gazette().ID, Told: briefing.Told{Publishers: 2, Texts: 2},
		Sentence: "\"We will not open the gates before the spring,\" Water Minister Maret Orel said.",
	}
}

func unnamedStatement() briefing.Statement {
	return briefing.Statement{
		AsPrinted: "a senior official at the water board", Basis: "unnamed", Confidence: 0.9, Form: "indirect",
		Quote: "the gates had been opened twice in secret", Told: briefing.Told{Publishers: 1, Texts: 1},
		Sources: []briefing.Source{Herald()}, ID: Herald().ID,
		Sentence: "A senior official at the water board hinted that the gates had been opened twice in secret, " +
			"and would say no more.",
	}
}

func deniedStatement() briefing.Statement {
	return briefing.Statement{
		Speaker: "Pavel Ruut", AsPrinted: "he", Basis: "pronoun", Confidence: 0.71, Grade: "probable", Form: "indirect",
		Negated: true, Conflict: true,
		Quote: "that the board had hidden the report", Evidence: "the only man named in the sentence before",
		Sentence: "He denied that the board had hidden the report.", SaidOn: Date(2031, 3, 13),
		Sources: []briefing.Source{Herald()}, ID: Herald().ID, Told: briefing.Told{Publishers: 1, Texts: 1},
	}
}

// SampleWho has a named speaker, an unnamed one, and a denial that is disputed.
func SampleWho() briefing.WhoAnswer {
	return briefing.WhoAnswer{
		Answers:  []briefing.Statement{NamedStatement(), unnamedStatement(), deniedStatement()},
		Coverage: SampleCoverage(),
	}
}

// ManyStatements fills several pages.
func ManyStatements(n int) []briefing.Statement {
	var all []briefing.Statement
	for i := range n {
		s := NamedStatement()
		s.Sources, s.Told = s.Sources[:1], briefing.Told{Publishers: 1, Texts: 1}
		s.Quote = fmt.Sprintf("The level stood at %d centimetres this morning.", 100+i)
		all = append(all, s)
	}
	return all
}

// SampleBrief has an item in each of three sections.
func SampleBrief() briefing.BriefAnswer {
	return briefing.BriefAnswer{
		From: Date(2031, 3, 12), To: Date(2031, 3, 12), Coverage: SampleCoverage(),
		Items: []briefing.BriefItem{
			{
				Section: "headlines", Text: "The dam's gates stayed shut on Wednesday for the ninth day.",
				Sources: []briefing.Source{Gazette()}, Why: "2 publishers report it; new since yesterday",
			},
			{
				Section: "said", Text: "We will not open the gates before the spring", Speaker: "Maret Orel",
				Sources: []briefing.Source{Gazette(), Herald()},
			},
			{
				Section: "ahead", Text: "The board will meet on Friday.", Day: Date(2031, 3, 14),
				Sources: []briefing.Source{Herald()},
			},
		},
	}
}

// SampleHappened has an event of the day, and a planned one of the month.
func SampleHappened() briefing.HappenedAnswer {
	return briefing.HappenedAnswer{
		From: Date(2031, 3, 12), To: Date(2031, 3, 12), Coverage: SampleCoverage(),
		Events: []briefing.Event{
			{
				From: Date(2031, 3, 12), To: Date(2031, 3, 12), Precision: "day",
				Told:    briefing.Told{Publishers: 2, Texts: 2},
				Text:    "The dam's gates stayed shut on Wednesday for the ninth day.",
				DatedBy: "on Wednesday", Why: "the Wednesday of publication", Sources: []briefing.Source{Gazette(), Herald()},
			},
			{
				From: Date(2031, 3, 1), To: Date(2031, 3, 31), Precision: "month", Planned: true,
				Told: briefing.Told{Publishers: 1, Texts: 1},
				Text: "Repairs are to begin in March.", DatedBy: "in March", Sources: []briefing.Source{Herald()},
			},
		},
	}
}

// HostileStatement tries to ping members, to format text and to fake a link.
func HostileStatement() briefing.Statement {
	s := NamedStatement()
	s.Speaker, s.AsPrinted = "@everyone **Boss**", "<@&200> the `boss`"
	s.Quote = "# Free\n> money [here](https://evil.example) <@1> ||now|| https://evil.example " +
		"\u202Eeverything\u200B </who:1> <t:0:R> ```x"
	s.Sources = []briefing.Source{{
		ID: "0a-1-1", Title: "](https://evil.example) @here", Publisher: "*shout*.example",
		URL: "javascript:alert(1)", Published: Date(2031, 3, 12),
	}}
	return s
}

// Unescape removes the backslashes that Discord does not show.
func Unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
