package storetest

import (
	"slices"
	"testing"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/store"
)

// reopened reports what bridge does in another newspaper's words, and quotes Quell by her surname.
func reopened(t *testing.T) store.Entry {
	return Entry(t, "Lorn bridge open again", "herald.example", "2031-05-06",
		Line{Text: "On Monday the bridge over the Lorn reopened.", Happened: "On Monday", When: On(t, "2031-05-05")},
		Line{Text: "Quell said it had cost less than a new one.", Speaker: "Quell", Name: "Quell", Cue: "said",
			Content: []string{"it had cost less than a new one"}},
	)
}

func testSettlePeople(t *testing.T, st store.Store) {
	if _, err := st.Add(t.Context(), store.Operator, bridge(t), reopened(t)); err != nil {
		t.Fatal(err)
	}
	if told := saidBy(t, st, store.Operator, "Quell"); len(told) != 1 {
		t.Fatalf("before Settle %d statements are Quell's, want 1", len(told))
	}
	if err := st.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if told := saidBy(t, st, store.Operator, "Marta Quell"); len(told) != 2 {
		t.Errorf("after Settle %d statements are Marta Quell's, want 2", len(told))
	}
	p, err := st.People(t.Context(), store.Operator)
	if err != nil || len(p) != 1 || p[0].Statements != 2 || !slices.Contains(p[0].Aliases, "Quell") {
		t.Errorf("People = %+v, %v; want Marta Quell, also Quell, with 2 statements", p, err)
	}
	for e, err := range st.Entries(t.Context(), store.Operator, store.EntryQuery{}) {
		if err != nil || e.Statements[0].Speaker.Name != "Marta Quell" {
			t.Errorf("entry %d quotes %q, %v; want Marta Quell", e.Seq, e.Statements[0].Speaker.Name, err)
		}
	}
}

// told is a made article with one statement.
func told(t *testing.T, publisher, mention, name, content string) store.Entry {
	e := Entry(t, "As reported by "+publisher, publisher, "2031-05-07",
		Line{Text: content + ", " + mention + " said.", Speaker: mention, Name: name, Cue: "said",
			Content: []string{content}})
	e.Statements[0].Form = attribution.Direct
	return e
}

func testSettleAcross(t *testing.T, st store.Store) {
	const words = "the pier is older than any of us and must be rebuilt before the winter storms"
	named := told(t, "courier.example", "Annika Lund", "Annika Lund", words)
	he := told(t, "herald.example", "she", "", words)
	add(t, st, store.Operator, named, he)
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
	if got, n := speakers(store.Operator); !slices.Equal(got, []string{"Annika Lund", "Annika Lund"}) || n != 0 {
		t.Errorf("speakers %q with %d conflicts, want Annika Lund twice", got, n)
	}
	if s := saidBy(t, st, store.Operator, "Annika Lund"); len(s) != 2 ||
		s[0].Alike == 0 || s[0].Alike != s[1].Alike {
		t.Errorf("%d statements of Annika Lund, want two that are alike", len(s))
	}
	if p, err := st.People(t.Context(), store.Operator); err != nil || len(p) != 1 || p[0].Statements != 2 {
		t.Errorf("People = %+v, %v; want Annika Lund with two statements", p, err)
	}
	// What a guild adds contradicts for itself alone.
	add(t, st, "one", told(t, "mirror.example", "Peter Holm", "Peter Holm", words))
	if got, n := speakers(store.Operator); !slices.Equal(got, []string{"Annika Lund", "Annika Lund"}) || n != 0 {
		t.Errorf("after a guild's article: speakers %q with %d conflicts, want no change", got, n)
	}
	if _, n := speakers("one"); n == 0 {
		t.Error("the guild is shown no conflict")
	}
	// What no longer holds is taken back.
	if _, err := st.Remove(t.Context(), store.Operator, named.Article.ID); err != nil {
		t.Fatal(err)
	}
	if err := st.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got, _ := speakers(store.Operator); !slices.Equal(got, []string{""}) {
		t.Errorf("after removing the evidence: speakers %q, want none", got)
	}
}

// A guild's article settles its own statements by the operator's names, and never the operator's by its own.
func testSettleWalls(t *testing.T, st store.Store) {
	add(t, st, "one", reopened(t))
	add(t, st, store.Operator, bridge(t))
	if told := saidBy(t, st, "one", "Marta Quell"); len(told) != 2 {
		t.Errorf("the guild finds %d statements of Marta Quell, want 2", len(told))
	}
	for _, e := range []store.Entry{bridge(t), reopened(t)} {
		if _, err := st.Remove(t.Context(), store.Operator, e.Article.ID); err != nil {
			t.Fatal(err)
		}
		if _, err := st.Remove(t.Context(), "one", e.Article.ID); err != nil {
			t.Fatal(err)
		}
	}
	add(t, st, "one", bridge(t))
	add(t, st, store.Operator, reopened(t))
	if told := saidBy(t, st, store.Operator, "Quell"); len(told) != 1 {
		t.Errorf("the operator finds %d statements of Quell, want 1: a guild's article named that person", len(told))
	}
}

func testStories(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t))
	add(t, st, store.Operator, reopened(t))
	add(t, st, "one", bridge(t))
	found := happenings(t, st, "one", store.EventQuery{During: On(t, "2031-05-05")})
	if len(found) != 3 || found[0].Story == 0 || found[0].Story != found[1].Story || found[1].Story != found[2].Story {
		t.Errorf("%d tellings with stories %v; want three of one story", len(found), storiesOf(found))
	}
	all := happenings(t, st, store.Operator, store.EventQuery{Stories: 1})
	if len(all) != 2 || all[0].When.From != onDay(t, "2031-05-05") {
		t.Errorf("the most widely reported story has %d events, want the 2 of the bridge", len(all))
	}
	other := happenings(t, st, store.Operator, store.EventQuery{During: On(t, "2031-05-06")})
	if other[0].Story == found[0].Story {
		t.Error("the harvest and the bridge are one story")
	}
}

func storiesOf(found []store.EventHit) []int64 {
	var out []int64
	for _, h := range found {
		out = append(out, h.Story)
	}
	return out
}

func testRevision(t *testing.T, st store.Store) {
	revision := func() int64 {
		n, err := st.Revision(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	last := revision()
	e := bridge(t)
	for _, step := range []struct {
		name    string
		do      func() error
		changes bool
	}{
		{"adding", func() error { _, err := st.Add(t.Context(), "one", e); return err }, true},
		{"adding again", func() error { _, err := st.Add(t.Context(), "one", e); return err }, false},
		{"settling", func() error { return st.Settle(t.Context()) }, true},
		{"settling again", func() error { return st.Settle(t.Context()) }, false},
		{"removing", func() error { _, err := st.Remove(t.Context(), "one", e.Article.ID); return err }, true},
	} {
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		now := revision()
		if now < last || (now > last) != step.changes {
			t.Errorf("%s took the revision from %d to %d", step.name, last, now)
		}
		last = now
	}
}
