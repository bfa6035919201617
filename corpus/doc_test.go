package corpus

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
)

// TestTourNamesEveryPackage keeps the tour true.
func TestTourNamesEveryPackage(t *testing.T) {
	tour, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	apart := func(r rune) bool { return !('a' <= r && r <= 'z') && r != '/' }
	for w := range strings.FieldsFuncSeq(string(tour), apart) {
		named[w] = true
	}
	found := 0
	err = fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && d.Name() == "testdata" {
			return fs.SkipDir
		}
		folder := path.Dir(name)
		if d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || folder == "." {
			return nil
		}
		found++
		if !named[folder] {
			t.Errorf("the tour does not name the package %s", folder)
			named[folder] = true
		}
		return nil
	})
	if err != nil || found == 0 {
		t.Fatalf("%d files found, %v", found, err)
	}
}
