// Package storetest is the conformance suite of stores: it tests the rules of every method of store.Store, the
// walls between collections, idempotence, and hostile input from members. Every new store must pass it.
package storetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"rapporteur/corpus/article"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text/term"
)

// Run tests a store. Each test gets an empty one from open, which Run closes; tests run in parallel.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for name, test := range map[string]func(*testing.T, store.Store){
		"Add":                       testAdd,
		"AddInconsistent":           testAddInconsistent,
		"Remove":                    testRemove,
		"SetPublished":              testSetPublished,
		"Reindex":                   testReindex,
		"ReindexKeepsWhatIsSettled": testReindexKeepsWhatIsSettled,
		"Entries":                   testEntries,
		"Texts":                     testTexts,
		"Coverage":                  testCoverage,
		"Newest":                    testNewest,
		"Latest":                    testLatest,
		"Match":                     testMatch,
		"Weigh":                     testWeigh,
		"Spell":                     testSpell,
		"Sentences":                 testSentences,
		"Statements":                testStatements,
		"Events":                    testEvents,
		"Days":                      testDays,
		"People":                    testPeople,
		"IDs of people":             testIDs,
		"SettlePeople":              testSettlePeople,
		"SettleWalls":               testSettleWalls,
		"SettleAcross":              testSettleAcross,
		"Stories":                   testStories,
		"Revision":                  testRevision,
		"Walls":                     testWalls,
		"WallsInNumbers":            testWallsInNumbers,
		"Hostile":                   testHostile,
		"Cancelled":                 testCancelled,
		"Together":                  testTogether,
		"Empty":                     testEmpty,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			st := open(t)
			t.Cleanup(func() { must(t, st.Close()) })
			test(t, st)
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// An answer is what a call of the store returned.
type answer[T any] struct {
	got T
	err error
}

func ask[T any](got T, err error) answer[T] { return answer[T]{got, err} }

// ok is what was answered; an error ends the test.
func (a answer[T]) ok(t *testing.T) T {
	t.Helper()
	must(t, a.err)
	return a.got
}

// is fails the test unless this was answered, without an error.
func (a answer[T]) is(t *testing.T, what string, want T) {
	t.Helper()
	if diff := cmp.Diff(want, a.got, cmpopts.EquateEmpty()); a.err != nil || diff != "" {
		t.Errorf("%s: %v (-want +got):\n%s", what, a.err, diff)
	}
}

// size fails the test unless a list is so long.
func size[T any](t *testing.T, what string, list []T, want int) {
	t.Helper()
	if len(list) != want {
		t.Errorf("%d %s, want %d: %+v", len(list), what, want, list)
	}
}

// A choice is a query and what it finds, each by a name.
type choice[Q any] struct {
	name string
	q    Q
	want []string
}

// choose asks each query for the names of what it finds.
func choose[Q, A any](t *testing.T, find func(Q) ([]A, error), name func(A) string, choices []choice[Q]) {
	t.Helper()
	for _, c := range choices {
		found, err := find(c.q)
		ask(each(found, name), err).is(t, c.name, c.want)
	}
}

// each is f of each of a list.
func each[A, B any](list []A, f func(A) B) []B {
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = f(a)
	}
	return out
}

func add(t *testing.T, st store.Store, in store.Collection, entries ...store.Entry) {
	t.Helper()
	ask(st.Add(t.Context(), in, entries...)).ok(t)
	must(t, st.Settle(t.Context()))
}

func remove(t *testing.T, st store.Store, in store.Collection, id article.ID, was bool) {
	t.Helper()
	ask(st.Remove(t.Context(), in, id)).is(t, "Remove", was)
}

func entries(t *testing.T, st store.Store, as store.Collection, q store.EntryQuery) []store.Stored {
	t.Helper()
	return collect(t, st.Entries(t.Context(), as, q))
}

func match(t *testing.T, st store.Store, as store.Collection, words string) []store.Match {
	t.Helper()
	return ask(st.Match(t.Context(), as, term.Keys(words))).ok(t)
}

func statements(t *testing.T, st store.Store, as store.Collection, q store.StatementQuery) []store.StatementHit {
	t.Helper()
	return ask(st.Statements(t.Context(), as, q)).ok(t)
}

func saidBy(t *testing.T, st store.Store, as store.Collection, speaker string) []store.StatementHit {
	t.Helper()
	return statements(t, st, as, store.StatementQuery{Speakers: []string{speaker}})
}

func events(t *testing.T, st store.Store, as store.Collection, q store.EventQuery) []store.EventHit {
	t.Helper()
	return ask(st.Events(t.Context(), as, q)).ok(t)
}

// anywhere is every place that a test's entries may have, and more.
func anywhere() []store.Place {
	var all []store.Place
	for seq := range int64(10) {
		for n := range 9 {
			all = append(all, store.Place{Seq: seq, Sentence: n})
		}
	}
	return all
}
