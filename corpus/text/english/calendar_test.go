package english

import "testing"

func TestNumber(t *testing.T) {
	for w, want := range map[string]int{"one": 1, "nineteen": 19, "twenty": 20, "ninety": 90, "hundred": 0, "": 0} {
		if got := Number(w); got != want {
			t.Errorf("Number(%q) = %d, want %d", w, got, want)
		}
	}
	for n := 1; n < 20; n++ {
		if got := Number(Cardinal(n)); got != n {
			t.Errorf("Number(%q) = %d, want %d", Cardinal(n), got, n)
		}
	}
}
