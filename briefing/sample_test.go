package briefing

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rapporteur/corpus"
	"rapporteur/corpus/sample"
	"rapporteur/corpus/store"
)

// sampled is a desk over the sample corpus.
func sampled(t testing.TB) *Desk {
	t.Helper()
	st, err := store.Memory(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	if _, err := corpus.IngestFS(context.Background(), st, store.Operator, sample.FS()); err != nil {
		t.Fatal(err)
	}
	return New(st, Options{})
}

// TestSample holds answers over the sample corpus to golden files that a newsreader
// could check: each says why it is there, then asks, then answers. To write them
// anew: go test ./briefing -run Sample -update.
func TestSample(t *testing.T) {
	files, err := filepath.Glob("testdata/sample/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	d := sampled(t)
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var out []txtar.File
			for _, f := range a.Files {
				if f.Name == "ask" {
					out = append(out, f, txtar.File{Name: "answer", Data: []byte(answer(t, d, strings.TrimSpace(string(f.Data))))})
				}
			}
			a.Files = out
			golden(t, name, string(txtar.Format(a)))
		})
	}
}

// answer puts one line: the kind of question, then its options as on Discord, the
// words of "ask" and "who" being the rest of the line.
func answer(t *testing.T, d *Desk, line string) string {
	t.Helper()
	kind, rest, _ := strings.Cut(line, " ")
	asker := Asker{Today: Day{Year: 2026, Month: 3, Day: 15}}
	var b strings.Builder
	switch kind {
	case "who":
		a, err := d.Who(t.Context(), WhoQuestion{Asker: asker, Phrase: rest})
		mustAnswer(t, line, err)
		showWho(&b, a)
	case "said":
		o := options(rest, "person", "about", "from", "to")
		q := SaidQuestion{Asker: asker, Person: o["person"], About: o["about"]}
		if o["from"] != "" {
			q.From = day(t, o["from"])
		}
		if o["to"] != "" {
			q.To = day(t, o["to"])
		}
		a, err := d.Said(t.Context(), q)
		mustAnswer(t, line, err)
		showSaid(&b, a)
	case "happened":
		o := options(rest, "on", "about")
		a, err := d.Happened(t.Context(), HappenedQuestion{Asker: asker, On: o["on"], About: o["about"]})
		mustAnswer(t, line, err)
		showHappened(&b, a)
	case "ask":
		a, err := d.Ask(t.Context(), AskQuestion{Asker: asker, Text: rest})
		mustAnswer(t, line, err)
		fmt.Fprintf(&b, "read as %s\n", a.ReadAs)
		switch {
		case a.Who != nil:
			showWho(&b, *a.Who)
		case a.Said != nil:
			showSaid(&b, *a.Said)
		case a.Happened != nil:
			showHappened(&b, *a.Happened)
		}
	default:
		t.Fatalf("%q asks nothing known", line)
	}
	return b.String()
}

func mustAnswer(t *testing.T, line string, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
}

// options divides "person: Marsk about: the gates" at the names given.
func options(s string, names ...string) map[string]string {
	out := make(map[string]string)
	name := ""
	for _, w := range strings.Fields(s) {
		for _, n := range names {
			if w == n+":" {
				name, w = n, ""
			}
		}
		out[name] = strings.TrimSpace(out[name] + " " + w)
	}
	return out
}

func showWho(b *strings.Builder, a WhoAnswer) {
	if len(a.Answers) == 0 {
		b.WriteString("nobody\n")
	}
	for _, s := range a.Answers {
		showStatement(b, s)
	}
	for _, h := range a.DidYouMean {
		fmt.Fprintf(b, "did you mean: %s\n", h)
	}
}

func showSaid(b *strings.Builder, a SaidAnswer) {
	if a.Person == nil {
		b.WriteString("nobody of that name\n")
	} else {
		fmt.Fprintf(b, "%s (%s), found by %s\n", a.Person.Name, strings.Join(a.Person.Roles, ", "), a.Person.MatchedBy)
	}
	for _, s := range a.Statements {
		showStatement(b, s)
	}
	for _, h := range a.DidYouMean {
		fmt.Fprintf(b, "did you mean: %s\n", h)
	}
}

func showStatement(b *strings.Builder, s Statement) {
	name := s.Speaker
	if name == "" {
		name = "[" + s.AsPrinted + "]"
	}
	fmt.Fprintf(b, "%s: %s\n", name, s.Quote)
	fmt.Fprintf(b, "    %s", s.Basis)
	if s.AsPrinted != s.Speaker {
		fmt.Fprintf(b, " as %q", s.AsPrinted)
	}
	if !s.SaidOn.IsZero() {
		fmt.Fprintf(b, ", said on %s", s.SaidOn)
	}
	if s.Negated {
		fmt.Fprintf(b, ", denied: %s", s.Sentence)
	}
	if s.Conflict {
		b.WriteString(", others credit it to somebody else")
	}
	fmt.Fprintf(b, "\n    %s\n", tellers(s.Sources))
}

// tellers lists publishers with the day.
func tellers(sources []Source) string {
	var out []string
	for _, s := range sources {
		publisher := s.Publisher
		if publisher == "" {
			publisher = "“" + s.Title + "”"
		}
		out = append(out, strings.TrimSpace(publisher+" "+s.Published.String()))
	}
	return strings.Join(out, "; ")
}

func showHappened(b *strings.Builder, a HappenedAnswer) {
	fmt.Fprintf(b, "%s to %s\n", a.From, a.To)
	for _, e := range a.Events {
		planned := ""
		if e.Planned {
			planned = ", planned"
		}
		when := e.From.String()
		if e.To != e.From {
			when += " to " + e.To.String()
		}
		fmt.Fprintf(b, "%s\n    %s%s (%s)\n    %s\n", strings.ReplaceAll(e.Text, "\n", " "), when, planned, e.Precision, tellers(e.Sources))
		fmt.Fprintf(b, "    “%s”: %s\n", e.DatedBy, e.Why)
	}
	for _, n := range a.Nearest {
		fmt.Fprintf(b, "nearest day with news: %s (%d)\n", n.Day, n.Events)
	}
}

func BenchmarkAsk(b *testing.B) {
	d := sampled(b)
	asker := Asker{Today: Day{Year: 2026, Month: 3, Day: 15}}
	for _, q := range []string{"who said not one gate moved that nite", "what did Marsk say about the gates", "what happened on 5 march 2026", "what happened in march 2026"} {
		b.Run(q, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := d.Ask(b.Context(), AskQuestion{Asker: asker, Text: q}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
