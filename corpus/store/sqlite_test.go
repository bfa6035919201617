package store_test

import (
	"errors"
	"path/filepath"
	"testing"

	"rapporteur/corpus/store"
	"rapporteur/corpus/store/dbfile"
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

// TestVersions: a store of a later program is left as it is, by its schema or by the
// rules of its index; one of an earlier program is not looked at before it is upgraded.
func TestVersions(t *testing.T) {
	for _, row := range []struct {
		name, change string
		open, look   error
	}{
		{"of this one", "SELECT 1", nil, nil},
		{"newer schema",
			"INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)", dbfile.ErrNewer, dbfile.ErrNewer},
		{"newer rules", "UPDATE rules SET term = term + 1", dbfile.ErrNewer, dbfile.ErrNewer},
		{"older rules", "UPDATE rules SET term = term - 1", nil, dbfile.ErrOlder},
		{"older schema", "DROP INDEX article_rules; ALTER TABLE article DROP COLUMN rules; DROP TABLE numbered; " +
			"DROP TABLE rules; DELETE FROM goose_db_version WHERE version_id > 1", nil, dbfile.ErrOlder},
	} {
		path := filepath.Join(t.TempDir(), "store.db")
		with(t, path, func(store.Store) {})
		change(t, path, row.change)
		st, err := store.OpenReadOnly(t.Context(), path)
		if !errors.Is(err, row.look) {
			t.Errorf("%s: looked at with %v, want %v", row.name, err, row.look)
		}
		if err == nil {
			if _, err := st.Add(t.Context(), store.Operator); err == nil {
				t.Errorf("%s: what was looked at was written to", row.name)
			}
			st.Close()
		}
		if st, err = store.Open(t.Context(), path); !errors.Is(err, row.open) {
			t.Errorf("%s: opened with %v, want %v", row.name, err, row.open)
		}
		if err == nil {
			st.Close()
		}
	}
}

// change puts a query to a store's file.
func change(t *testing.T, path, query string) {
	t.Helper()
	db, err := dbfile.Open(path, dbfile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(query); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}
