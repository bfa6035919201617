package testenv

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestPath(t *testing.T) {
	root := t.TempDir()
	deep := filepath.Join(root, "checkout", "room", "package")
	for _, dir := range []string{deep, filepath.Join(root, "shared", "eval")} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(deep)
	if _, err := Path("eval"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without a go.mod above: %v", err)
	}
	if err := os.WriteFile(filepath.Join(root, "checkout", "go.mod"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := Path("eval")
	if want := filepath.Join(root, "shared", "eval"); err != nil || filepath.Base(got) != "eval" || !same(got, want) {
		t.Errorf("Path is %q, %v; want %q", got, err, want)
	}
	if _, err := Path("eval", "elsewhere"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("of what is not there: %v", err)
	}
}

// same compares folders by what they are: a temporary one may be behind a link.
func same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}
