package storetest

import (
	"testing"

	"rapporteur/corpus/store"
)

// testIDs: a person keeps the id through articles that are added, and no two people of a collection share one.
func testIDs(t *testing.T, st store.Store) {
	ids := func() map[string]int64 {
		all, err := st.People(t.Context(), store.Operator)
		if err != nil {
			t.Fatal(err)
		}
		out, seen := map[string]int64{}, map[int64]string{}
		for _, p := range all {
			if other, ok := seen[p.ID]; ok || p.ID == 0 {
				t.Errorf("%s has id %d, as has %q", p.Name, p.ID, other)
			}
			out[p.Name], seen[p.ID] = p.ID, p.Name
		}
		return out
	}
	add(t, st, store.Operator, bridge(t), harvest(t))
	before := ids()
	if _, err := st.Add(t.Context(), store.Operator, Generated(t, 200)...); err != nil {
		t.Fatal(err)
	}
	if err := st.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	after, kept := ids(), 0
	for name, id := range before {
		if got, ok := after[name]; ok && got != id {
			t.Errorf("%s had id %d and has %d", name, id, got)
		} else if ok {
			kept++
		}
	}
	if kept == 0 || len(after) <= len(before) {
		t.Errorf("of %d people %d are the same and %d there", len(before), kept, len(after))
	}
}
