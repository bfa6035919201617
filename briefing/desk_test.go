package briefing

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/store"
	"rapporteur/corpus/store/storetest"
)

// line is a line with one statement.
func line(text, speaker, name, cue, content string) storetest.Line {
	return storetest.Line{Text: text, Speaker: speaker, Name: name, Cue: cue, Content: []string{content}}
}

// quay is what three newspapers tell of a mayor's words, and a fourth of another's.
func quay(t testing.TB) []store.Entry {
	return []store.Entry{
		storetest.Entry(t, "River rises", "wire.example", "2031-03-03",
			line("The river does not read treaties, said the mayor, Jonas Pell.", "the mayor, Jonas Pell", "Jonas Pell", "said", "The river does not read treaties"),
			line("The minister denied that the gates had been opened in secret.", "The minister", "Elina Marsk", "denied", "the gates had been opened in secret"),
			storetest.Line{Text: "Readers like you say the river does not read treaties: give today.", Boilerplate: true},
		),
		storetest.Entry(t, "The quay is wet", "gazette.example", "2031-03-04",
			line("The river does not read treaties, he said.", "he", "", "said", "The river does not read treaties"),
			storetest.Line{Text: "The crews stacked forty thousand sandbags along the lower quay."},
		),
		storetest.Entry(t, "A wet quay", "herald.example", "2031-03-05",
			line("Pell said the river did not read treaties.", "Pell", "Jonas Pell", "said", "the river did not read treaties"),
		),
	}
}

func TestSaid(t *testing.T) {
	d := desk(t, quay(t)...)
	for _, row := range []struct {
		name       string
		q          SaidQuestion
		person     string
		statements int
	}{
		{"exact", SaidQuestion{Person: "Jonas Pell"}, "Jonas Pell", 1},
		{"surname", SaidQuestion{Person: "pell"}, "Jonas Pell", 1},
		{"misspelt", SaidQuestion{Person: "Jonas Pel"}, "Jonas Pell", 1},
		{"about", SaidQuestion{Person: "Pell", About: "treaties"}, "Jonas Pell", 1},
		{"about, misspelt", SaidQuestion{Person: "Pell", About: "treatys"}, "Jonas Pell", 1},
		{"about something else", SaidQuestion{Person: "Pell", About: "sandbags"}, "Jonas Pell", 0},
		{"after", SaidQuestion{Person: "Pell", From: day(t, "2031-03-06")}, "Jonas Pell", 0},
		{"before", SaidQuestion{Person: "Pell", To: day(t, "2031-03-03")}, "Jonas Pell", 1},
		{"nobody", SaidQuestion{Person: "Zebulon"}, "", 0},
	} {
		ans, err := d.Said(t.Context(), row.q)
		if err != nil {
			t.Fatalf("%s: %v", row.name, err)
		}
		name := ""
		if ans.Person != nil {
			name = ans.Person.Name
		}
		if name != row.person || len(ans.Statements) != row.statements {
			t.Errorf("%s: %q with %d statements, want %q with %d", row.name, name, len(ans.Statements), row.person, row.statements)
		}
	}
	var bad *InputError
	if _, err := d.Said(t.Context(), SaidQuestion{Person: "Pell", From: day(t, "2031-03-06"), To: day(t, "2031-03-05")}); !errors.As(err, &bad) {
		t.Errorf("from after to gives %v, want an InputError", err)
	}
}

func day(t testing.TB, s string) Day { return storetest.On(t, s).From }

func TestSource(t *testing.T) {
	d := desk(t, quay(t)...)
	ans, err := d.Who(t.Context(), WhoQuestion{Phrase: "the river does not read treaties"})
	if err != nil || len(ans.Answers) == 0 {
		t.Fatal(err, len(ans.Answers))
	}
	for _, s := range ans.Answers[0].Sources {
		got, err := d.Source(t.Context(), SourceQuestion{ID: s.ID})
		if err != nil || !got.Found || got.Source != s || !strings.Contains(got.Sentence, got.Words) {
			t.Errorf("Source(%s) = %+v, %v", s.ID, got, err)
		}
	}
	if got, err := d.Source(t.Context(), SourceQuestion{ID: "0000000000000000-1-1"}); err != nil || got.Found {
		t.Errorf("a source of no article: %+v, %v", got, err)
	}
	var bad *InputError
	for _, id := range []string{"", "x", "a-b", "a--1-2", "a-1-99999999999999"} {
		if _, err := d.Source(t.Context(), SourceQuestion{ID: id}); !errors.As(err, &bad) {
			t.Errorf("Source(%q) gives %v, want an InputError", id, err)
		}
	}
}

func TestWallsHoldInAnswers(t *testing.T) {
	d := desk(t)
	if _, err := d.store.Add(t.Context(), "one", quay(t)...); err != nil {
		t.Fatal(err)
	}
	if err := d.store.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	for guild, want := range map[string]int{"one": 1, "two": 0, "": 0} {
		asker := Asker{Guild: guild}
		who, err := d.Who(t.Context(), WhoQuestion{Asker: asker, Phrase: "the river does not read treaties"})
		if err != nil || len(who.Answers) != want || len(who.DidYouMean) != 0 {
			t.Errorf("guild %q: %d answers, hints %q, %v; want %d", guild, len(who.Answers), who.DidYouMean, err, want)
		}
		people, err := d.CompletePeople(t.Context(), asker, "pe", 9)
		if err != nil || len(people) != want {
			t.Errorf("guild %q is offered %v, %v; want %d", guild, people, err, want)
		}
	}
}

func TestCompleteDays(t *testing.T) {
	d := desk(t, append(quay(t), events(t))...)
	for _, row := range []struct {
		typed string
		want  int
	}{{"", 1}, {"2031", 1}, {"2031-05", 1}, {"5 may", 1}, {"may 5", 1}, {"may 2031", 1}, {"2030", 0}, {"zzz", 0}} {
		days, err := d.CompleteDays(t.Context(), Asker{Today: day(t, "2031-06-01")}, row.typed, 25)
		if err != nil || len(days) != row.want {
			t.Errorf("CompleteDays(%q) = %v, %v; want %d", row.typed, days, err, row.want)
		}
	}
}

func TestAskTogether(t *testing.T) {
	d := desk(t, append(quay(t), events(t))...)
	var wg sync.WaitGroup
	for _, q := range []string{"who said the river does not read treaties", "what did Pell say", "what happened on 5 may 2031", "pell treaties"} {
		for range 4 {
			wg.Go(func() {
				if _, err := d.Ask(context.Background(), AskQuestion{Asker: Asker{Today: day(t, "2031-06-01")}, Text: q}); err != nil {
					t.Errorf("Ask(%q): %v", q, err)
				}
			})
		}
	}
	wg.Wait()
}

func FuzzQuestions(f *testing.F) {
	d := desk(f, append(quay(f), events(f))...)
	for _, s := range append(storetest.Hostile(), "who said x", "what happened on 5 may 2031", "what did Pell say about \"treaties\"") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 {
			return
		}
		a := Asker{Today: Day{Year: 2031, Month: 6, Day: 1}}
		var bad *InputError
		if ans, err := d.Who(t.Context(), WhoQuestion{Asker: a, Phrase: s}); err != nil && !errors.As(err, &bad) {
			t.Errorf("Who(%q): %v", s, err)
		} else if ans.Answers == nil || ans.DidYouMean == nil {
			t.Errorf("Who(%q) has a null list", s)
		}
		if _, err := d.Said(t.Context(), SaidQuestion{Asker: a, Person: s, About: s}); err != nil && !errors.As(err, &bad) {
			t.Errorf("Said(%q): %v", s, err)
		}
		if _, err := d.Happened(t.Context(), HappenedQuestion{Asker: a, On: "2031", About: s}); err != nil && !errors.As(err, &bad) {
			t.Errorf("Happened about %q: %v", s, err)
		}
		if _, err := d.Ask(t.Context(), AskQuestion{Asker: a, Text: s}); err != nil && !errors.As(err, &bad) {
			t.Errorf("Ask(%q): %v", s, err)
		}
		if _, err := d.Source(t.Context(), SourceQuestion{Asker: a, ID: s}); err != nil && !errors.As(err, &bad) {
			t.Errorf("Source(%q): %v", s, err)
		}
	})
}

// TestWithheld: a name below the threshold is shown nowhere; the words are found, with the mention in its place.
func TestWithheld(t *testing.T) {
	unsure := func(s store.Entry) store.Entry {
		s.Statements[0].Speaker.Basis, s.Statements[0].Speaker.Confidence = attribution.Pronoun, 0.1
		return s
	}
	d := desk(t, unsure(storetest.Entry(t, "Fog at Lisk", "wire.example", "2031-03-03",
		line("The foghorn has not slept since Tuesday, he said.", "he", "Ines Torvald", "said",
			"The foghorn has not slept since Tuesday"))),
		storetest.Entry(t, "Torvald speaks", "wire.example", "2031-03-04",
			line("Ines Torvald said the pilots were tired.", "Ines Torvald", "Ines Torvald", "said", "the pilots were tired")))
	who, err := d.Who(t.Context(), WhoQuestion{Phrase: "the foghorn has not slept since Tuesday"})
	if err != nil || len(who.Answers) != 1 {
		t.Fatalf("%+v, %v; want one answer", who.Answers, err)
	}
	if a := who.Answers[0]; a.Speaker != "" || a.Grade != "" || a.AsPrinted != "he" || a.Basis != "unattributed" {
		t.Errorf("the foghorn is by %q, %q, printed as %q, %s", a.Speaker, a.Grade, a.AsPrinted, a.Basis)
	}
	said, err := d.Said(t.Context(), SaidQuestion{Person: "Torvald"})
	if err != nil || len(said.Statements) != 1 || !strings.Contains(said.Statements[0].Quote, "pilots") {
		t.Errorf("Torvald said %+v, %v; want the pilots alone", said.Statements, err)
	}
}
