package storetest

import (
	"iter"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/corpus/article"
	"rapporteur/corpus/store"
)

// testTexts compares the light reading with the full one.
func testTexts(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t), Entry(t, "Undated", "", "",
		Line{Text: `The file has "Dates":[ in it, and "Statements":[ too.`}))
	if err := st.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, q := range []store.TextQuery{{}, {Spoken: true},
		{EntryQuery: store.EntryQuery{From: onDay(t, "2031-05-07")}}} {
		var want []store.Stored
		for _, e := range entries(t, st, store.Operator, q.EntryQuery) {
			a := e.Article
			e.Article = article.Article{ID: a.ID, Title: a.Title, Publisher: a.Publisher, URL: a.URL,
				Published: a.Published, Text: a.Text, Ordered: a.Ordered}
			e.Events, e.Sightings = nil, nil
			if !q.Spoken {
				e.Statements = nil
			}
			want = append(want, e)
		}
		var got []store.Stored
		for e, err := range st.Texts(t.Context(), store.Operator, q) {
			if err != nil {
				t.Fatalf("Texts %+v: %v", q, err)
			}
			got = append(got, e)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("Texts %+v (-entries +texts):\n%s", q, diff)
		}
		spoken := slices.ContainsFunc(got, func(e store.Stored) bool { return len(e.Statements) > 0 })
		if spoken != q.Spoken {
			t.Errorf("Texts %+v has statements: %v", q, spoken)
		}
	}
	all := st.Texts(t.Context(), store.Operator, store.TextQuery{})
	for range 2 {
		if n := count(t, all); n != 3 {
			t.Errorf("gone through again, %d of 3 entries are there", n)
		}
	}
}

func count(t *testing.T, all iter.Seq2[store.Stored, error]) (n int) {
	t.Helper()
	for _, err := range all {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}
