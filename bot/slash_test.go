package bot

import (
	"slices"
	"testing"
)

func TestCommandsInRepliesArePressable(t *testing.T) {
	t.Parallel()
	known := commandIDs{"who": "123456789012", "admin": "42"}
	for text, want := range map[markdown]markdown{
		"Try " + slash("who") + ".":             "Try </who:123456789012>.",
		slash("admin digest add") + " sets one": "</admin digest add:42> sets one",
		"Try " + slash("said") + ".":            "Try `/said`.",
		escape("said </who:0> to me"):           escape("said </who:0> to me"),
		"no command":                            "no command",
	} {
		if got := known.link(text); got != want {
			t.Errorf("%s reads %s, want %s", text, got, want)
		}
		if got := (commandIDs{}).link(text); commandIDs(nil).link(text) != got {
			t.Errorf("%s reads %s without a table", text, got)
		}
	}
}

// Mistakes are told in plain words, some by rooms that know no Discord.
func TestMistakesNamePressableCommands(t *testing.T) {
	t.Parallel()
	for problem, want := range map[string]markdown{
		"Ask for one; /help shows how.":                            "Ask for one; " + slash("help") + " shows how.",
		"none here; /admin digest list shows those it has":         "none here; " + slash("admin digest list") + " shows those it has",
		"“tell me /help or /who now” is not a date (/help, /nope)": "“tell me /help or /who now” is not a date (" + slash("help") + ", /nope)",
		"see a/who or //who":                                       "see a/who or //who",
		"“/who and no end":                                         "“/who and no end",
		"*/who* /who @here":                                        `\*/who\* ` + slash("who") + ` \@here`,
		"/who":                                                     slash("who"),
		"":                                                         "",
	} {
		if got := explain(problem, func(name string) bool { return slices.Contains([]string{"help", "who", "admin digest list"}, name) }); got != want {
			t.Errorf("%q reads %s, want %s", problem, got, want)
		}
	}
}
