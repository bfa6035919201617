package briefing

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/store"
	"rapporteur/corpus/store/storetest"
	"rapporteur/corpus/when"
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

func TestWhoJoinsSources(t *testing.T) {
	d := desk(t, quay(t)...)
	ans, err := d.Who(t.Context(), WhoQuestion{Phrase: "the rivers doesnt read treatys"})
	if err != nil {
		t.Fatal(err)
	}
	if len(ans.Answers) != 1 {
		t.Fatalf("%d answers, want one: %+v", len(ans.Answers), ans.Answers)
	}
	got := ans.Answers[0]
	if got.Speaker != "Jonas Pell" || got.Publishers != 3 || len(got.Sources) != 3 || got.Conflict {
		t.Errorf("told of %q by %d publishers, conflict %t; want Jonas Pell, 3, none", got.Speaker, got.Publishers, got.Conflict)
	}
	if got.Quote != "The river does not read treaties" || got.Basis != "named" {
		t.Errorf("quote %q, basis %s", got.Quote, got.Basis)
	}
}

func TestWhoOfAMessage(t *testing.T) {
	d := desk(t, quay(t)...)
	long := strings.Repeat("I walked the dog along the water again and thought about lunch. ", 5)
	for _, message := range []string{
		long + "As somebody put it: “The river does not read treaties.” " + long,
		long + "The river does not read treaties. " + long,
	} {
		ans, err := d.Who(t.Context(), WhoQuestion{Phrase: message})
		if err != nil || len(ans.Answers) != 1 || ans.Answers[0].Speaker != "Jonas Pell" {
			t.Errorf("a message of %d words gets %+v, %v; want Jonas Pell", len(strings.Fields(message)), ans.Answers, err)
		}
	}
	if ans, err := d.Who(t.Context(), WhoQuestion{Phrase: strings.Repeat("dog ", 2000)}); err != nil || len(ans.Answers) != 0 {
		t.Errorf("a message of nothing gets %+v, %v", ans.Answers, err)
	}
}

func TestWhoConflict(t *testing.T) {
	entries := append(quay(t), storetest.Entry(t, "Who said it", "mirror.example", "2031-03-06",
		line("The river does not read treaties, said Ruth Okonjo.", "Ruth Okonjo", "Ruth Okonjo", "said", "The river does not read treaties")))
	ans, err := desk(t, entries...).Who(t.Context(), WhoQuestion{Phrase: "the river does not read treaties"})
	if err != nil {
		t.Fatal(err)
	}
	var named []string
	for _, a := range ans.Answers {
		if a.Speaker != "" {
			named = append(named, a.Speaker)
			if !a.Conflict {
				t.Errorf("%s stands unmarked beside another speaker of the same words", a.Speaker)
			}
		}
	}
	if slices.Sort(named); !slices.Equal(named, []string{"Jonas Pell", "Ruth Okonjo"}) {
		t.Errorf("speakers %q, want both", named)
	}
}

func TestWhoNobody(t *testing.T) {
	d := desk(t, quay(t)...)
	for _, phrase := range []string{
		"the crews stacked forty thousand sandbags along the lower quay", // narrated
		"readers like you",                        // boilerplate
		"the treaty was signed in a river of ink", // words that occur, nobody's sentence
		"it is what it is",                        // common words alone
		"zzz qqq xxx",
		"—",
	} {
		ans, err := d.Who(t.Context(), WhoQuestion{Phrase: phrase})
		if err != nil || len(ans.Answers) != 0 || ans.Answers == nil || ans.DidYouMean == nil {
			t.Errorf("Who(%q) = %+v, %v; want no answer", phrase, ans.Answers, err)
		}
	}
	var bad *InputError
	if _, err := d.Who(t.Context(), WhoQuestion{Phrase: "  "}); !errors.As(err, &bad) {
		t.Errorf("no phrase at all gives %v, want an InputError", err)
	}
}

func TestDenialKeepsItsSentence(t *testing.T) {
	e := quay(t)[0]
	for i := range e.Statements {
		e.Statements[i].Negated = e.Article.At(e.Statements[i].Cue) == "denied"
	}
	ans, err := desk(t, e).Who(t.Context(), WhoQuestion{Phrase: "the gates had been opened in secret"})
	if err != nil || len(ans.Answers) != 1 {
		t.Fatalf("%d answers, %v", len(ans.Answers), err)
	}
	if a := ans.Answers[0]; !a.Negated || !strings.Contains(a.Sentence, "denied") {
		t.Errorf("a denial is shown as %+v", a)
	}
}

func TestSpeechBeforeLooseCues(t *testing.T) {
	loose := storetest.Line{Text: "Ivo Brandt defends the plan to close the ferry at night.", Speaker: "Ivo Brandt", Name: "Ivo Brandt", Cue: "defends", Content: []string{"the plan to close the ferry at night"}, Loose: true}
	e := storetest.Entry(t, "Ferry", "wire.example", "2031-03-03", loose,
		line("There is a plan to close the ferry at night, Marta Quell said.", "Marta Quell", "Marta Quell", "said", "There is a plan to close the ferry at night"))
	ans, err := desk(t, e).Who(t.Context(), WhoQuestion{Phrase: "plan to close the ferry at night"})
	if err != nil || len(ans.Answers) != 2 || ans.Answers[0].Speaker != "Marta Quell" {
		t.Errorf("answers %+v, %v; want Marta Quell's first", ans.Answers, err)
	}
}

func TestUnnamedStaysUnnamed(t *testing.T) {
	l := line("The gates will open on Monday, a senior official said.", "a senior official", "", "said", "The gates will open on Monday")
	l.Basis = attribution.Anonymous
	ans, err := desk(t, storetest.Entry(t, "Gates", "wire.example", "2031-03-03", l)).Who(t.Context(), WhoQuestion{Phrase: "the gates will open on monday"})
	if err != nil || len(ans.Answers) != 1 {
		t.Fatalf("%d answers, %v", len(ans.Answers), err)
	}
	if a := ans.Answers[0]; a.Speaker != "" || a.AsPrinted != "a senior official" || a.Basis != "unnamed" {
		t.Errorf("an unnamed source is shown as %q, printed %q, %s", a.Speaker, a.AsPrinted, a.Basis)
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

// events is one line for each way in which an interval can lie to a day.
func events(t testing.TB) store.Entry {
	interval := func(from, to string, p when.Precision) when.Interval {
		return when.Interval{From: day(t, from), To: day(t, to), Precision: p}
	}
	return storetest.Entry(t, "A year on the river", "wire.example", "2031-05-10",
		storetest.Line{Text: "The lock was opened on Monday by the mayor.", Happened: "on Monday", When: storetest.On(t, "2031-05-05")},
		storetest.Line{Text: "Anglers counted the salmon this week.", Happened: "this week", When: interval("2031-05-05", "2031-05-11", when.WeekPrecision)},
		storetest.Line{Text: "Rain fell for all of May on the lower town.", Happened: "May", When: interval("2031-05-01", "2031-05-31", when.MonthPrecision)},
		storetest.Line{Text: "The treaty was broken twice in 2031 by farmers.", Happened: "in 2031", When: interval("2031-01-01", "2031-12-31", when.YearPrecision)},
		storetest.Line{Text: "A market will be held until 12 May in the square.", Happened: "until 12 May", When: interval("2031-05-10", "2031-05-12", when.RangePrecision), Planned: true},
	)
}

func TestHappenedPrecision(t *testing.T) {
	d := desk(t, events(t))
	for _, row := range []struct {
		on   string
		want []string
	}{
		{"2031-05-05", []string{"lock", "salmon"}},
		{"2031-05-12", []string{"market"}},
		{"2031-05-01", nil},
		{"may 2031", []string{"lock", "salmon", "Rain", "market"}},
		{"2031", []string{"lock", "salmon", "Rain", "treaty", "market"}},
	} {
		ans, err := d.Happened(t.Context(), HappenedQuestion{On: row.on})
		if err != nil {
			t.Fatalf("%s: %v", row.on, err)
		}
		var texts []string
		for _, e := range ans.Events {
			texts = append(texts, e.Text)
		}
		all := strings.Join(texts, " ")
		for _, w := range row.want {
			if !strings.Contains(all, w) {
				t.Errorf("%s: %q is missing from %q", row.on, w, texts)
			}
		}
		if len(texts) != len(row.want) {
			t.Errorf("%s: %d events, want %d: %q", row.on, len(texts), len(row.want), texts)
		}
		if (len(ans.Events) == 0) != (len(ans.Nearest) > 0) {
			t.Errorf("%s: %d events and %d nearest days", row.on, len(ans.Events), len(ans.Nearest))
		}
	}
}

func TestHappenedPlanAndOutcome(t *testing.T) {
	d := desk(t,
		storetest.Entry(t, "Before", "wire.example", "2031-05-03",
			storetest.Line{Text: "Minister Ivo Brandt will travel to Odrava on Monday.", Happened: "on Monday", When: storetest.On(t, "2031-05-05"), Planned: true}),
		storetest.Entry(t, "After", "herald.example", "2031-05-06",
			storetest.Line{Text: "Minister Ivo Brandt travelled to Odrava on Monday.", Happened: "on Monday", When: storetest.On(t, "2031-05-05")}),
	)
	ans, err := d.Happened(t.Context(), HappenedQuestion{On: "2031-05-05"})
	if err != nil || len(ans.Events) != 1 {
		t.Fatalf("%d events, %v; want the plan and its outcome as one", len(ans.Events), err)
	}
	if e := ans.Events[0]; e.Planned || e.Publishers != 2 || !strings.Contains(e.Text, "travelled") {
		t.Errorf("told as %+v; want the outcome, by two publishers", e)
	}
}

func TestHappenedTellingWithoutADay(t *testing.T) {
	d := desk(t,
		storetest.Entry(t, "Talks to be held", "wire.example", "2031-05-03",
			storetest.Line{Text: "Water Minister Elina Marsk will meet Sergei Malkov in Tarnholm on Monday.", Happened: "on Monday", When: storetest.On(t, "2031-05-05"), Planned: true}),
		storetest.Entry(t, "Talks held", "herald.example", "2031-05-06",
			storetest.Line{Text: "Elina Marsk and Sergei Malkov met for five hours in Tarnholm."},
			storetest.Line{Text: "Elina Marsk and Sergei Malkov would meet again in Tarnholm."},
			storetest.Line{Text: "Elina Marsk was born in Tarnholm."}),
		storetest.Entry(t, "Long after", "herald.example", "2031-07-06",
			storetest.Line{Text: "Elina Marsk and Sergei Malkov met at a wedding in Tarnholm."}),
	)
	ans, err := d.Happened(t.Context(), HappenedQuestion{On: "2031-05-05"})
	if err != nil || len(ans.Events) != 1 {
		t.Fatalf("%d events, %v; want the plan and the telling as one", len(ans.Events), err)
	}
	if e := ans.Events[0]; !strings.Contains(e.Text, "five hours") || e.Planned || e.DatedBy != "on Monday" || !strings.Contains(e.Why, "Talks to be held") {
		t.Errorf("told as %+v; want the five hours, dated by the other article", e)
	}
}

func TestBadDate(t *testing.T) {
	d := desk(t, events(t))
	for _, on := range []string{"", "soon", "32 may", "2031-13-45", "\x00"} {
		var bad *InputError
		if _, err := d.Happened(t.Context(), HappenedQuestion{On: on}); !errors.As(err, &bad) || !strings.Contains(bad.Problem, "2022-01-21") {
			t.Errorf("Happened on %q gives %v, want an InputError with an example", on, err)
		}
	}
}

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

func TestTrim(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"“Not one gate moved,”", "Not one gate moved"},
		{"\"Is it a gate?\"", "Is it a gate?"},
		{"the talks \"honest and overdue\"", "the talks \"honest and overdue\""},
		{"“Honest” and “overdue”", "“Honest” and “overdue”"},
		{"overdue.”", "overdue."},
		{"that the gates were shut — ", "the gates were shut"},
		{" ‘so that children could see’,", "so that children could see"},
		{"”", ""},
	} {
		if got := trim(row.in); got != row.want {
			t.Errorf("trim(%q) = %q, want %q", row.in, got, row.want)
		}
	}
}
