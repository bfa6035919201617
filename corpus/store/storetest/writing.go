package storetest

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/corpus/article"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/store"
)

// bridge and harvest are the two articles most rules are tried on.
func bridge(t *testing.T) store.Entry {
	return Entry(t, "Bridge over the Lorn reopens", "courier.example", "2031-05-06",
		Line{Text: "The bridge over the Lorn reopened on Monday.", Happened: "on Monday", When: On(t, "2031-05-05")},
		Line{Text: "It will carry twice the traffic, engineer Marta Quell said.", Speaker: "engineer Marta Quell",
			Name: "Marta Quell", Cue: "said", Content: []string{"It will carry twice the traffic"}},
		Line{Text: "Support the bridge of independent news with a gift.", Boilerplate: true},
	)
}

func harvest(t *testing.T) store.Entry {
	return Entry(t, "Harvest fails in Odrava", "ledger.example", "2031-05-08",
		Line{Text: "The harvest in Odrava failed on Tuesday.", Happened: "on Tuesday", When: On(t, "2031-05-06")},
		Line{Text: "Nobody will starve, minister Ivo Brandt told farmers.", Speaker: "minister Ivo Brandt",
			Name: "Ivo Brandt", Cue: "told", Content: []string{"Nobody will starve"}},
	)
}

func add(t *testing.T, st store.Store, in store.Collection, entries ...store.Entry) {
	t.Helper()
	if _, err := st.Add(t.Context(), in, entries...); err != nil {
		t.Fatalf("Add: %v", err)
	}
	if err := st.Settle(t.Context()); err != nil {
		t.Fatalf("Settle: %v", err)
	}
}

func entries(t *testing.T, st store.Store, as store.Collection, q store.EntryQuery) []store.Stored {
	t.Helper()
	var out []store.Stored
	for e, err := range st.Entries(t.Context(), as, q) {
		if err != nil {
			t.Fatalf("Entries: %v", err)
		}
		out = append(out, e)
	}
	return out
}

func testAdd(t *testing.T, st store.Store) {
	want := bridge(t)
	for i, n := range []int{1, 0} {
		got, err := st.Add(t.Context(), store.Operator, want)
		if err != nil || got != n {
			t.Fatalf("Add, time %d: %d, %v; want %d", i+1, got, err, n)
		}
	}
	if n, err := st.Add(t.Context(), "guild", want, want); err != nil || n != 1 {
		t.Fatalf("Add of the same article twice to another collection: %d, %v; want 1", n, err)
	}
	all := entries(t, st, store.Operator, store.EntryQuery{})
	if len(all) != 1 {
		t.Fatalf("the operator sees %d entries, want 1", len(all))
	}
	if diff := cmp.Diff(want, all[0].Entry); diff != "" {
		t.Errorf("the entry came back changed (-want +got):\n%s", diff)
	}
}

func testAddInconsistent(t *testing.T, st store.Store) {
	bad := harvest(t)
	bad.Statements[0].Content[0].End = len(bad.Article.Text) + 1
	if _, err := st.Add(t.Context(), store.Operator, bridge(t), bad); err == nil {
		t.Fatal("Add took a content outside its article")
	}
	if all := entries(t, st, store.Operator, store.EntryQuery{}); len(all) != 0 {
		t.Errorf("a refused Add left %d entries behind", len(all))
	}
}

func testRemove(t *testing.T, st store.Store) {
	e := bridge(t)
	add(t, st, store.Operator, e, harvest(t))
	add(t, st, "guild", e)
	for i, want := range []bool{true, false} {
		got, err := st.Remove(t.Context(), store.Operator, e.Article.ID)
		if err != nil || got != want {
			t.Fatalf("Remove, time %d: %t, %v; want %t", i+1, got, err, want)
		}
	}
	if err := st.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if m := match(t, st, store.Operator, "bridge"); len(m) != 0 {
		t.Errorf("the words of a removed article are still found: %v", m)
	}
	if m := match(t, st, "guild", "bridge"); len(m) != 2 {
		t.Errorf("the guild's own copy has %d matches, want 2", len(m))
	}
	if told := saidBy(t, st, store.Operator, "Marta Quell"); len(told) != 0 {
		t.Errorf("the statement of a removed article is still found: %v", told)
	}
	add(t, st, store.Operator, e)
	if m := match(t, st, store.Operator, "bridge"); len(m) != 2 {
		t.Errorf("after adding it again there are %d matches, want 2", len(m))
	}
}

func testSetPublished(t *testing.T, st store.Store) {
	e := bridge(t)
	e.Article.Published, e.Article.Dated = civil.Day{}, article.FromUnknown
	e.Dates, e.Events = nil, nil
	add(t, st, store.Operator, e, harvest(t))
	before := entries(t, st, store.Operator, store.EntryQuery{IDs: []article.ID{e.Article.ID}})
	reread := func(_ context.Context, a article.Article) (store.Entry, error) {
		again := bridge(t)
		again.Article = a
		return again, nil
	}
	ok, err := st.SetPublished(t.Context(), store.Operator, e.Article.ID, onDay(t, "2031-05-07"), reread)
	if err != nil || !ok {
		t.Fatalf("SetPublished: %t, %v", ok, err)
	}
	after := entries(t, st, store.Operator, store.EntryQuery{IDs: []article.ID{e.Article.ID}})
	if len(after) != 1 || after[0].Seq != before[0].Seq {
		t.Fatalf("after SetPublished: %d entries; want the one, under the same Seq", len(after))
	}
	if a := after[0].Article; a.Published != onDay(t, "2031-05-07") || a.Dated != article.FromModerator {
		t.Errorf("published %v from %s, want 2031-05-07 from the moderator", a.Published, a.Dated)
	}
	if got := happenings(t, st, store.Operator, store.EventQuery{During: On(t, "2031-05-05")}); len(got) != 1 {
		t.Errorf("%d events after reading anew, want 1", len(got))
	}
	if m := match(t, st, store.Operator, "bridge"); len(m) != 2 {
		t.Errorf("%d matches after reading anew, want 2", len(m))
	}
	day := onDay(t, "2031-05-07")
	if ok, err := st.SetPublished(t.Context(), "guild", e.Article.ID, day, reread); ok || err != nil {
		t.Errorf("SetPublished of the operator's article for a guild: %t, %v; want false", ok, err)
	}
	fault := errors.New("unreadable")
	_, err = st.SetPublished(t.Context(), store.Operator, e.Article.ID, day, failing(fault))
	if !errors.Is(err, fault) {
		t.Errorf("SetPublished hid the fault of reading: %v", err)
	}
}
