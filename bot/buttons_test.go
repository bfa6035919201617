package bot

import (
	"slices"
	"strings"
	"testing"
)

// Every row that can be pressed says who may press it, once.
func TestButtonTable(t *testing.T) {
	t.Parallel()
	var verbs []Verb
	for _, row := range Buttons() {
		if slices.Contains(verbs, row.Verb) || row.Run == nil || strings.Contains(string(row.Verb), ".") {
			t.Errorf("the row of verb %q is wrong", row.Verb)
		}
		verbs = append(verbs, row.Verb)
	}
}
