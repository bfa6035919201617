package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// The largest file and function, in lines, and the longest line, in characters.
const (
	mostFileLines = 400
	mostFuncLines = 60
	mostColumns   = 120
)

// rooms lists, for each folder, the folders it may import; a folder that is not listed follows the one above it.
func rooms() map[string][]string {
	return map[string][]string{
		"corpus":              {"corpus"},
		"briefing":            {"corpus", "briefing"},
		"bot":                 {"briefing", "bot"},
		"bot/kv":              {"bot/kv"},
		"bot/discord":         {"bot/kv", "bot/discord"},
		"bot/card":            {"briefing", "bot/kv", "bot/discord", "bot/card"},
		"bot/command":         {"briefing", "bot/discord", "bot/card", "bot/command"},
		"bot/courier":         {"briefing", "bot/discord", "bot/card", "bot/courier"},
		"bot/loopback":        {"bot/loopback"},
		"bot/preview":         {"bot/loopback", "bot/preview"},
		"config":              {"config"},
		"cmd":                 {"corpus", "briefing", "bot", "config", "cmd"},
		"briefing/digest":     {"corpus", "briefing"},
		"corpus/text":         {"corpus/span", "corpus/article", "corpus/civil", "corpus/text"},
		"corpus/text/term":    {"corpus/span", "corpus/text"},
		"corpus/text/english": {"corpus/text/english"}, // word lists need nothing
	}
}

// within reports whether a folder is room or below it.
func within(folder, room string) bool { return folder == room || strings.HasPrefix(folder, room+"/") }

// A source is one parsed Go file of the repository.
type source struct {
	path  string // from the root, with slashes
	text  string
	fset  *token.FileSet
	file  *ast.File
	lines int
}

func (s source) test() bool { return strings.HasSuffix(s.path, "_test.go") }

// sources parses every Go file of the repository in this process: a test that asked
// the go command instead would be answered from the test cache.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && name != "." || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if path.Ext(name) != ".go" {
			return nil
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, text, parser.ParseComments)
		all = append(all, source{name, string(text), fset, file, strings.Count(string(text), "\n")})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 50 {
		t.Fatalf("only %d files found: the walk does not start at the root", len(all))
	}
	return all
}

func TestRooms(t *testing.T) {
	allowed := rooms()
	for _, s := range sources(t) {
		room := path.Dir(s.path)
		for allowed[room] == nil && room != "." {
			room = path.Dir(room)
		}
		for _, spec := range s.file.Imports {
			name := strings.Trim(spec.Path.Value, `"`)
			into, ours := strings.CutPrefix(name, "rapporteur/")
			ok := slices.ContainsFunc(allowed[room], func(a string) bool { return within(into, a) })
			if ours && !ok && !s.test() {
				t.Errorf("%s imports %s: %s may import %v", s.path, name, room, allowed[room])
			}
		}
	}
}

// TestDiscordgoIsInOneRoom keeps the rest of the program from its types.
func TestDiscordgoIsInOneRoom(t *testing.T) {
	for _, s := range sources(t) {
		for _, spec := range s.file.Imports {
			if strings.Contains(spec.Path.Value, "bwmarrin/discordgo") && !s.test() &&
				!within(path.Dir(s.path), "bot/discord") {
				t.Errorf("%s imports discordgo; only bot/discord does", s.path)
			}
		}
	}
}

// TestTour: the tour in doc.go names every package.
func TestTour(t *testing.T) {
	tour, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sources(t) {
		folder := path.Dir(s.path)
		if folder == "cmd/rapporteur" || s.test() {
			continue
		}
		if !strings.Contains(string(tour), "[rapporteur/"+folder+"]") {
			t.Errorf("the tour in doc.go does not name rapporteur/%s", folder)
		}
	}
}

func TestTopLevel(t *testing.T) {
	known := "cmd bot briefing corpus config go.mod go.sum README.md LICENSE Dockerfile CHANGELOG.md"
	entries, err := os.ReadDir("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !strings.Contains(" "+known+" ", " "+e.Name()+" ") && !ignored(e.Name()) {
			t.Errorf("%s stands at the top level, which has: %s", e.Name(), known)
		}
	}
}

// ignored names what a build or a run leaves behind.
func ignored(name string) bool { return name == "rapporteur" || name == "data" || name == "dist" }

func TestSizes(t *testing.T) {
	for _, s := range sources(t) {
		if s.lines > mostFileLines {
			t.Errorf("%s has %d lines, more than %d", s.path, s.lines, mostFileLines)
		}
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || s.test() {
				continue
			}
			if n := s.fset.Position(f.End()).Line - s.fset.Position(f.Pos()).Line + 1; n > mostFuncLines {
				t.Errorf("%s: %s has %d lines, more than %d", s.path, f.Name.Name, n, mostFuncLines)
			}
		}
	}
}

// TestColumns: only tables have long lines.
func TestColumns(t *testing.T) {
	for _, s := range sources(t) {
		if s.test() {
			continue
		}
		exempt := s.tables()
		for i, line := range strings.Split(s.text, "\n") {
			if n := utf8.RuneCountInString(line); n > mostColumns && !exempt[i+1] {
				t.Errorf("%s:%d has %d columns, more than %d", s.path, i+1, n, mostColumns)
			}
		}
	}
}

// tables are the numbers of the lines that may be long: rows of slices and maps, cases and strings that list words, and
// raw strings, which struct tags are.
func (s source) tables() map[int]bool {
	lines := map[int]bool{}
	ast.Inspect(s.file, func(n ast.Node) bool {
		if n == nil {
			return true
		}
		table, end := false, n.End()
		switch n := n.(type) {
		case *ast.CompositeLit:
			switch n.Type.(type) {
			case *ast.ArrayType, *ast.MapType:
				table = true
			}
		case *ast.CaseClause:
			end = n.Colon
			table = len(n.List) > 3 && !slices.ContainsFunc(n.List, func(e ast.Expr) bool { return !constant(e) })
		case *ast.BasicLit:
			list := len(strings.Fields(n.Value)) > 4 && !strings.ContainsAny(n.Value, ".,:;%?()=")
			table = n.Kind == token.STRING && (n.Value[0] == '`' || list)
		}
		if table {
			for i := s.fset.Position(n.Pos()).Line; i <= s.fset.Position(end).Line; i++ {
				lines[i] = true
			}
		}
		return true
	})
	return lines
}

// constant reports whether e can be a constant: a literal or a name.
func constant(e ast.Expr) bool {
	switch e.(type) {
	case *ast.BasicLit, *ast.Ident, *ast.SelectorExpr:
		return true
	}
	return false
}

// oldWords are the words that nobody writes today.
const oldWords = `amiss|whoever|whereof|thereof|is told to have|are told of|of late|be lacking|is lacking|` +
	`no more than the|nobody's|besides its|what is to be`

// TestPlainWords: comments, strings and the texts at the top are in present-day English.
func TestPlainWords(t *testing.T) {
	old := regexp.MustCompile(`(?i)\b(` + oldWords + `)\b`)
	texts := map[string]string{}
	for _, name := range []string{"README.md", "CHANGELOG.md"} {
		raw, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		text, generated, _ := strings.Cut(string(raw), "<!-- commands")
		_, rest, _ := strings.Cut(generated, "<!-- end of commands -->")
		texts[name] = text + rest
	}
	for _, s := range sources(t) {
		if !s.test() {
			texts[s.path] = s.text
		}
	}
	for name, text := range texts {
		for i, line := range strings.Split(text, "\n") {
			if word := old.FindString(line); word != "" {
				t.Errorf("%s:%d says %q; write it in plain words", name, i+1, word)
			}
		}
	}
}

func TestNoInitNorMutableGlobals(t *testing.T) {
	for _, s := range sources(t) {
		globals := map[string]bool{}
		for _, d := range s.file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.Name == "init" && d.Recv == nil {
					t.Errorf("%s has an init", s.path)
				}
			case *ast.GenDecl:
				if d.Tok != token.VAR {
					continue
				}
				for _, spec := range d.Specs {
					for _, name := range spec.(*ast.ValueSpec).Names {
						globals[name.Name] = true
					}
				}
			}
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			a, ok := n.(*ast.AssignStmt)
			if !ok || a.Tok == token.DEFINE {
				return true
			}
			for _, left := range a.Lhs {
				if id, ok := left.(*ast.Ident); ok && globals[id.Name] && id.Obj != nil && id.Obj.Kind == ast.Var && id.Obj.Decl != nil {
					if _, top := id.Obj.Decl.(*ast.ValueSpec); top && s.file.Scope.Lookup(id.Name) == id.Obj {
						t.Errorf("%s assigns to the global %s", s.path, id.Name)
					}
				}
			}
			return true
		})
	}
}

// TestDocs: every package says what it is, every export a sentence.
func TestDocs(t *testing.T) {
	documented, packages := map[string]bool{}, map[string]string{}
	for _, s := range sources(t) {
		dir := path.Dir(s.path)
		if s.test() {
			continue
		}
		packages[dir] = s.path
		documented[dir] = documented[dir] || s.file.Doc != nil
		for _, d := range s.file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) && !obvious(d.Name.Name) {
					t.Errorf("%s: %s has no comment", s.path, d.Name.Name)
				}
			case *ast.GenDecl:
				for _, name := range bareExports(d) {
					t.Errorf("%s: %s has no comment", s.path, name)
				}
			}
		}
	}
	for dir := range packages {
		if !documented[dir] {
			t.Errorf("package %s has no comment", dir)
		}
	}
}

// obvious are methods whose interface says it all.
func obvious(name string) bool {
	return name == "Error" || name == "Unwrap" || name == "String" || name == "Len" || name == "Less" || name == "Swap"
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	kind := d.Recv.List[0].Type
	if star, ok := kind.(*ast.StarExpr); ok {
		kind = star.X
	}
	id, ok := kind.(*ast.Ident)
	return ok && id.IsExported()
}

// bareExports are the exported names of a declaration that no comment covers.
func bareExports(d *ast.GenDecl) []string {
	var bare []string
	for _, spec := range d.Specs {
		switch s := spec.(type) {
		case *ast.TypeSpec:
			if s.Name.IsExported() && s.Doc == nil && d.Doc == nil {
				bare = append(bare, s.Name.Name)
			}
		case *ast.ValueSpec:
			for _, name := range s.Names {
				if name.IsExported() && s.Doc == nil && s.Comment == nil && d.Doc == nil {
					bare = append(bare, name.Name)
				}
			}
		}
	}
	return bare
}
