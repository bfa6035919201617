// Package testenv is what tests take from their surroundings: annotated news of other publishers, which is kept in the
// folder "shared" next to the checkout, how often to repeat something, and seeds. Only tests import it.
package testenv

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// Shared is the path of a file or folder, its names from the outermost on. Without it the test is skipped.
func Shared(t testing.TB, names ...string) string {
	t.Helper()
	path, err := Path(names...)
	if err != nil {
		t.Skipf("test data is missing: %v", err)
	}
	return path
}

// Path is what Shared finds, for callers who can go on without it: its error wraps fs.ErrNotExist when it is
// absent. The repository's root is the nearest folder above the working directory that has a go.mod.
func Path(names ...string) (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find the repository: %w", err)
	}
	for !exists(filepath.Join(dir, "go.mod")) {
		up := filepath.Dir(dir)
		if up == dir {
			return "", fmt.Errorf("no go.mod above the working directory: %w", fs.ErrNotExist)
		}
		dir = up
	}
	path := filepath.Join(append([]string{filepath.Dir(dir), "shared"}, names...)...)
	if _, err := os.Stat(path); err != nil {
		return "", fmt.Errorf("find test data: %w", err)
	}
	return path, nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
