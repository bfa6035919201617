package storetest

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/corpus/article"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/people"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text/term"
	"rapporteur/corpus/when"
)

func testEntries(t *testing.T, st store.Store) {
	last := undated(t)
	add(t, st, store.Operator, bridge(t), harvest(t), last)
	seqs := each(entries(t, st, store.Operator, store.EntryQuery{}), func(e store.Stored) int64 { return e.Seq })
	if len(seqs) != 3 || !slices.IsSorted(seqs) {
		t.Fatalf("entries have Seq %v, want three in order", seqs)
	}
	choose(t, func(q store.EntryQuery) ([]store.Stored, error) { return entries(t, st, store.Operator, q), nil },
		func(e store.Stored) string { return e.Article.Title }, []choice[store.EntryQuery]{
			{"from", store.EntryQuery{From: onDay(t, "2031-05-07")}, []string{"Harvest fails in Odrava"}},
			{"to", store.EntryQuery{To: onDay(t, "2031-05-06")}, []string{"Bridge over the Lorn reopens"}},
			{"after", store.EntryQuery{After: seqs[1]}, []string{"Undated"}},
			{"id", store.EntryQuery{IDs: []article.ID{last.Article.ID, "none"}}, []string{"Undated"}},
			{"no id", store.EntryQuery{IDs: []article.ID{}}, nil},
		})
}

// testTexts compares the light reading with the full one.
func testTexts(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t), Entry(t, "Undated", "", "",
		Line{Text: `The file has "Dates":[ in it, and "Statements":[ too.`}))
	for _, q := range []store.TextQuery{{}, {Spoken: true},
		{EntryQuery: store.EntryQuery{From: onDay(t, "2031-05-07")}}} {
		full := entries(t, st, store.Operator, q.EntryQuery)
		for i := range full {
			e, a := &full[i], full[i].Article
			e.Article = article.Article{ID: a.ID, Title: a.Title, Publisher: a.Publisher, URL: a.URL,
				Published: a.Published, Text: a.Text, Ordered: a.Ordered}
			e.Events, e.Sightings = nil, nil
			if !q.Spoken {
				e.Statements = nil
			}
		}
		light := collect(t, st.Texts(t.Context(), store.Operator, q))
		if diff := cmp.Diff(full, light); diff != "" {
			t.Errorf("Texts %+v (-entries +texts):\n%s", q, diff)
		}
		spoken := slices.ContainsFunc(light, func(e store.Stored) bool { return len(e.Statements) > 0 })
		if spoken != q.Spoken {
			t.Errorf("Texts %+v has statements: %v", q, spoken)
		}
	}
	all := st.Texts(t.Context(), store.Operator, store.TextQuery{})
	for range 2 {
		size(t, "texts, gone through again", collect(t, all), 3)
	}
}

func collect(t *testing.T, all iter.Seq2[store.Stored, error]) (out []store.Stored) {
	t.Helper()
	for e, err := range all {
		must(t, err)
		out = append(out, e)
	}
	return out
}

func testCoverage(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t), undated(t))
	ask(st.Coverage(t.Context(), "anyone")).is(t, "Coverage", store.Coverage{Articles: 3, Sentences: 8, Statements: 2,
		Publishers: 2, First: onDay(t, "2031-05-06"), Last: onDay(t, "2031-05-08")})
}

func testNewest(t *testing.T, st store.Store) {
	ask(st.Newest(t.Context(), "g1")).is(t, "Newest of nothing", 0)
	add(t, st, store.Operator, bridge(t))
	shared := ask(st.Newest(t.Context(), "g1")).ok(t)
	add(t, st, "g1", harvest(t))
	if n := ask(st.Newest(t.Context(), "g1")).ok(t); n <= shared || shared == 0 {
		t.Errorf("the guild's newest went from %d to %d with its own article", shared, n)
	}
	for _, other := range []store.Collection{store.Operator, "g2"} {
		ask(st.Newest(t.Context(), other)).is(t, "Newest, after a guild has added an article", shared)
	}
}

func testLatest(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), undated(t))
	add(t, st, "g1", harvest(t))
	ask(st.Latest(t.Context(), "g1", anywhere())).is(t, "Latest for the guild", harvest(t).Article.Published)
	ask(st.Latest(t.Context(), "g2", anywhere())).is(t, "Latest for another guild", bridge(t).Article.Published)
	ask(st.Latest(t.Context(), "g1", nil)).is(t, "Latest of no places", civil.Day{})
}

// Two titles and two sentences have the terms; the appeal for money speaks of a bridge as well.
func testMatch(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t))
	m := match(t, st, store.Operator, "bridges harvests reopening")
	if len(m) != 4 || !slices.Equal(m[1].Terms, []int{0, 2}) || !slices.Equal(m[2].Terms, []int{1}) {
		t.Errorf("matches %v, want four, those of each article together, the appeal left out", m)
	}
}

func testWeigh(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t))
	terms := append(term.Keys("bridge harvest"), "unheard")
	ask(st.Weigh(t.Context(), store.Operator, terms)).is(t, "Weigh", store.Weights{Sentences: 6, In: []int{2, 2, 0}})
}

func testSpell(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t))
	for word, first := range map[string]string{
		"harvset": "harvest", "Odrawa": "odrava", "trafic": "traffic",
		"bridge": "", "zzzzzzzz": "", "of": "", "two words": "", "": "",
	} {
		got := ask(st.Spell(t.Context(), store.Operator, word)).ok(t)
		if append(got, "")[0] != first {
			t.Errorf("Spell %q = %q, want %q first", word, got, first)
		}
	}
}

func testSentences(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t))
	add(t, st, "one", harvest(t))
	twice := append(anywhere(), anywhere()...)
	words := func(l store.Line) string {
		s := l.Article.At(l.Span)
		if l.Dated != strings.Contains(s, " on ") {
			t.Errorf("%q is dated: %t", s, l.Dated)
		}
		return s
	}
	choose(t, func(q store.SentenceQuery) ([]store.Line, error) { return st.Sentences(t.Context(), "one", q) }, words,
		[]choice[store.SentenceQuery]{
			{"all", store.SentenceQuery{At: twice}, []string{"Bridge over the Lorn reopens",
				"The bridge over the Lorn reopened on Monday.",
				"It will carry twice the traffic, engineer Marta Quell said.",
				"Harvest fails in Odrava", "The harvest in Odrava failed on Tuesday.",
				"Nobody will starve, minister Ivo Brandt told farmers."}},
			{"to", store.SentenceQuery{At: twice, To: onDay(t, "2031-05-05")}, nil},
			{"nowhere", store.SentenceQuery{}, nil},
		})
	hidden := store.SentenceQuery{At: twice, From: onDay(t, "2031-05-07")}
	ask(st.Sentences(t.Context(), store.Operator, hidden)).is(t, "behind a wall", nil)
}

func testStatements(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t))
	first := match(t, st, store.Operator, "traffic")[0].Place
	find := func(q store.StatementQuery) ([]store.StatementHit, error) {
		return st.Statements(t.Context(), store.Operator, q)
	}
	choose(t, find, func(s store.StatementHit) string { return s.Speaker.Name }, []choice[store.StatementQuery]{
		{"all, newest first", store.StatementQuery{}, []string{"Ivo Brandt", "Marta Quell"}},
		{"speaker", store.StatementQuery{Speakers: []string{"Marta Quell", "Nobody"}}, []string{"Marta Quell"}},
		{"no speaker", store.StatementQuery{Speakers: []string{}}, nil},
		{"from", store.StatementQuery{From: onDay(t, "2031-05-08")}, []string{"Ivo Brandt"}},
		{"to", store.StatementQuery{To: onDay(t, "2031-05-06")}, []string{"Marta Quell"}},
		{"at", store.StatementQuery{At: []store.Place{first, first}}, []string{"Marta Quell"}},
		{"nowhere", store.StatementQuery{At: []store.Place{}}, nil},
		{"limit", store.StatementQuery{Limit: 1}, []string{"Ivo Brandt"}},
	})
	s := statements(t, st, store.Operator, store.StatementQuery{})[0]
	within := "Nobody will starve, minister Ivo Brandt told farmers."
	if s.Words()[0] != "Nobody will starve" || s.Article.At(s.Within.Span) != within {
		t.Errorf("the statement reads %q in %q", s.Words(), s.Article.At(s.Within.Span))
	}
}

func testEvents(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t))
	may := when.Interval{From: onDay(t, "2031-05-01"), To: onDay(t, "2031-05-31"), Precision: when.MonthPrecision}
	at := []store.Place{match(t, st, store.Operator, "harvest")[1].Place}
	find := func(q store.EventQuery) ([]store.EventHit, error) { return st.Events(t.Context(), store.Operator, q) }
	choose(t, find, func(h store.EventHit) string { return h.When.From.String() }, []choice[store.EventQuery]{
		{"month", store.EventQuery{During: may}, []string{"2031-05-05", "2031-05-06"}},
		{"day", store.EventQuery{During: On(t, "2031-05-06")}, []string{"2031-05-06"}},
		{"empty day", store.EventQuery{During: On(t, "2031-05-07")}, nil},
		{"short", store.EventQuery{Longest: 1}, []string{"2031-05-05", "2031-05-06"}},
		{"stories", store.EventQuery{Stories: 1}, []string{"2031-05-05"}},
		{"at", store.EventQuery{At: at}, []string{"2031-05-06"}},
		{"nowhere", store.EventQuery{At: []store.Place{}}, nil},
	})
}

func testDays(t *testing.T, st store.Store) {
	year := Entry(t, "A look back", "courier.example", "2031-05-09",
		Line{Text: "The dam was built in 2029.", Happened: "in 2029", When: when.Interval{From: civil.Of(2029, 1, 1),
			To: civil.Of(2029, 12, 31), Precision: when.YearPrecision}})
	add(t, st, store.Operator, bridge(t), harvest(t), year)
	ask(st.Days(t.Context(), store.Operator)).is(t, "Days", []store.DayCount{
		{Day: onDay(t, "2031-05-05"), Events: 1}, {Day: onDay(t, "2031-05-06"), Events: 1}})
}

func testPeople(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t))
	got := ask(st.People(t.Context(), store.Operator)).ok(t)
	i := slices.IndexFunc(got, func(p people.Person) bool { return p.Name == "Marta Quell" })
	if len(got) != 2 || i < 0 || got[i].Statements != 1 {
		t.Errorf("People = %+v, want Marta Quell and Ivo Brandt with a statement each", got)
	}
}
