package command

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/bot/card"
)

// Every row that can be pressed says who may press it, once.
func TestButtonTable(t *testing.T) {
	t.Parallel()
	var verbs []card.Verb
	for _, row := range Buttons() {
		if slices.Contains(verbs, row.Verb) || row.Run == nil || strings.Contains(string(row.Verb), ".") {
			t.Errorf("the row of verb %q is wrong", row.Verb)
		}
		verbs = append(verbs, row.Verb)
	}
}
