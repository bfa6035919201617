package storetest

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/corpus/store"
	"rapporteur/corpus/text/term"
)

func testWalls(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t))
	add(t, st, "one", harvest(t))
	ctx, id := t.Context(), harvest(t).Article.ID
	tuesday := store.EventQuery{During: On(t, "2031-05-06")}
	for as, own := range map[store.Collection]int{store.Operator: 0, "one": 1, "two": 0} {
		for what, n := range map[string][2]int{
			"entries":    {len(entries(t, st, as, store.EntryQuery{})), 1 + own},
			"matches":    {len(match(t, st, as, "Odrava")), 2 * own},
			"statements": {len(saidBy(t, st, as, "Ivo Brandt")), own},
			"events":     {len(events(t, st, as, tuesday)), own},
			"people":     {len(ask(st.People(ctx, as)).ok(t)), 1 + own},
			"spellings":  {len(ask(st.Spell(ctx, as, "odrawa")).ok(t)), own},
			"words":      {len(ask(st.Known(ctx, as, []string{"odrava", "odraw"})).ok(t)), own},
			"days":       {len(ask(st.Days(ctx, as)).ok(t)), 1 + own},
		} {
			if n[0] != n[1] {
				t.Errorf("%q is shown %d %s, want %d", as, n[0], what, n[1])
			}
		}
		if a := ask(st.Article(ctx, as, id)).ok(t); (a != nil) != (own > 0) {
			t.Errorf("%q is given article %v", as, a)
		}
		ask(st.Holds(ctx, as, id)).is(t, "the article is held by "+string(as), own > 0)
	}
	ask(st.Holds(ctx, "one", bridge(t).Article.ID)).is(t, "a guild holds the operator's article", false)
	// Anybody could make up the number of a place.
	for _, s := range statements(t, st, "two", store.StatementQuery{At: anywhere()}) {
		if s.In != store.Operator {
			t.Errorf("a made-up place showed a statement of %q", s.In)
		}
	}
	remove(t, st, "two", bridge(t).Article.ID, false)
}

func testWallsInNumbers(t *testing.T, st store.Store) {
	numbers := func() (all []any) { // everything countable that others get
		ctx := t.Context()
		for _, as := range []store.Collection{store.Operator, "two"} {
			all = append(all, ask(st.Weigh(ctx, as, term.Keys("bridge harvest minister"))).ok(t),
				ask(st.Coverage(ctx, as)).ok(t), ask(st.People(ctx, as)).ok(t))
		}
		return all
	}
	add(t, st, store.Operator, bridge(t))
	before := numbers()
	add(t, st, "one", bridge(t), harvest(t))
	if diff := cmp.Diff(before, numbers()); diff != "" {
		t.Errorf("what one guild added changed what others count:\n%s", diff)
	}
}

// Hostile are strings that members type and that mean something to a search language or to a database.
func Hostile() []string {
	return []string{
		`"`, `""`, `'`, `a AND`, `OR`, `-x`, `NOT b`, `NEAR(a b, 3)`, `terms:x`, `{terms}:x`, `*`, `a*`, `^a`, `(`, `)`,
		`a"b`, `; DROP TABLE article; --`, "\x00", "a\x00b", "\xff\xfe", `%`, `_`, `\`, `1.bridge`, `.`, "", " ", "🙂",
		"𐒰", "ﬁ", "\u202e", "İ", "a\u0301", "[1]", `{"a":1}`, `$1`, `?`, `:x`, `@x`,
	}
}

func testHostile(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t))
	ctx := t.Context()
	for _, s := range Hostile() {
		ask(st.Match(ctx, store.Operator, []string{s})).is(t, "Match of "+s, nil)
		if s != "1.bridge" { // which is a word of the article
			ask(st.Match(ctx, store.Operator, term.Keys(s))).is(t, "Match of the terms of "+s, nil)
		}
		by := store.StatementQuery{Speakers: []string{s}}
		ask(st.Statements(ctx, store.Collection(s), by)).is(t, "Statements by "+s, nil)
		for what, err := range map[string]error{
			"Match": ask(st.Match(ctx, store.Operator, term.Keys(s))).err,
			"Weigh": ask(st.Weigh(ctx, store.Operator, []string{s})).err,
			"Spell": ask(st.Spell(ctx, store.Operator, s)).err,
		} {
			if err != nil {
				t.Errorf("%s of %q: %v", what, s, err)
			}
		}
	}
}

func testCancelled(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var listed error
	for _, err := range st.Entries(ctx, store.Operator, store.EntryQuery{}) {
		listed = err
	}
	for what, err := range map[string]error{
		"Add":        ask(st.Add(ctx, store.Operator, harvest(t))).err,
		"Match":      ask(st.Match(ctx, store.Operator, []string{"bridg"})).err,
		"Statements": ask(st.Statements(ctx, store.Operator, store.StatementQuery{})).err,
		"Entries":    listed,
	} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s with a cancelled context: %v", what, err)
		}
	}
	size(t, "entries after a cancelled Add", entries(t, st, store.Operator, store.EntryQuery{}), 1)
}

func testTogether(t *testing.T, st store.Store) {
	e, other, ctx := bridge(t), harvest(t), t.Context()
	guilds := []store.Collection{"one", "two", "three", "four"}
	var wg sync.WaitGroup
	for _, guild := range guilds {
		wg.Go(func() {
			if err := errors.Join(ask(st.Add(ctx, guild, e, other)).err, st.Settle(ctx)); err != nil {
				t.Errorf("adding for %q: %v", guild, err)
			}
		})
		wg.Go(func() {
			for range 20 {
				matched, known := ask(st.Match(ctx, guild, []string{"bridg"})), ask(st.People(ctx, guild))
				if err := errors.Join(matched.err, known.err); err != nil {
					t.Errorf("asking for %q: %v", guild, err)
				}
			}
		})
	}
	wg.Wait()
	for _, guild := range guilds {
		size(t, "entries of "+string(guild), entries(t, st, guild, store.EntryQuery{}), 2)
	}
}

func testEmpty(t *testing.T, st store.Store) {
	must(t, st.Settle(t.Context()))
	ask(st.Coverage(t.Context(), "guild")).is(t, "Coverage of nothing", store.Coverage{})
	ask(st.Match(t.Context(), "guild", term.Keys("bridge"))).is(t, "Match in nothing", nil)
	ask(st.Spell(t.Context(), "guild", "bridge")).is(t, "Spell from nothing", nil)
	ask(st.Article(t.Context(), "guild", "none")).is(t, "Article of nothing", nil)
}
