package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestIngest adds articles, adds them again, names a bad file, and dates an undated one.
func TestIngest(t *testing.T) {
	dir, data := t.TempDir(), t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	undated := write("undated.txt", "Bridge opens at Vell\n\nThe bridge at Vell opened on Friday.\n\n“It holds,” said Mayor Ida Storm.\n")
	write("bad.txt", "\x00\x01\x02")
	want := func(want string, args ...string) {
		t.Helper()
		out, _, err := call(t, "", args...)
		if err != nil || !strings.Contains(out, want) {
			t.Errorf("%v: %v, want %q in:\n%s", args, err, want, out)
		}
	}
	want("added 1, unchanged 0, refused 1 file", "ingest", "--data", data, dir)
	want("bad.txt", "ingest", "--data", data, dir)
	want("added 0, unchanged 1", "ingest", "--data", data, dir)
	want("No events found for 2026-03-06", "happened", "--data", data, "2026-03-06")
	want("dated 2026-03-07: 1 article", "ingest", "--data", data, "--published", "2026-03-07", undated)
	want("The bridge at Vell opened on Friday", "happened", "--data", data, "2026-03-06")
	want("Ida Storm", "who", "--data", data, "it holds")
}
