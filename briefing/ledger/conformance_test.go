package ledger_test

import (
	"path/filepath"
	"testing"

	"rapporteur/briefing/ledger"
	"rapporteur/briefing/ledger/ledgertest"
)

func TestFile(t *testing.T) {
	ledgertest.Run(t, func(t *testing.T) ledgertest.Ledger {
		l, err := ledger.Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
		if err != nil {
			t.Fatal(err)
		}
		return l
	})
}

func TestMemory(t *testing.T) {
	ledgertest.Run(t, func(t *testing.T) ledgertest.Ledger {
		l, err := ledger.Memory(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return l
	})
}
