package store_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/corpus/store"
	"rapporteur/corpus/store/dbfile"
	"rapporteur/corpus/store/storetest"
	"rapporteur/corpus/text/term"
)

// TestOpenOlder opens a store whose words were indexed by other rules, as one is
// that an earlier program left: it finds what a new one finds.
func TestOpenOlder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	entries := storetest.Generated(t, 1_500)
	keys := term.Keys(entries[3].Article.At(entries[3].Sentences[4].Span))
	var want, got found
	with(t, path, func(st store.Store) {
		for i, in := range []store.Collection{store.Operator, "guild"} {
			if _, err := st.Add(t.Context(), in, entries[i*20:i*20+20]...); err != nil {
				t.Fatal(err)
			}
		}
		if err := st.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
		want = look(t, st, path, keys)
	})
	if len(want.Matches) == 0 || len(want.Sketches) == 0 {
		t.Fatalf("the store finds %d sentences and has %d sketches", len(want.Matches), len(want.Sketches))
	}
	for _, q := range []string{
		"INSERT INTO sentence (sentence) VALUES ('delete-all')",
		"INSERT INTO sentence (rowid, terms) VALUES (1048577, '1." + keys[0] + "')",
		"UPDATE statement SET sketch = zeroblob(length(sketch))",
		"UPDATE event SET sketch = zeroblob(length(sketch))",
		"UPDATE rules SET term = term - 1",
	} {
		change(t, path, q)
	}
	for range 2 { // once opened it is as new
		with(t, path, func(st store.Store) { got = look(t, st, path, keys) })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-new +opened by other rules)\n%s", diff)
		}
	}
}

func with(t *testing.T, path string, do func(store.Store)) {
	t.Helper()
	st, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	do(st)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
}

// found is what depends on the keys of words.
type found struct {
	Matches  []store.Match
	Weights  store.Weights
	Sketches []string
}

func look(t *testing.T, st store.Store, path string, keys []string) found {
	t.Helper()
	var f found
	var err error
	if f.Matches, err = st.Match(t.Context(), "guild", keys); err != nil {
		t.Fatal(err)
	}
	if f.Weights, err = st.Weigh(t.Context(), "guild", keys); err != nil {
		t.Fatal(err)
	}
	db, err := dbfile.OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query("SELECT hex(sketch) FROM statement UNION ALL SELECT hex(sketch) FROM event")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		f.Sketches = append(f.Sketches, s)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return f
}
