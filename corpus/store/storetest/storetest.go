// Package storetest is the conformance suite of stores: it tests the rules of every method of store.Store, the
// walls between collections, idempotence, and hostile input from members. Every new store must pass it.
package storetest

import (
	"testing"

	"rapporteur/corpus/store"
)

// Run tests a store. Each test gets an empty one from open, which Run closes; tests run in parallel.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for _, rule := range []struct {
		name string
		test func(*testing.T, store.Store)
	}{
		{"Add", testAdd},
		{"AddInconsistent", testAddInconsistent},
		{"Remove", testRemove},
		{"SetPublished", testSetPublished},
		{"Renew", testRenew},
		{"RenewKeepsWhatIsSettled", testRenewKeepsWhatIsSettled},
		{"Entries", testEntries},
		{"Texts", testTexts},
		{"Coverage", testCoverage},
		{"Newest", testNewest},
		{"Latest", testLatest},
		{"Match", testMatch},
		{"Weigh", testWeigh},
		{"Spell", testSpell},
		{"Sentences", testSentences},
		{"Statements", testStatements},
		{"Events", testEvents},
		{"Days", testDays},
		{"People", testPeople},
		{"SettlePeople", testSettlePeople},
		{"SettleWalls", testSettleWalls},
		{"SettleAcross", testSettleAcross},
		{"Stories", testStories},
		{"Revision", testRevision},
		{"Walls", testWalls},
		{"WallsInNumbers", testWallsInNumbers},
		{"Hostile", testHostile},
		{"Cancelled", testCancelled},
		{"Together", testTogether},
		{"Empty", testEmpty},
	} {
		t.Run(rule.name, func(t *testing.T) {
			t.Parallel()
			st := open(t)
			t.Cleanup(func() {
				if err := st.Close(); err != nil {
					t.Errorf("Close: %v", err)
				}
			})
			rule.test(t, st)
		})
	}
}
