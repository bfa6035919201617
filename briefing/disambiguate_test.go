package briefing

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestReading holds how plain questions are read over the sample corpus to
// testdata/reading.txt: a question, and under it what it is read as and whether that
// finds something. Lines with # head groups. A question is added by writing it
// there; then go test ./briefing -run Reading -update.
func TestReading(t *testing.T) {
	const path = "testdata/reading.txt"
	was, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d := sampled(t)
	asker := Asker{Today: Day{Year: 2026, Month: 3, Day: 15}} // a Sunday
	var out strings.Builder
	asked := 0
	for line := range strings.Lines(string(was)) {
		switch question := strings.TrimSpace(line); {
		case question == "", strings.HasPrefix(line, "    "):
			continue
		case question[0] == '#':
			fmt.Fprintf(&out, "\n%s\n", question)
		default:
			asked++
			fmt.Fprintf(&out, "%s\n    %s\n", question, readAs(t, d, AskQuestion{asker, question}))
		}
	}
	if asked < 60 {
		t.Errorf("only %d questions are there", asked)
	}
	golden(t, path, strings.TrimLeft(out.String(), "\n"))
}

// readAs is how a question is read, in a line, and how much that finds.
func readAs(t *testing.T, d *Desk, q AskQuestion) string {
	t.Helper()
	r, err := d.disambiguate(t.Context(), q)
	if err != nil {
		t.Fatalf("reading %q: %v", q.Text, err)
	}
	var b strings.Builder
	b.WriteString(r.kind)
	tell := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, " %s: %s", name, value)
		}
	}
	switch r.kind {
	case intentWho:
		tell("words", r.phrase)
	case intentSaid:
		tell("person", r.person)
		fallthrough
	default:
		tell("about", r.about)
		tell("from", r.days.From.String())
		tell("to", r.days.To.String())
	}
	ans, err := d.Ask(t.Context(), q)
	if err != nil {
		t.Fatalf("Ask(%q): %v", q.Text, err)
	}
	n, kind := 0, "answer"
	switch {
	case ans.Who != nil:
		n = len(ans.Who.Answers)
	case ans.Said != nil:
		n, kind = len(ans.Said.Statements), "statement"
		if p := ans.Said.Person; p != nil {
			fmt.Fprintf(&b, " -> %s", strings.Join(append([]string{p.Name}, p.Roles...), ", "))
		}
	case ans.Happened != nil:
		n, kind = len(ans.Happened.Events), "event"
	case ans.Brief != nil && len(ans.Brief.Items) > 0: // how long is for the golden digests to say
		return b.String() + " -> a digest"
	}
	fmt.Fprintf(&b, " -> %s", plural(n, kind))
	return b.String()
}

func plural(n int, kind string) string {
	if n == 1 {
		return "1 " + kind
	}
	return fmt.Sprintf("%d %ss", n, kind)
}
