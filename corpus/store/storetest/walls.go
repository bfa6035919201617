package storetest

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/corpus/store"
	"rapporteur/corpus/text/term"
)

func testWalls(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t))
	add(t, st, "one", harvest(t))
	for _, row := range []struct {
		as   store.Collection
		want int
	}{{store.Operator, 0}, {"one", 1}, {"two", 0}} {
		if n := len(entries(t, st, row.as, store.EntryQuery{})); n != 1+row.want {
			t.Errorf("%q sees %d entries, want %d", row.as, n, 1+row.want)
		}
		if n := len(match(t, st, row.as, "Odrava")); n != 2*row.want {
			t.Errorf("%q has %d matches, want %d", row.as, n, 2*row.want)
		}
		if n := len(saidBy(t, st, row.as, "Ivo Brandt")); n != row.want {
			t.Errorf("%q finds %d statements, want %d", row.as, n, row.want)
		}
		if n := len(happenings(t, st, row.as, store.EventQuery{During: On(t, "2031-05-06")})); n != row.want {
			t.Errorf("%q finds %d events, want %d", row.as, n, row.want)
		}
		if a, err := st.Article(t.Context(), row.as, harvest(t).Article.ID); err != nil ||
			(a != nil) != (row.want > 0) {
			t.Errorf("%q is given article %v, %v", row.as, a, err)
		}
		if ok, err := st.Holds(t.Context(), row.as, harvest(t).Article.ID); err != nil || ok != (row.want > 0) {
			t.Errorf("%q holds the article: %t, %v", row.as, ok, err)
		}
		if p, err := st.People(t.Context(), row.as); err != nil || len(p) != 1+row.want {
			t.Errorf("%q knows %d people, %v; want %d", row.as, len(p), err, 1+row.want)
		}
		if s, err := st.Spell(t.Context(), row.as, "odrawa"); err != nil || len(s) != row.want {
			t.Errorf("%q is offered %q, %v; want %d", row.as, s, err, row.want)
		}
		if k, err := st.Known(t.Context(), row.as, []string{"odrava", "odraw"}); err != nil || len(k) != row.want {
			t.Errorf("%q knows the words %q, %v; want %d", row.as, k, err, row.want)
		}
		if d, err := st.Days(t.Context(), row.as); err != nil || len(d) != 1+row.want {
			t.Errorf("%q is offered %d days, %v; want %d", row.as, len(d), err, 1+row.want)
		}
	}
	if ok, err := st.Holds(t.Context(), "one", bridge(t).Article.ID); ok || err != nil {
		t.Errorf("a guild holds the operator's article: %t, %v", ok, err)
	}
	// Anybody could make up the number of a place.
	var all []store.Place
	for seq := range int64(10) {
		for n := range 5 {
			all = append(all, store.Place{Seq: seq, Sentence: n})
		}
	}
	for _, told := range statements(t, st, "two", store.StatementQuery{At: all}) {
		if told.In != store.Operator {
			t.Errorf("a made-up place showed a statement of %q", told.In)
		}
	}
	if ok, err := st.Remove(t.Context(), "two", bridge(t).Article.ID); ok || err != nil {
		t.Errorf("a guild removed the operator's article: %t, %v", ok, err)
	}
}

// numbersFor is everything countable that an asker gets.
func numbersFor(t *testing.T, st store.Store, as store.Collection) []any {
	t.Helper()
	w, err := st.Weigh(t.Context(), as, term.Keys("bridge harvest minister"))
	if err != nil {
		t.Fatal(err)
	}
	c, err := st.Coverage(t.Context(), as)
	if err != nil {
		t.Fatal(err)
	}
	p, err := st.People(t.Context(), as)
	if err != nil {
		t.Fatal(err)
	}
	return []any{w, c, p}
}

func testWallsInNumbers(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t))
	before := [][]any{numbersFor(t, st, store.Operator), numbersFor(t, st, "two")}
	add(t, st, "one", bridge(t), harvest(t))
	after := [][]any{numbersFor(t, st, store.Operator), numbersFor(t, st, "two")}
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("what one guild added changed what others count:\n%s", diff)
	}
}

// Hostile are strings that members type and that mean something to a search language or to a database.
func Hostile() []string {
	return []string{
		`"`, `""`, `'`, `a AND`, `OR`, `-x`, `NOT b`, `NEAR(a b, 3)`, `terms:x`, `{terms}:x`, `*`, `a*`, `^a`, `(`, `)`,
		`a"b`, `; DROP TABLE article; --`, "\x00", "a\x00b", "\xff\xfe", `%`, `_`, `\`, `1.bridge`, `.`, "", " ", "🙂",
		"𐒰", "ﬁ",
		"\u202e", "İ", "a\u0301", "[1]", `{"a":1}`, `$1`, `?`, `:x`, `@x`,
	}
}

func testHostile(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t))
	for _, s := range Hostile() {
		if m, err := st.Match(t.Context(), store.Operator, []string{s}); err != nil || len(m) != 0 {
			t.Errorf("Match(%q) = %v, %v; want nothing", s, m, err)
		}
		if m, err := st.Match(t.Context(), store.Operator, term.Keys(s)); err != nil || len(m) != 0 && s != "1.bridge" {
			t.Errorf("Match of the terms of %q = %v, %v; want nothing", s, m, err)
		}
		if _, err := st.Weigh(t.Context(), store.Operator, []string{s}); err != nil {
			t.Errorf("Weigh(%q): %v", s, err)
		}
		if _, err := st.Spell(t.Context(), store.Operator, s); err != nil {
			t.Errorf("Spell(%q): %v", s, err)
		}
		if told, err := st.Statements(t.Context(), store.Collection(s),
			store.StatementQuery{Speakers: []string{s}}); err != nil || len(told) != 0 {
			t.Errorf("Statements by %q = %v, %v; want none", s, told, err)
		}
	}
}

func testCancelled(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := st.Add(ctx, store.Operator, harvest(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("Add with a cancelled context: %v", err)
	}
	if _, err := st.Match(ctx, store.Operator, []string{"bridg"}); !errors.Is(err, context.Canceled) {
		t.Errorf("Match with a cancelled context: %v", err)
	}
	if _, err := st.Statements(ctx, store.Operator, store.StatementQuery{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Statements with a cancelled context: %v", err)
	}
	for _, err := range st.Entries(ctx, store.Operator, store.EntryQuery{}) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("Entries with a cancelled context: %v", err)
		}
	}
	if n := len(entries(t, st, store.Operator, store.EntryQuery{})); n != 1 {
		t.Errorf("%d entries after a cancelled Add, want 1", n)
	}
}

func testTogether(t *testing.T, st store.Store) {
	e, other := bridge(t), harvest(t)
	var wg sync.WaitGroup
	for _, guild := range []store.Collection{"one", "two", "three", "four"} {
		wg.Go(func() {
			if _, err := st.Add(t.Context(), guild, e, other); err != nil {
				t.Errorf("Add for %q: %v", guild, err)
			}
			if err := st.Settle(t.Context()); err != nil {
				t.Errorf("Settle: %v", err)
			}
		})
		wg.Go(func() {
			for range 20 {
				if _, err := st.Match(t.Context(), guild, []string{"bridg"}); err != nil {
					t.Errorf("Match for %q: %v", guild, err)
				}
				if _, err := st.People(t.Context(), guild); err != nil {
					t.Errorf("People for %q: %v", guild, err)
				}
			}
		})
	}
	wg.Wait()
	for _, guild := range []store.Collection{"one", "two", "three", "four"} {
		if n := len(entries(t, st, guild, store.EntryQuery{})); n != 2 {
			t.Errorf("%q sees %d entries, want 2", guild, n)
		}
	}
}

func testEmpty(t *testing.T, st store.Store) {
	if err := st.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if c, err := st.Coverage(t.Context(), "guild"); err != nil || c != (store.Coverage{}) {
		t.Errorf("Coverage of nothing = %+v, %v", c, err)
	}
	if m := match(t, st, "guild", "bridge"); len(m) != 0 {
		t.Errorf("Match in nothing = %v", m)
	}
	if s, err := st.Spell(t.Context(), "guild", "bridge"); err != nil || !slices.Equal(s, nil) {
		t.Errorf("Spell from nothing = %v, %v", s, err)
	}
	if a, err := st.Article(t.Context(), "guild", "none"); a != nil || err != nil {
		t.Errorf("Article of nothing = %v, %v", a, err)
	}
}
