package main

import (
	"bufio"
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"rapporteur/bot/command"
	"rapporteur/config"
)

var update = flag.Bool("update", false, "rewrite the README's tables")

const readme = "../../README.md"

// TestReadmeTables keeps the README's tables those of the program.
func TestReadmeTables(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	want := text
	for name, table := range map[string]string{"commands": command.CommandTable(), "settings": config.Table()} {
		want = between(t, want, "<!-- "+name, "<!-- end of "+name+" -->", table)
	}
	if *update {
		if err := os.WriteFile(readme, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(text, want) {
		t.Error("a table of the README is not the program's: go test ./cmd/rapporteur -update")
	}
}

// between puts table after the line that begins with start, up to end.
func between(t *testing.T, text []byte, start, end, table string) []byte {
	t.Helper()
	a := bytes.Index(text, []byte(start))
	b := bytes.Index(text, []byte(end))
	if a < 0 || b < a {
		t.Fatalf("the README has no %q before %q", start, end)
	}
	a += bytes.IndexByte(text[a:], '\n') + 1
	return bytes.Join([][]byte{text[:a], []byte(table), text[b:]}, nil)
}

// TestReadmeDefendsDependencies: each direct dependency has a line that says why.
func TestReadmeDefendsDependencies(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	mod, err := os.Open("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	defer mod.Close()
	lines, in := bufio.NewScanner(mod), false
	for lines.Scan() {
		switch line := strings.TrimSpace(lines.Text()); {
		case line == "require (":
			in = true
		case line == ")":
			in = false
		case in && !strings.HasSuffix(line, "// indirect"):
			name, _, _ := strings.Cut(line, " ")
			if !bytes.Contains(text, []byte("| "+name+" |")) {
				t.Errorf("the README does not say why %s is needed", name)
			}
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}
