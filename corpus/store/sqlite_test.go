package store_test

import (
	"path/filepath"
	"testing"

	"rapporteur/corpus/store"
	"rapporteur/corpus/store/storetest"
)

func TestMemory(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		st, err := store.Memory(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return st
	})
}

func TestFile(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "a name? with 100% #marks.db"))
		if err != nil {
			t.Fatal(err)
		}
		return st
	})
}
