package main

import (
	"bytes"
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"
)

// asMain makes the test binary run as the program itself, for tests that kill a process.
const asMain = "RAPPORTEUR_TEST_AS_MAIN"

func TestMain(m *testing.M) {
	if os.Getenv(asMain) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// call runs a command line in this process and returns what it prints.
func call(t *testing.T, stdin string, args ...string) (out, warnings string, err error) {
	t.Helper()
	var o, e bytes.Buffer
	err = run(context.WithoutCancel(t.Context()), args, streams{strings.NewReader(stdin), &o, &e}, nil)
	return o.String(), e.String(), err
}

func TestExitCode(t *testing.T) {
	for _, row := range []struct {
		args []string
		want int
	}{
		{[]string{"--help"}, 0},
		{[]string{"who", "--json", "words that nobody ever said"}, 0},
		{[]string{"nonsense"}, 2},
		{[]string{"who"}, 2},
		{[]string{"happened", "--json", "the day after never"}, 2},
		{[]string{"happened", "--today", "tuesday", "yesterday"}, 2},
		{[]string{"said", "--json", "--person", "x", "--from", "2026-03-10", "--to", "2026-03-01"}, 2},
		{[]string{"brief", "--json", "--from", "2026-03-10"}, 2},
		{[]string{"who", "--data", "no/such/folder", "x"}, 1},
		{[]string{"--config", "no-such-file.toml", "who", "x"}, 1},
		{[]string{"serve"}, 2},
		{[]string{"extract", "--json", "no-such-file.txt"}, 1},
	} {
		_, _, err := call(t, "", row.args...)
		if got := exitCode(err); got != row.want {
			t.Errorf("%v: exit code %d (%v), want %d", row.args, got, err, row.want)
		}
	}
}

// Containers and Windows have no time zones, so the program includes them.
func TestZonesAreBuiltIn(t *testing.T) {
	t.Parallel()
	file, err := parser.ParseFile(token.NewFileSet(), "main.go", nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(file.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == `"time/tzdata"` }) {
		t.Error("main.go does not import time/tzdata")
	}
}

func TestSpread(t *testing.T) {
	for in, want := range map[string]string{
		"who --corpus main.go ask.go --json words": "who --corpus main.go --corpus ask.go --json words",
		"who --corpus main.go words":               "who --corpus main.go words",
		"who --corpus gone words":                  "who --corpus gone words",
		"who --corpus main.go -":                   "who --corpus main.go -",
		"who --corpus":                             "who --corpus",
		"who words":                                "who words",
	} {
		if got := strings.Join(spread(strings.Fields(in)), " "); got != want {
			t.Errorf("spread(%s) = %s, want %s", in, got, want)
		}
	}
}
