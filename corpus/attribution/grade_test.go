package attribution

import "testing"

func TestShown(t *testing.T) {
	for _, row := range []struct {
		confidence float64
		basis      Basis
		name       string // shown
		as         Basis
	}{
		{1, Named, "Ines Torvald", Named},
		{1, Description, "Ines Torvald", Description},
		{1, Pronoun, "Ines Torvald", Pronoun},
		{0.01, Named, "", Unattributed},
		{0.01, Description, "", Anonymous},
		{0.01, Pronoun, "", Unattributed},
	} {
		got := Speaker{Name: "Ines Torvald", Basis: row.basis, Confidence: row.confidence, Evidence: "she"}.Shown()
		if got.Name != row.name || got.Basis != row.as || (got.Name == "") != (got.Confidence == 0 && got.Evidence == "") {
			t.Errorf("%s at %.2f is shown as %+v, want %q, %s", row.basis, row.confidence, got, row.name, row.as)
		}
	}
}
