package storetest

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/corpus/article"
	"rapporteur/corpus/store"
)

// testTexts holds the light reading to the whole one.
func testTexts(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t), Entry(t, "Undated", "", "", Line{Text: `The file has "Dates":[ in it, and "Statements":[ too.`}))
	if err := st.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, q := range []store.TextQuery{{}, {Spoken: true}, {EntryQuery: store.EntryQuery{From: onDay(t, "2031-05-07")}}} {
		var want []store.Stored
		for _, e := range entries(t, st, store.Operator, q.EntryQuery) {
			a := e.Article
			e.Article = article.Article{ID: a.ID, Title: a.Title, Publisher: a.Publisher, URL: a.URL, Published: a.Published, Text: a.Text, Ordered: a.Ordered}
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
}
