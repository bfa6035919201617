package storetest

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus/article"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/people"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text/term"
	"rapporteur/corpus/when"
)

func match(t *testing.T, st store.Store, as store.Collection, words string) []store.Match {
	t.Helper()
	m, err := st.Match(t.Context(), as, term.Keys(words))
	if err != nil {
		t.Fatalf("Match %q: %v", words, err)
	}
	return m
}

func statements(t *testing.T, st store.Store, as store.Collection, q store.StatementQuery) []store.StatementHit {
	t.Helper()
	told, err := st.Statements(t.Context(), as, q)
	if err != nil {
		t.Fatalf("Statements %+v: %v", q, err)
	}
	return told
}

func saidBy(t *testing.T, st store.Store, as store.Collection, speakers ...string) []store.StatementHit {
	t.Helper()
	return statements(t, st, as, store.StatementQuery{Speakers: speakers})
}

func happenings(t *testing.T, st store.Store, as store.Collection, q store.EventQuery) []store.EventHit {
	t.Helper()
	h, err := st.Events(t.Context(), as, q)
	if err != nil {
		t.Fatalf("Events %+v: %v", q, err)
	}
	return h
}

func testEntries(t *testing.T, st store.Store) {
	undated := Entry(t, "Undated", "", "", Line{Text: "Something happened."})
	add(t, st, store.Operator, bridge(t), harvest(t), undated)
	var seqs []int64
	for _, e := range entries(t, st, store.Operator, store.EntryQuery{}) {
		seqs = append(seqs, e.Seq)
	}
	if len(seqs) != 3 || !slices.IsSorted(seqs) {
		t.Fatalf("entries have Seq %v, want three in order", seqs)
	}
	for _, row := range []struct {
		name string
		q    store.EntryQuery
		want []string
	}{
		{"from", store.EntryQuery{From: onDay(t, "2031-05-07")}, []string{"Harvest fails in Odrava"}},
		{"to", store.EntryQuery{To: onDay(t, "2031-05-06")}, []string{"Bridge over the Lorn reopens"}},
		{"after", store.EntryQuery{After: seqs[1]}, []string{"Undated"}},
		{"id", store.EntryQuery{IDs: []article.ID{undated.Article.ID, "none"}}, []string{"Undated"}},
		{"no id", store.EntryQuery{IDs: []article.ID{}}, nil},
	} {
		var got []string
		for _, e := range entries(t, st, store.Operator, row.q) {
			got = append(got, e.Article.Title)
		}
		if !slices.Equal(got, row.want) {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}

func testCoverage(t *testing.T, st store.Store) {
	undated := Entry(t, "Undated", "", "", Line{Text: "Something happened."})
	add(t, st, store.Operator, bridge(t), harvest(t), undated)
	got, err := st.Coverage(t.Context(), "anyone")
	if err != nil {
		t.Fatal(err)
	}
	want := store.Coverage{Articles: 3, Sentences: 8, Statements: 2, Publishers: 2,
		First: onDay(t, "2031-05-06"), Last: onDay(t, "2031-05-08")}
	if got != want {
		t.Errorf("Coverage = %+v, want %+v", got, want)
	}
}

func testMatch(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t))
	m := match(t, st, store.Operator, "bridges harvests reopening")
	var held [][]int
	for _, one := range m {
		held = append(held, one.Terms)
	}
	// Two titles and two sentences; the appeal for money speaks of a bridge as well.
	if len(m) != 4 || !slices.Equal(held[1], []int{0, 2}) || !slices.Equal(held[2], []int{1}) {
		t.Errorf("matches %v, want four, those of each article together, the appeal left out", m)
	}
}

func testWeigh(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t))
	w, err := st.Weigh(t.Context(), store.Operator, append(term.Keys("bridge harvest"), "unheard"))
	if err != nil {
		t.Fatal(err)
	}
	if w.Sentences != 6 || !slices.Equal(w.In, []int{2, 2, 0}) {
		t.Errorf("Weigh = %+v, want 2, 2 and 0 of 6", w)
	}
}

func testSpell(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t))
	for _, row := range []struct{ word, want string }{
		{"harvset", "harvest"}, {"Odrawa", "odrava"}, {"trafic", "traffic"},
		{"bridge", ""}, {"zzzzzzzz", ""}, {"of", ""}, {"two words", ""}, {"", ""},
	} {
		got, err := st.Spell(t.Context(), store.Operator, row.word)
		if err != nil {
			t.Fatalf("Spell %q: %v", row.word, err)
		}
		if row.want == "" && len(got) != 0 || row.want != "" && (len(got) == 0 || got[0] != row.want) {
			t.Errorf("Spell %q = %q, want %q first", row.word, got, row.want)
		}
	}
}

func testSentences(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t))
	add(t, st, "one", harvest(t))
	var all []store.Place
	for seq := range int64(5) {
		for n := range 9 {
			all = append(all, store.Place{Seq: seq, Sentence: n}, store.Place{Seq: seq, Sentence: n})
		}
	}
	for _, row := range []struct {
		name string
		as   store.Collection
		q    store.SentenceQuery
		want []string
	}{
		{"all", "one", store.SentenceQuery{At: all}, []string{"Bridge over the Lorn reopens",
			"The bridge over the Lorn reopened on Monday.",
			"It will carry twice the traffic, engineer Marta Quell said.",
			"Harvest fails in Odrava", "The harvest in Odrava failed on Tuesday.",
			"Nobody will starve, minister Ivo Brandt told farmers."}},
		{"behind a wall", store.Operator, store.SentenceQuery{At: all, From: onDay(t, "2031-05-07")}, nil},
		{"to", "one", store.SentenceQuery{At: all[2:4], To: onDay(t, "2031-05-06")}, nil},
		{"nowhere", "one", store.SentenceQuery{}, nil},
	} {
		lines, err := st.Sentences(t.Context(), row.as, row.q)
		if err != nil {
			t.Fatalf("%s: %v", row.name, err)
		}
		var got []string
		for _, l := range lines {
			got = append(got, l.Article.At(l.Span))
			if l.Dated != strings.Contains(got[len(got)-1], " on ") {
				t.Errorf("%s: %q is dated: %t", row.name, got[len(got)-1], l.Dated)
			}
		}
		if !slices.Equal(got, row.want) {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}

func testStatements(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t))
	first := match(t, st, store.Operator, "traffic")[0].Place
	for _, row := range []struct {
		name string
		q    store.StatementQuery
		want []string
	}{
		{"all, newest first", store.StatementQuery{}, []string{"Ivo Brandt", "Marta Quell"}},
		{"speaker", store.StatementQuery{Speakers: []string{"Marta Quell", "Nobody"}}, []string{"Marta Quell"}},
		{"no speaker", store.StatementQuery{Speakers: []string{}}, nil},
		{"from", store.StatementQuery{From: onDay(t, "2031-05-08")}, []string{"Ivo Brandt"}},
		{"to", store.StatementQuery{To: onDay(t, "2031-05-06")}, []string{"Marta Quell"}},
		{"at", store.StatementQuery{At: []store.Place{first, first}}, []string{"Marta Quell"}},
		{"nowhere", store.StatementQuery{At: []store.Place{}}, nil},
		{"limit", store.StatementQuery{Limit: 1}, []string{"Ivo Brandt"}},
	} {
		var got []string
		for _, told := range statements(t, st, store.Operator, row.q) {
			got = append(got, told.Speaker.Name)
		}
		if !slices.Equal(got, row.want) {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
	told := statements(t, st, store.Operator, store.StatementQuery{})[0]
	within := "Nobody will starve, minister Ivo Brandt told farmers."
	if told.Words()[0] != "Nobody will starve" || told.Article.At(told.Within.Span) != within {
		t.Errorf("the statement reads %q in %q", told.Words(), told.Article.At(told.Within.Span))
	}
}

func testEvents(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t))
	may := when.Interval{From: onDay(t, "2031-05-01"), To: onDay(t, "2031-05-31"), Precision: when.MonthPrecision}
	for _, row := range []struct {
		name string
		q    store.EventQuery
		want []string
	}{
		{"month", store.EventQuery{During: may}, []string{"2031-05-05", "2031-05-06"}},
		{"day", store.EventQuery{During: On(t, "2031-05-06")}, []string{"2031-05-06"}},
		{"empty day", store.EventQuery{During: On(t, "2031-05-07")}, nil},
		{"short", store.EventQuery{Longest: 1}, []string{"2031-05-05", "2031-05-06"}},
		{"stories", store.EventQuery{Stories: 1}, []string{"2031-05-05"}},
		{"at", store.EventQuery{At: []store.Place{match(t, st, store.Operator, "harvest")[1].Place}},
			[]string{"2031-05-06"}},
		{"nowhere", store.EventQuery{At: []store.Place{}}, nil},
	} {
		var got []string
		for _, h := range happenings(t, st, store.Operator, row.q) {
			got = append(got, h.When.From.String())
		}
		if !slices.Equal(got, row.want) {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}

func testDays(t *testing.T, st store.Store) {
	year := Entry(t, "A look back", "courier.example", "2031-05-09",
		Line{Text: "The dam was built in 2029.", Happened: "in 2029", When: when.Interval{From: civil.Of(2029, 1, 1),
			To: civil.Of(2029, 12, 31), Precision: when.YearPrecision}})
	add(t, st, store.Operator, bridge(t), harvest(t), year)
	got, err := st.Days(t.Context(), store.Operator)
	if err != nil {
		t.Fatal(err)
	}
	want := []store.DayCount{{Day: onDay(t, "2031-05-05"), Events: 1}, {Day: onDay(t, "2031-05-06"), Events: 1}}
	if !slices.Equal(got, want) {
		t.Errorf("Days = %v, want %v", got, want)
	}
}

func testPeople(t *testing.T, st store.Store) {
	add(t, st, store.Operator, bridge(t), harvest(t))
	got, err := st.People(t.Context(), store.Operator)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(got, func(p people.Person) bool { return p.Name == "Marta Quell" })
	if len(got) != 2 || i < 0 || got[i].Statements != 1 {
		t.Errorf("People = %+v, want Marta Quell and Ivo Brandt with a statement each", got)
	}
}
