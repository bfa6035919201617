package storetest

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/corpus/article"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/store"
)

func testAdd(t *testing.T, st store.Store) {
	e := bridge(t)
	ask(st.Add(t.Context(), store.Operator, e)).is(t, "Add", 1)
	ask(st.Add(t.Context(), store.Operator, e)).is(t, "Add again", 0)
	ask(st.Add(t.Context(), "guild", e, e)).is(t, "Add of the same article twice to another collection", 1)
	all := entries(t, st, store.Operator, store.EntryQuery{})
	if len(all) != 1 {
		t.Fatalf("the operator sees %d entries, want 1", len(all))
	}
	if diff := cmp.Diff(e, all[0].Entry); diff != "" {
		t.Errorf("the entry came back changed (-want +got):\n%s", diff)
	}
}

func testAddInconsistent(t *testing.T, st store.Store) {
	bad := harvest(t)
	bad.Statements[0].Content[0].End = len(bad.Article.Text) + 1
	if _, err := st.Add(t.Context(), store.Operator, bridge(t), bad); err == nil {
		t.Fatal("Add took a content outside its article")
	}
	size(t, "entries after a refused Add", entries(t, st, store.Operator, store.EntryQuery{}), 0)
}

func testRemove(t *testing.T, st store.Store) {
	e := bridge(t)
	add(t, st, store.Operator, e, harvest(t))
	add(t, st, "guild", e)
	for _, was := range []bool{true, false} {
		remove(t, st, store.Operator, e.Article.ID, was)
	}
	must(t, st.Settle(t.Context()))
	size(t, "matches of a removed article", match(t, st, store.Operator, "bridge"), 0)
	size(t, "matches of the guild's own copy", match(t, st, "guild", "bridge"), 2)
	size(t, "statements of a removed article", saidBy(t, st, store.Operator, "Marta Quell"), 0)
	add(t, st, store.Operator, e)
	size(t, "matches after adding it again", match(t, st, store.Operator, "bridge"), 2)
}

func testSetPublished(t *testing.T, st store.Store) {
	e := bridge(t)
	id := e.Article.ID
	e.Article.Published, e.Article.Dated = civil.Day{}, article.FromUnknown
	e.Dates, e.Events = nil, nil
	add(t, st, store.Operator, e, harvest(t))
	before := entries(t, st, store.Operator, store.EntryQuery{IDs: []article.ID{id}})
	set := func(in store.Collection, read store.ReadFunc) (bool, error) {
		return st.SetPublished(t.Context(), in, id, onDay(t, "2031-05-07"), article.FromModerator, read)
	}
	ask(set(store.Operator, as(bridge(t)))).is(t, "SetPublished", true)
	after := entries(t, st, store.Operator, store.EntryQuery{IDs: []article.ID{id}})
	if len(after) != 1 || after[0].Seq != before[0].Seq {
		t.Fatalf("after SetPublished: %d entries; want the one, under the same Seq", len(after))
	}
	if a := after[0].Article; a.Published != onDay(t, "2031-05-07") || a.Dated != article.FromModerator {
		t.Errorf("published %v from %s, want 2031-05-07 from the moderator", a.Published, a.Dated)
	}
	size(t, "events after reading anew", events(t, st, store.Operator, store.EventQuery{During: On(t, "2031-05-05")}), 1)
	size(t, "matches after reading anew", match(t, st, store.Operator, "bridge"), 2)
	ask(set("guild", as(bridge(t)))).is(t, "SetPublished of the operator's article for a guild", false)
	if _, err := set(store.Operator, unreadable); !errors.Is(err, errUnreadable) {
		t.Errorf("SetPublished hid the fault of reading: %v", err)
	}
}
