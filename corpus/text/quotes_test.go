package text

import (
	"strings"
	"testing"

	"rapporteur/corpus/span"
)

// lines is the spans of the lines of s that are not blank.
func lines(s string) []span.Span {
	var out []span.Span
	at := 0
	for line := range strings.SplitAfterSeq(s, "\n") {
		if end := at + len(strings.TrimRight(line, "\n")); end > at {
			out = append(out, span.Span{Start: at, End: end})
		}
		at += len(line)
	}
	return out
}

func TestQuotations(t *testing.T) {
	for _, row := range []struct{ name, in, want string }{
		{"curly", "“Go,” he said, “and stay.”", "“Go,”|“and stay.”"},
		{"straight", `"Go," he said. "Stay."`, `"Go,"|"Stay."`},
		{"apostrophes", "It’s the dogs’ day, don't you think, in the '90s", ""},
		{"single", "He called it ‘a farce’ and didn’t stay", "‘a farce’"},
		{"single straight", "He called it 'a farce' and didn't stay", "'a farce'"},
		{"inner", "“He said ‘no’ twice,” she said", "“He said ‘no’ twice,”"},
		{"tex", "``Yes,'' he said", "``Yes,''"},
		{"unclosed", "“We begin", "“We begin*"},
		{"carried", "“We begin.\n\n“We end,” she said.", "“We begin.*|“We end,”+"},
		{"carried without a mark", "“We begin.\nWe end,” she said.", "“We begin.*|We end,”+"},
		{"after a dash", "one word—“never”—was heard", "“never”"},
		{"stray closing", "nothing opened” here", ""},
		{"lost closing", "“One. “Two,” he said", "“One. *|“Two,”"},
		{"colon", `She wrote:"No."`, `"No."`},
	} {
		var got []string
		for _, q := range Quotations(row.in, lines(row.in), true) {
			g := q.Of(row.in)
			if q.Unclosed {
				g += "*"
			}
			if q.Carried {
				g += "+"
			}
			got = append(got, g)
		}
		if g := strings.Join(got, "|"); g != row.want {
			t.Errorf("%s: got %s, want %s", row.name, g, row.want)
		}
	}
}

func TestQuotationsOfLinesInAnyOrderAreNotCarried(t *testing.T) {
	s := "“We begin.\nWe end,” she said."
	if got := Quotations(s, lines(s), false); len(got) != 1 || got[0].Carried {
		t.Errorf("got %v, want the unclosed one alone", got)
	}
}

func FuzzQuotations(f *testing.F) {
	f.Add("“One ‘two’ \"three\"\n“four” '90s ``five''")
	f.Add("'\xff\"«a»")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, q := range Quotations(s, lines(s), true) {
			if q.Empty() || q.Start < last || q.End > len(s) || !q.Holds(q.Inner) {
				t.Fatalf("%+v after byte %d of %d", q, last, len(s))
			}
			last = q.End
		}
	})
}
