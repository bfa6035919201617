package storetest

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/corpus/article"
	"rapporteur/corpus/store"
)

// by is an entry as read by rules of that number.
func by(rules int, e store.Entry) store.Entry {
	e.Rules = rules
	return e
}

// as is a Reread that finds what e says.
func as(e store.Entry) store.ReadFunc {
	return func(_ context.Context, a article.Article) (store.Entry, error) {
		e.Article = a
		return e, nil
	}
}

// failing is a Reread that fails.
func failing(err error) store.ReadFunc {
	return func(context.Context, article.Article) (store.Entry, error) { return store.Entry{}, err }
}

func outdated(t *testing.T, st store.Store, rules int) []int64 {
	t.Helper()
	seqs, err := st.Outdated(t.Context(), rules)
	if err != nil {
		t.Fatalf("Outdated: %v", err)
	}
	return seqs
}

func testRenew(t *testing.T, st store.Store) {
	blind := bridge(t)
	blind.Statements, blind.Events = nil, nil
	add(t, st, store.Operator, by(3, harvest(t)), by(1, blind))
	add(t, st, "guild", by(2, blind))
	old := outdated(t, st, 3)
	if len(old) != 2 || !slices.IsSorted(old) || !slices.Equal(outdated(t, st, 2), old[:1]) ||
		len(outdated(t, st, 1)) != 0 {
		t.Fatalf("read by rules below 3 are %v, below 2 %v, below 1 %v; want two, the first of them, and none", old,
			outdated(t, st, 2), outdated(t, st, 1))
	}
	want := by(3, bridge(t))
	for _, step := range []struct {
		name    string
		seq     int64
		e       store.Entry
		renewed bool
	}{
		{"by the rules it was read by", old[0], by(1, bridge(t)), false},
		{"by later rules", old[0], want, true},
		{"a second time", old[0], want, false},
		{"of a guild", old[1], want, true},
		{"that is not there", old[1] + 1, want, false},
	} {
		if ok, err := st.Reindex(t.Context(), step.seq, as(step.e)); err != nil || ok != step.renewed {
			t.Errorf("an article %s: %t, %v; want %t", step.name, ok, err, step.renewed)
		}
	}
	if left := outdated(t, st, 3); len(left) != 0 {
		t.Errorf("%v are still to be read again", left)
	}
	all := entries(t, st, "guild", store.EntryQuery{After: old[0] - 1})
	if len(all) != 2 || all[0].In != store.Operator || all[1].In != "guild" {
		t.Fatalf("%d entries, want those of the operator and the guild where they were", len(all))
	}
	for i, e := range all {
		if diff := cmp.Diff(want, e.Entry); diff != "" || e.Seq != old[i] {
			t.Errorf("entry %d has Seq %d, want %d (-want +got):\n%s", i, e.Seq, old[i], diff)
		}
	}
	if m := match(t, st, store.Operator, "bridge"); len(m) != 2 {
		t.Errorf("%d sentences with the word, want 2", len(m))
	}
	fault := errors.New("unreadable")
	if _, err := st.Reindex(t.Context(), old[0], failing(fault)); !errors.Is(err, fault) {
		t.Errorf("Renew hid the fault of reading: %v", err)
	}
}

// What is settled of a statement stays while the statement does, also before the next
// Settle, and no other statement has its number.
func testRenewKeepsWhatIsSettled(t *testing.T, st store.Store) {
	const words = "the pier is older than any of us and must be rebuilt before the winter storms"
	whole := Entry(t, "The pier at Odrava", "herald.example", "2031-05-07",
		Line{Text: "Fishing goes on, harbour master Peter Holm said.", Speaker: "harbour master Peter Holm",
			Name: "Peter Holm", Cue: "said", Content: []string{"Fishing goes on"}},
		Line{Text: words + ", she said.", Speaker: "she", Cue: "said", Content: []string{words}},
		Line{Text: "On Monday the bridge over the Lorn reopened.", Happened: "On Monday", When: On(t, "2031-05-05")},
	)
	part := whole
	part.Statements = whole.Statements[1:]
	named := told(t, "courier.example", "Annika Lund", "Annika Lund", words)
	add(t, st, store.Operator, by(1, part), by(1, named), by(1, bridge(t)))
	of := func() ([]store.StatementHit, int64) {
		story := int64(0)
		seq := entries(t, st, store.Operator, store.EntryQuery{IDs: []article.ID{whole.Article.ID}})[0].Seq
		for _, h := range happenings(t, st, store.Operator, store.EventQuery{}) {
			if h.Seq == seq {
				story = h.Story
			}
		}
		return statementsOf(t, st, seq), story
	}
	before, story := of()
	if len(before) != 1 || before[0].Speaker.Name != "Annika Lund" || before[0].Alike == 0 || story == 0 {
		t.Fatalf("settled are %+v and story %d, want what she said to be Annika Lund's", before, story)
	}
	if _, err := st.Reindex(t.Context(), before[0].Seq, as(by(2, whole))); err != nil {
		t.Fatal(err)
	}
	for _, when := range []string{"before", "after"} {
		got, now := of()
		if len(got) != 2 || now != story {
			t.Fatalf("%s settling there are %d statements and story %d, want 2 and %d", when, len(got), now, story)
		}
		if diff := cmp.Diff(before[0], got[1]); diff != "" {
			t.Errorf("%s settling the statement that stands has changed (-was +is):\n%s", when, diff)
		}
		if got[0].Alike == got[1].Alike {
			t.Errorf("%s settling two statements have one number, %d", when, got[0].Alike)
		}
		if err := st.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	// Who is named now needs no other article.
	whole.Statements[1].Speaker.Name = "Ida Marsk"
	if _, err := st.Reindex(t.Context(), before[0].Seq, as(by(3, whole))); err != nil {
		t.Fatal(err)
	}
	if got, _ := of(); got[1].Speaker.Name != "Ida Marsk" || got[1].Conflict {
		t.Errorf("the speaker that the article names is %+v", got[1].Speaker)
	}
}

// statementsOf is those of one article, in its order.
func statementsOf(t *testing.T, st store.Store, seq int64) []store.StatementHit {
	t.Helper()
	return slices.DeleteFunc(statements(t, st, store.Operator, store.StatementQuery{}),
		func(s store.StatementHit) bool { return s.Seq != seq })
}
