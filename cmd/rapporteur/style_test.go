package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
)

// Sizes that a file and a function keep to.
const (
	mostFileLines = 400
	mostFuncLines = 60
)

// rooms lists, for each top-level folder, the folders it may import.
func rooms() map[string][]string {
	return map[string][]string{
		"corpus":   {"corpus"},
		"briefing": {"corpus", "briefing"},
		"bot":      {"briefing", "bot"},
		"config":   {"config"},
		"cmd":      {"corpus", "briefing", "bot", "config", "cmd"},
	}
}

// A source is one parsed Go file of the repository.
type source struct {
	path  string // from the root, with slashes
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
		all = append(all, source{name, fset, file, strings.Count(string(text), "\n")})
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
		room, _, _ := strings.Cut(s.path, "/")
		for _, spec := range s.file.Imports {
			name := strings.Trim(spec.Path.Value, `"`)
			inside, ours := strings.CutPrefix(name, "rapporteur/")
			if !ours {
				continue
			}
			into, _, _ := strings.Cut(inside, "/")
			ok := false
			for _, a := range allowed[room] {
				ok = ok || a == into
			}
			if !ok && !s.test() {
				t.Errorf("%s imports %s: %s may import %v", s.path, name, room, allowed[room])
			}
		}
	}
}

// TestDiscordgoIsInOneFile keeps the rest of the program from its types.
func TestDiscordgoIsInOneFile(t *testing.T) {
	for _, s := range sources(t) {
		for _, spec := range s.file.Imports {
			if strings.Contains(spec.Path.Value, "bwmarrin/discordgo") && !s.test() && s.path != "bot/session.go" {
				t.Errorf("%s imports discordgo; only bot/session.go does", s.path)
			}
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
