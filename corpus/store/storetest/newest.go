package storetest

import (
	"testing"

	"rapporteur/corpus/store"
)

func testNewest(t *testing.T, st store.Store) {
	newest := func(as store.Collection) int64 {
		t.Helper()
		n, err := st.Newest(t.Context(), as)
		if err != nil {
			t.Fatalf("Newest for %q: %v", as, err)
		}
		return n
	}
	if n := newest("g1"); n != 0 {
		t.Errorf("the empty store's newest is %d, want 0", n)
	}
	add(t, st, store.Operator, bridge(t))
	shared := newest("g1")
	add(t, st, "g1", harvest(t))
	if n := newest(store.Operator); n != shared || n == 0 {
		t.Errorf("the operator's newest went from %d to %d when a guild added an article", shared, n)
	}
	if n := newest("g1"); n <= shared {
		t.Errorf("the guild's newest is %d after its own article, want more than %d", n, shared)
	}
	if n := newest("g2"); n != shared {
		t.Errorf("another guild's newest is %d, want %d", n, shared)
	}
}

func testLatest(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), Entry(t, "Undated", "", "", Line{Text: "The ferry sails."}))
	add(t, st, "g1", harvest(t))
	var all []store.Place
	for seq := range int64(9) {
		all = append(all, store.Place{Seq: seq})
	}
	for _, row := range []struct {
		as   store.Collection
		at   []store.Place
		want string
	}{
		{"g1", all, harvest(t).Article.Published.String()},
		{"g2", all, bridge(t).Article.Published.String()},
		{"g1", nil, ""},
	} {
		if got, err := st.Latest(t.Context(), row.as, row.at); err != nil || got.String() != row.want {
			t.Errorf("the latest of %d places for %q is %s, %v; want %s", len(row.at), row.as, got, err, row.want)
		}
	}
}
