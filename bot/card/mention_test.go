package card

import (
	"slices"
	"testing"
)

func TestCommandsInRepliesArePressable(t *testing.T) {
	t.Parallel()
	known := CommandIDs{"who": "123456789012", "admin": "42"}
	for text, want := range map[Markdown]Markdown{
		"Try " + CommandMention("who") + ".":             "Try </who:123456789012>.",
		CommandMention("admin digest add") + " sets one": "</admin digest add:42> sets one",
		"Try " + CommandMention("said") + ".":            "Try `/said`.",
		Escape("said </who:0> to me"):                    Escape("said </who:0> to me"),
		"no command":                                     "no command",
	} {
		if got := known.link(text); got != want {
			t.Errorf("%s reads %s, want %s", text, got, want)
		}
		if got := (CommandIDs{}).link(text); CommandIDs(nil).link(text) != got {
			t.Errorf("%s reads %s without a table", text, got)
		}
	}
}

// Errors for members name commands in plain text, because their rooms do not know Discord.
func TestExplain(t *testing.T) {
	t.Parallel()
	known := func(name string) bool { return slices.Contains([]string{"help", "who", "admin digest list"}, name) }
	for problem, want := range map[string]Markdown{
		"Ask for one; /help shows how.":                            "Ask for one; " + CommandMention("help") + " shows how.",
		"none here; /admin digest list shows those it has":         "none here; " + CommandMention("admin digest list") + " shows those it has",
		"“tell me /help or /who now” is not a date (/help, /nope)": "“tell me /help or /who now” is not a date (" + CommandMention("help") + ", /nope)",
		"see a/who or //who":                                       "see a/who or //who",
		"“/who and no end":                                         "“/who and no end",
		"*/who* /who @here":                                        `\*/who\* ` + CommandMention("who") + ` \@here`,
		"/who":                                                     CommandMention("who"),
		"":                                                         "",
	} {
		if got := Explain(problem, known); got != want {
			t.Errorf("%q reads %s, want %s", problem, got, want)
		}
	}
}
