package english

import (
	"strings"
	"testing"
)

func TestFoldings(t *testing.T) {
	for _, row := range []struct{ in, fold, word, token string }{
		{"O’Neill’s", "oneill", "oneill", "o'neill's"},
		{"Łódź", "lodz", "lodz", "łódź"},
		{"Москва", "moskva", "москва", "москва"},
		{"Defence", "defense", "defence", "defence"},
	} {
		if got := Fold(row.in); got != row.fold {
			t.Errorf("Fold(%q) = %q, want %q", row.in, got, row.fold)
		}
		if got := FoldWord(row.in); got != row.word {
			t.Errorf("FoldWord(%q) = %q, want %q", row.in, got, row.word)
		}
		if got := FoldToken(row.in); got != row.token {
			t.Errorf("FoldToken(%q) = %q, want %q", row.in, got, row.token)
		}
	}
}

func TestEdits(t *testing.T) {
	for _, row := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"ferry", "ferry", 0}, {"ferry", "fery", 1}, {"ferry", "frery", 1}, {"ca", "abc", 3}, {"", "abc", 3}} {
		if got := Edits([]rune(row.a), []rune(row.b)); got != row.want {
			t.Errorf("Edits(%q, %q) = %d, want %d", row.a, row.b, got, row.want)
		}
	}
}

func TestInflect(t *testing.T) {
	for _, want := range []string{"deny denies denied denying", "admit admits admitted admitting",
		"press presses pressed pressing", "note notes noted noting"} {
		base, _, _ := strings.Cut(want, " ")
		if got := strings.Join(Inflect(base), " "); got != want {
			t.Errorf("Inflect(%q) = %q, want %q", base, got, want)
		}
	}
}

func TestLightStem(t *testing.T) {
	for in, want := range map[string]string{"ferries": "ferry", "stopped": "stop", "stops": "stop", "crashes": "crash",
		"use": "use", "bus": "bus"} {
		if got := LightStem(in); got != want {
			t.Errorf("LightStem(%q) = %q, want %q", in, got, want)
		}
	}
}
