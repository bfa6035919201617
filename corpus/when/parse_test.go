package when

import (
	"errors"
	"os"
	"strings"
	"testing"

	"rapporteur/corpus/civil"
)

func lines(t *testing.T, name string) []string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimRight(string(b), "\n"), "\n")
}

func TestParse(t *testing.T) {
	var a ParseContext
	rows := 0
	for _, line := range lines(t, "testdata/typed.txt") {
		if line == "" || line[0] == '#' {
			continue
		}
		if day, ok := strings.CutPrefix(line, "today "); ok && !strings.Contains(line, "|") {
			d, err := civil.Parse(day)
			if err != nil {
				t.Fatal(err)
			}
			a.Today = d
			continue
		}
		if habit, ok := strings.CutPrefix(line, "dayfirst "); ok {
			a.DayFirst = habit == "yes"
			continue
		}
		typed, want, ok := strings.Cut(line, " | ")
		if !ok {
			t.Fatalf("line %q: want typed | meaning", line)
		}
		rows++
		got, err := Parse(typed, a)
		if err != nil || got.String() != want {
			t.Errorf("on %s, day first %v: %q is %v, %v; want %s", a.Today, a.DayFirst, typed, got, err, want)
		}
	}
	if rows < 200 {
		t.Errorf("the table has %d rows, want 200 or more", rows)
	}
}

func TestParseRefusesNonsense(t *testing.T) {
	a := ParseContext{Today: civil.Of(2022, 1, 26)}
	for _, typed := range append(lines(t, "testdata/nonsense.txt"), "", "   ", strings.Repeat("friday ", 50)) {
		got, err := Parse(typed, a)
		var bad *NotADateError
		if !errors.As(err, &bad) {
			t.Errorf("%q is read as %v, %v; want a NotADateError", typed, got, err)
			continue
		}
		if !strings.Contains(err.Error(), "2022-01-21") || len(err.Error()) > 250 {
			t.Errorf("%q is refused with %q; want a short text with an example", typed, err)
		}
	}
}

func TestFindIn(t *testing.T) {
	a := ParseContext{Today: civil.Of(2022, 1, 26)}
	for _, row := range []struct{ question, words, want string }{
		{"what happened on last friday in Kyiv", "last friday", "2022-01-21"},
		{"What happened on 21 January 2022?", "21 January 2022", "2022-01-21"},
		{"what was said about the bridge in may", "may", "2021-05-01..2021-05-31 month"},
		{"what happened in february", "february", "2021-02-01..2021-02-28 month"},
		{"what happened on 5 february", "5 february", "2021-02-05"},
		{"what will happen on 5 february", "5 february", "2022-02-05"},
		{"what happened yesterday", "yesterday", "2022-01-25"},
		{"news between march and may 2021 about the port", "between march and may 2021", "2021-03-01..2021-05-31 range"},
		{"what did the mayor do on sat", "sat", "2022-01-22"},
		{"what happened in the last 3 days", "the last 3 days", "2022-01-24..2022-01-26 range"},
		{"what happened in ostra in 2014", "2014", "2014-01-01..2014-12-31 year"},
		{"what happened on 21.1. in ostra", "21.1", "2022-01-21"},
		{"what happened the week of jan 17?", "the week of jan 17", "2022-01-17..2022-01-23 week"},
		{"who may have said that he sat in the sun", "", ""},
		{"did the army march on a second town", "", ""},
		{"when did the ministers meet", "", ""},
		{"who said 2000 people were there", "", ""},
		{"", "", ""},
	} {
		got, at, ok := FindIn(row.question, a)
		if !ok {
			if row.words != "" {
				t.Errorf("FindIn(%q) found nothing, want %q", row.question, row.words)
			}
			continue
		}
		if words := at.Of(row.question); words != row.words || got.String() != row.want {
			t.Errorf("FindIn(%q) = %q, %v; want %q, %s", row.question, words, got, row.words, row.want)
		}
	}
}
