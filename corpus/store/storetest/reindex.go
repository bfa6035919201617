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

// as is a ReadFunc that finds what e says.
func as(e store.Entry) store.ReadFunc {
	return func(_ context.Context, a article.Article) (store.Entry, error) {
		e.Article = a
		return e, nil
	}
}

var errUnreadable = errors.New("unreadable")

// unreadable is a ReadFunc that fails.
func unreadable(context.Context, article.Article) (store.Entry, error) {
	return store.Entry{}, errUnreadable
}

func testReindex(t *testing.T, st store.Store) {
	blind := bridge(t)
	blind.Statements, blind.Events = nil, nil
	add(t, st, store.Operator, by(3, harvest(t)), by(1, blind))
	add(t, st, "guild", by(2, blind))
	old := ask(st.Outdated(t.Context(), 3)).ok(t)
	if len(old) != 2 || !slices.IsSorted(old) {
		t.Fatalf("read by rules below 3 are %v, want two", old)
	}
	ask(st.Outdated(t.Context(), 2)).is(t, "read by rules below 2", old[:1])
	ask(st.Outdated(t.Context(), 1)).is(t, "read by rules below 1", nil)
	now := by(3, bridge(t))
	for _, step := range []struct {
		name    string
		seq     int64
		e       store.Entry
		renewed bool
	}{
		{"by the rules it was read by", old[0], by(1, bridge(t)), false},
		{"by later rules", old[0], now, true},
		{"a second time", old[0], now, false},
		{"of a guild", old[1], now, true},
		{"that is not there", old[1] + 1, now, false},
	} {
		ask(st.Reindex(t.Context(), step.seq, as(step.e))).is(t, "an article "+step.name, step.renewed)
	}
	ask(st.Outdated(t.Context(), 3)).is(t, "still to be read again", nil)
	all := entries(t, st, "guild", store.EntryQuery{After: old[0] - 1})
	both := []store.Stored{{Entry: now, Seq: old[0]}, {Entry: now, In: "guild", Seq: old[1]}}
	if diff := cmp.Diff(both, all); diff != "" {
		t.Errorf("the entries of the operator and the guild (-want +got):\n%s", diff)
	}
	size(t, "sentences with the word", match(t, st, store.Operator, "bridge"), 2)
	if _, err := st.Reindex(t.Context(), old[0], unreadable); !errors.Is(err, errUnreadable) {
		t.Errorf("Reindex hid the fault of reading: %v", err)
	}
}

// What is settled of a statement stays while the statement does, also before the next
// Settle, and no other statement has its number.
func testReindexKeepsWhatIsSettled(t *testing.T, st store.Store) {
	whole := Entry(t, "The pier at Odrava", "herald.example", "2031-05-07",
		Line{Text: "Fishing goes on, harbour master Peter Holm said.", Speaker: "harbour master Peter Holm",
			Name: "Peter Holm", Cue: "said", Content: []string{"Fishing goes on"}},
		Line{Text: pier + ", she said.", Speaker: "she", Cue: "said", Content: []string{pier}},
		Line{Text: "On Monday the bridge over the Lorn reopened.", Happened: "On Monday", When: On(t, "2031-05-05")},
	)
	part := whole
	part.Statements = whole.Statements[1:]
	add(t, st, store.Operator, by(1, part), by(1, pierBy(t, "courier.example", "Annika Lund", "Annika Lund")),
		by(1, bridge(t)))
	seq := entries(t, st, store.Operator, store.EntryQuery{IDs: []article.ID{whole.Article.ID}})[0].Seq
	of := func() ([]store.StatementHit, int64) {
		story := int64(0)
		for _, h := range events(t, st, store.Operator, store.EventQuery{}) {
			if h.Seq == seq {
				story = h.Story
			}
		}
		return slices.DeleteFunc(statements(t, st, store.Operator, store.StatementQuery{}),
			func(s store.StatementHit) bool { return s.Seq != seq }), story
	}
	before, story := of()
	if len(before) != 1 || before[0].Speaker.Name != "Annika Lund" || before[0].Alike == 0 || story == 0 {
		t.Fatalf("settled are %+v and story %d, want what she said to be Annika Lund's", before, story)
	}
	ask(st.Reindex(t.Context(), seq, as(by(2, whole)))).ok(t)
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
		must(t, st.Settle(t.Context()))
	}
	// Who is named now needs no other article.
	whole.Statements[1].Speaker.Name = "Ida Marsk"
	ask(st.Reindex(t.Context(), seq, as(by(3, whole)))).ok(t)
	if got, _ := of(); got[1].Speaker.Name != "Ida Marsk" || got[1].Conflict {
		t.Errorf("the speaker that the article names is %+v", got[1].Speaker)
	}
}
