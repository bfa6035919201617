package corpus

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/people"
	"rapporteur/corpus/sample"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text/term"
)

// undated is an article whose words tell its day.
const undated = `Ferry runs aground off Vell

Published: 14 March 2026

The ferry Osprey ran aground off Vell on Friday, the coast guard said.

"Nobody was hurt," said harbour master Ida Holm on Saturday.
`

// readings is the sample and undated, one of them dated by hand, as they are read now.
func readings(t *testing.T) []store.Entry {
	t.Helper()
	reader, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	var all []article.Article
	for a, err := range article.WalkFS(t.Context(), sample.FS()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	all[3].Published, all[3].Dated = civil.Of(2026, 3, 20), article.FromModerator
	parsed, err := article.Parse("undated.txt", []byte(undated))
	if err != nil || len(parsed) != 1 {
		t.Fatalf("%d articles, %v", len(parsed), err)
	}
	var out []store.Entry
	for _, a := range append(all, parsed...) {
		out = append(out, reader.Read(a))
	}
	if last := out[len(out)-1].Article; last.Dated != article.FromText {
		t.Fatalf("the day %v of the undated article is from the %s", last.Published, last.Dated)
	}
	return out
}

// worse is an entry as a poorer reader before this one would have left it: boilerplate
// and news confused, somebody else's statement in front and the last one missed, no
// events, and another day inferred.
func worse(e store.Entry) store.Entry {
	e.Rules = Rules - 1
	e.Sentences = slices.Clone(e.Sentences)
	for i := range e.Sentences {
		e.Sentences[i].Boilerplate = !e.Sentences[i].Boilerplate
	}
	if n := len(e.Statements); n > 0 {
		wrong := e.Statements[0]
		wrong.Speaker.Name, wrong.Speaker.Basis = "Nobody Atall", attribution.Named
		e.Statements = append([]attribution.Statement{wrong}, e.Statements[:n-1]...)
	}
	e.Events = nil
	if e.Article.Dated == article.FromText {
		e.Article.Published = civil.Of(1999, 1, 1)
	}
	return e
}

// filled is a store in a file with entries, the last three a guild's own.
func filled(t *testing.T, path string, entries []store.Entry) *store.SQLite {
	t.Helper()
	st, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	for i, e := range entries {
		in := store.Operator
		if i >= len(entries)-3 {
			in = "guild"
		}
		if _, err := st.Add(t.Context(), in, e); err != nil {
			t.Fatal(err)
		}
	}
	if err := st.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	return st
}

// TestReindex: what lower rules read is read again to what is read now, also when it was
// broken off, and when the program was killed.
func TestReindex(t *testing.T) {
	dir := t.TempDir()
	fresh := readings(t)
	want := held(t, filled(t, filepath.Join(dir, "fresh.db"), fresh))
	old := make([]store.Entry, len(fresh))
	for i, e := range fresh {
		old[i] = worse(e)
	}
	path := filepath.Join(dir, "old.db")
	st := filled(t, path, old)
	if cmp.Equal(want, held(t, st)) {
		t.Fatal("the store of a poorer reader holds what a new one does")
	}
	const broken = 7 // articles are read when it is
	killed := filepath.Join(dir, "killed.db")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n, err := Reindex(ctx, st, func(done, total int) {
		if total != len(fresh) || done > broken {
			t.Errorf("progress ended at %d of %d", done, total)
		}
		if done < broken {
			return
		}
		cancel()
		for _, end := range []string{"", "-wal"} { // what a killed program leaves
			raw, err := os.ReadFile(path + end)
			if err == nil {
				err = os.WriteFile(killed+end, raw, 0o600)
			}
			if err != nil {
				t.Error(err)
			}
		}
	})
	if !errors.Is(err, context.Canceled) || n != broken {
		t.Fatalf("broken off after %d: %v", n, err)
	}
	after, err := store.Open(t.Context(), killed)
	if err != nil {
		t.Fatal(err)
	}
	defer after.Close()
	for name, st := range map[string]*store.SQLite{"broken off": st, "killed": after} {
		for _, left := range []int{len(fresh) - broken, 0} {
			if n, err := Reindex(t.Context(), st, nil); err != nil || n != left {
				t.Errorf("%s: %d articles read again, %v; want %d", name, n, err, left)
			}
			if diff := cmp.Diff(want, held(t, st)); diff != "" {
				t.Errorf("%s (-read now +read again):\n%s", name, diff)
			}
		}
	}
}

// everything is what a store answers with.
type everything struct {
	Entries    []store.Stored
	Statements []store.StatementHit
	Events     []store.EventHit
	People     []people.Person
	Matches    []store.Match
	Coverage   store.Coverage
}

// held is everything that a guild sees, with what tells the same numbered in the order
// of telling.
func held(t *testing.T, st store.Store) everything {
	t.Helper()
	const as = "guild"
	var all everything
	for e, err := range st.Entries(t.Context(), as, store.EntryQuery{}) {
		if err != nil {
			t.Fatal(err)
		}
		all.Entries = append(all.Entries, e)
	}
	var errs [5]error
	all.Statements, errs[0] = st.Statements(t.Context(), as, store.StatementQuery{})
	all.Events, errs[1] = st.Events(t.Context(), as, store.EventQuery{})
	all.People, errs[2] = st.People(t.Context(), as)
	all.Matches, errs[3] = st.Match(t.Context(), as, term.Keys("dam ferry harbour talks"))
	all.Coverage, errs[4] = st.Coverage(t.Context(), as)
	if err := errors.Join(errs[:]...); err != nil {
		t.Fatal(err)
	}
	alike, stories, ids := numbering{}, numbering{}, numbering{}
	for i := range all.People {
		all.People[i].ID = ids.of(all.People[i].ID)
	}
	for i := range all.Statements {
		all.Statements[i].Alike = alike.of(all.Statements[i].Alike)
	}
	for i := range all.Events {
		all.Events[i].Story = stories.of(all.Events[i].Story)
	}
	return all
}

// A numbering counts numbers in the order in which they come.
type numbering map[int64]int64

func (n numbering) of(number int64) int64 {
	if n[number] == 0 {
		n[number] = int64(len(n) + 1)
	}
	return n[number]
}
