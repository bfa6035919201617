package english

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// constants is the lists that lists.go names.
func constants(t *testing.T) []List {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "lists.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []List
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			name, _ := strconv.Unquote(lit.Value)
			out = append(out, List(name))
		}
		return true
	})
	return out
}

// TestLists: each list says what goes in, has an entry once, repeats none that it takes
// in, and is asked for by the program or by another list.
func TestLists(t *testing.T) {
	asked := constants(t)
	for l := range sets() {
		for _, line := range l.lines() {
			if other, ok := strings.CutPrefix(line, "+"); ok {
				asked = append(asked, List(other))
			}
		}
	}
	for l := range sets() {
		text, _ := files.ReadFile("lists/" + string(l) + ".txt")
		if !strings.HasPrefix(string(text), "# ") {
			t.Errorf("%s.txt does not begin with a remark on what goes in", l)
		}
		if !slices.Contains(asked, l) {
			t.Errorf("nothing asks for %s.txt", l)
		}
		seen := map[string]bool{}
		for _, line := range l.lines() {
			other, takesIn := strings.CutPrefix(line, "+")
			if takesIn {
				List(other).into(seen)
			} else if seen[line] {
				t.Errorf("%s.txt repeats %q", l, line)
			} else {
				seen[line] = true
			}
		}
	}
	for _, l := range asked {
		if len(l.lines()) == 0 {
			t.Errorf("%s is empty", l)
		}
	}
}

func TestHas(t *testing.T) {
	for _, row := range []struct {
		list List
		word string
		want bool
	}{
		{SearchStopWords, "the", true}, // taken in
		{SearchStopWords, "dont", true},
		{SearchStopWords, "don", false},
		{RankingStopWords, "don", true},
		{Calendar, "friday", true}, // of calendar.go
		{Calendar, "jun", false},   // a given name
		{GroupNames, "new yorkers", true},
		{GroupNames, "", false},
	} {
		if got := row.list.Has(row.word); got != row.want {
			t.Errorf("%s has %q: %v, want %v", row.list, row.word, got, row.want)
		}
	}
}
