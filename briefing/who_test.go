package briefing

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store/storetest"
)

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
	if got.Speaker != "Jonas Pell" || got.Told.Publishers != 3 || len(got.Sources) != 3 || got.Conflict {
		t.Errorf("told of %q by %d publishers, conflict %t; want Jonas Pell, 3, none", got.Speaker, got.Told.Publishers, got.Conflict)
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

func TestWhoOfNestedStatements(t *testing.T) {
	const inner = "the gates had been opened in secret"
	e := storetest.Entry(t, "Gates", "wire.example", "2031-03-03",
		line("Anders Holt said that Elina Marsk had told him "+inner+".", "Anders Holt", "Anders Holt", "said", "that Elina Marsk had told him "+inner))
	in := e.Statements[0]
	in.Speaker.Name = "Elina Marsk"
	in.Content = []span.Span{{Start: e.Statements[0].Content[0].End - len(inner), End: e.Statements[0].Content[0].End}}
	e.Statements = append(e.Statements, in)
	d := desk(t, e)
	for phrase, want := range map[string]string{inner: "Elina Marsk", "Marsk had told him the gates had been opened": "Anders Holt"} {
		ans, err := d.Who(t.Context(), WhoQuestion{Phrase: phrase})
		if err != nil || len(ans.Answers) != 1 || ans.Answers[0].Speaker != want {
			t.Errorf("Who(%q) = %+v, %v; want %s alone", phrase, ans.Answers, err, want)
		}
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
		if got := trimQuote(row.in); got != row.want {
			t.Errorf("trim(%q) = %q, want %q", row.in, got, row.want)
		}
	}
}
