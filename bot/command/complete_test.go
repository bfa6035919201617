package command

import (
	"strings"
	"testing"

	"rapporteur/bot/discord"
)

// A choice at Discord's limit is offered; one beyond it is not.
func TestChoicesAtTheLimit(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		value string
		want  bool
	}{
		{strings.Repeat("a", discord.MaxChoiceLength), true}, {strings.Repeat("a", discord.MaxChoiceLength+1), false},
		{strings.Repeat("😀", discord.MaxChoiceLength/2), true}, {strings.Repeat("😀", discord.MaxChoiceLength/2) + "a", false},
		{" ", false},
	} {
		got := appendChoice(nil, row.value, strings.Repeat("é", discord.MaxChoiceLength+1))
		if (len(got) == 1) != row.want || len(got) == 1 && discord.Length(got[0].Name) > discord.MaxChoiceLength {
			t.Errorf("a value of %d units is offered as %v", discord.Length(row.value), got)
		}
	}
	var all []discord.Choice
	for range discord.MaxChoices + 1 {
		all = appendChoice(all, "a", "a")
	}
	if len(all) != discord.MaxChoices {
		t.Errorf("%d choices are offered", len(all))
	}
}
