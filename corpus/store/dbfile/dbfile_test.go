package dbfile

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func migrations(n int) fstest.MapFS {
	files := fstest.MapFS{}
	for i, name := range []string{"00001_boats", "00002_trains", "00003_bridges"}[:n] {
		files["migrations/"+name+".sql"] = &fstest.MapFile{Data: []byte("-- +goose Up\nCREATE TABLE t" +
			string(rune('1'+i)) + " (n);\n")}
	}
	return files
}

func TestUpgrade(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a name? with 100% #marks.db")
	for _, step := range []struct {
		known         int
		before, after error
	}{
		{1, ErrOlder, nil}, {1, nil, nil}, {3, ErrOlder, nil}, {2, ErrNewer, ErrNewer}, {3, nil, nil},
	} {
		db, err := Open(path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := Current(t.Context(), db, migrations(step.known)); !errors.Is(err, step.before) {
			t.Errorf("with %d migrations the file is found %v, want %v", step.known, err, step.before)
		}
		if err := Upgrade(t.Context(), db, migrations(step.known)); !errors.Is(err, step.after) {
			t.Errorf("with %d migrations: %v, want %v", step.known, err, step.after)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// Reading leaves a file as it is, and leaves nothing beside one that no process has open.
func TestOpenReadOnly(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.db")
	if _, err := look(t, path); err == nil {
		t.Error("a file that is not there was looked at")
	}
	writer, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	if err := Upgrade(t.Context(), writer, migrations(2)); err != nil {
		t.Fatal(err)
	}
	for _, open := range []bool{true, false} {
		if !open {
			if err := writer.Close(); err != nil {
				t.Fatal(err)
			}
		}
		before := contents(t, dir)
		if n, err := look(t, path); err != nil || n != 2 {
			t.Errorf("with a writer beside it %t: %d tables, %v; want 2", open, n, err)
		}
		if diff := cmp.Diff(before, contents(t, dir)); diff != "" && !open {
			t.Errorf("looking has changed something:\n%s", diff)
		}
	}
	db, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("INSERT INTO t1 VALUES (1)"); err == nil {
		t.Error("what was opened to be looked at was written to")
	}
}

// contents is every file of a folder.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		raw, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		found[e.Name()] = string(raw)
	}
	return found
}

// look counts the tables of migrations.
func look(t *testing.T, path string) (n int, err error) {
	t.Helper()
	db, err := OpenReadOnly(path)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	err = db.QueryRow("SELECT count(*) FROM sqlite_schema WHERE name LIKE 't_'").Scan(&n)
	return n, err
}
