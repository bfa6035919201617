package storetest

import (
	"slices"
	"testing"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/store"
)

func testSettlePeople(t *testing.T, st store.Store) {
	ask(st.Add(t.Context(), store.Operator, bridge(t), reopened(t))).ok(t)
	size(t, "statements of Quell before Settle", saidBy(t, st, store.Operator, "Quell"), 1)
	must(t, st.Settle(t.Context()))
	size(t, "statements of Marta Quell after Settle", saidBy(t, st, store.Operator, "Marta Quell"), 2)
	p := ask(st.People(t.Context(), store.Operator)).ok(t)
	if len(p) != 1 || p[0].Statements != 2 || !slices.Contains(p[0].Aliases, "Quell") {
		t.Errorf("People = %+v; want Marta Quell, also Quell, with 2 statements", p)
	}
	for _, e := range entries(t, st, store.Operator, store.EntryQuery{}) {
		if e.Statements[0].Speaker.Name != "Marta Quell" {
			t.Errorf("entry %d quotes %q; want Marta Quell", e.Seq, e.Statements[0].Speaker.Name)
		}
	}
}

const pier = "the pier is older than any of us and must be rebuilt before the winter storms"

// pierBy is an article that quotes somebody on the pier.
func pierBy(t *testing.T, publisher, mention, name string) store.Entry {
	e := Entry(t, "As reported by "+publisher, publisher, "2031-05-07", Line{Text: pier + ", " + mention + " said.",
		Speaker: mention, Name: name, Cue: "said", Content: []string{pier}})
	e.Statements[0].Form = attribution.Direct
	return e
}

func testSettleAcross(t *testing.T, st store.Store) {
	named := pierBy(t, "courier.example", "Annika Lund", "Annika Lund")
	lund := []string{"Annika Lund", "Annika Lund"}
	add(t, st, store.Operator, named, pierBy(t, "herald.example", "she", ""))
	speakers := func(as store.Collection) (names []string, conflicts int) {
		for _, s := range statements(t, st, as, store.StatementQuery{}) {
			names = append(names, s.Speaker.Name)
			if s.Conflict {
				conflicts++
			}
			if s.Speaker.Name != "" && s.Article.At(s.Speaker.Span) == "she" && s.Speaker.Evidence == "" {
				t.Error("a speaker from another article has no evidence")
			}
		}
		return names, conflicts
	}
	if got, n := speakers(store.Operator); !slices.Equal(got, lund) || n != 0 {
		t.Errorf("speakers %q with %d conflicts, want Annika Lund twice", got, n)
	}
	s := saidBy(t, st, store.Operator, "Annika Lund")
	if len(s) != 2 || s[0].Alike == 0 || s[0].Alike != s[1].Alike {
		t.Errorf("%d statements of Annika Lund, want two that are alike", len(s))
	}
	if p := ask(st.People(t.Context(), store.Operator)).ok(t); len(p) != 1 || p[0].Statements != 2 {
		t.Errorf("People = %+v; want Annika Lund with two statements", p)
	}
	// What a guild adds contradicts for itself alone.
	add(t, st, "one", pierBy(t, "mirror.example", "Peter Holm", "Peter Holm"))
	if got, n := speakers(store.Operator); !slices.Equal(got, lund) || n != 0 {
		t.Errorf("after a guild's article: speakers %q with %d conflicts, want no change", got, n)
	}
	if _, n := speakers("one"); n == 0 {
		t.Error("the guild is shown no conflict")
	}
	// What no longer holds is taken back.
	remove(t, st, store.Operator, named.Article.ID, true)
	must(t, st.Settle(t.Context()))
	if got, _ := speakers(store.Operator); !slices.Equal(got, []string{""}) {
		t.Errorf("after removing the evidence: speakers %q, want none", got)
	}
}

// A guild's article settles its own statements by the operator's names, and never the operator's by its own.
func testSettleWalls(t *testing.T, st store.Store) {
	add(t, st, "one", reopened(t))
	add(t, st, store.Operator, bridge(t))
	size(t, "statements of Marta Quell, for the guild", saidBy(t, st, "one", "Marta Quell"), 2)
	remove(t, st, "one", reopened(t).Article.ID, true)
	remove(t, st, store.Operator, bridge(t).Article.ID, true)
	add(t, st, "one", bridge(t))
	add(t, st, store.Operator, reopened(t))
	size(t, "statements of Quell, whom only a guild's article names", saidBy(t, st, store.Operator, "Quell"), 1)
}

func testStories(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t))
	add(t, st, store.Operator, reopened(t))
	add(t, st, "one", bridge(t))
	stories := each(events(t, st, "one", store.EventQuery{During: On(t, "2031-05-05")}),
		func(h store.EventHit) int64 { return h.Story })
	if len(stories) != 3 || stories[0] == 0 || len(slices.Compact(stories)) != 1 {
		t.Errorf("the bridge has stories %v; want three events of one", stories)
	}
	all := events(t, st, store.Operator, store.EventQuery{Stories: 1})
	if len(all) != 2 || all[0].When.From != onDay(t, "2031-05-05") {
		t.Errorf("the most widely reported story has %d events, want the 2 of the bridge", len(all))
	}
	other := events(t, st, store.Operator, store.EventQuery{During: On(t, "2031-05-06")})
	if other[0].Story == stories[0] {
		t.Error("the harvest and the bridge are one story")
	}
}

func testRevision(t *testing.T, st store.Store) {
	e, ctx := bridge(t), t.Context()
	last := ask(st.Revision(ctx)).ok(t)
	for _, step := range []struct {
		name    string
		do      func() error
		changes bool
	}{
		{"adding", func() error { return ask(st.Add(ctx, "one", e)).err }, true},
		{"adding again", func() error { return ask(st.Add(ctx, "one", e)).err }, false},
		{"settling", func() error { return st.Settle(ctx) }, true},
		{"settling again", func() error { return st.Settle(ctx) }, false},
		{"removing", func() error { return ask(st.Remove(ctx, "one", e.Article.ID)).err }, true},
	} {
		must(t, step.do())
		now := ask(st.Revision(ctx)).ok(t)
		if now < last || (now > last) != step.changes {
			t.Errorf("%s took the revision from %d to %d", step.name, last, now)
		}
		last = now
	}
}
