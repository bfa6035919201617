package briefing

import (
	"testing"

	"rapporteur/corpus/store/storetest"
)

// TestTopicMeetsInflections asks what one speaker said about topics in other forms
// than were printed.
func TestTopicMeetsInflections(t *testing.T) {
	said := []string{
		"The ferrymen will not sail on Monday",
		"The spilled oil has reached the eastern shore",
		"Two barges collided under the bridge",
		"The Estonians will lend us their pumps",
		"Senator Portman should mind his own city",
		"The crisis is over and the thieves are gone",
	}
	var lines []storetest.Line
	for _, s := range said {
		lines = append(lines, line(s+", Jonas Pell said.", "Jonas Pell", "Jonas Pell", "said", s))
	}
	d := desk(t, storetest.Entry(t, "Pell speaks", "wire.example", "2031-03-03", lines...))
	for _, row := range []struct {
		about string
		want  int // of said, or -1
	}{
		{"ferry", 0}, {"ferries", 0}, {"ferryman", 0}, {"oil spill", 1}, {"oil spills", 1}, {"barge collision", 2},
		{"Estonia", 3}, {"estonian", 3}, {"estonians", 3}, {"port", -1}, {"portman", 4}, {"crises", 5}, {"a thief", 5},
	} {
		ans, err := d.Said(t.Context(), SaidQuestion{Person: "Pell", About: row.about})
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case row.want < 0 && len(ans.Statements) > 0:
			t.Errorf("about %q: %q, want nothing", row.about, ans.Statements[0].Quote)
		case row.want >= 0 && (len(ans.Statements) != 1 || ans.Statements[0].Quote != said[row.want]):
			t.Errorf("about %q: %d statements, want %q", row.about, len(ans.Statements), said[row.want])
		}
	}
}
