package preview

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestTranscripts types the "typed" part of each file of testdata at a prompt
// before a small bot, and compares what is printed with its "printed" part.
func TestTranscripts(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no transcripts: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			golden, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := run(t, section(golden, "typed"))
			if *update {
				golden.Files = []txtar.File{golden.Files[0], {Name: "printed", Data: []byte(got)}}
				if err := os.WriteFile(file, txtar.Format(golden), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(section(golden, "printed"), got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func section(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// clock is always noon on a Friday.
func clock() time.Time { return time.Date(2026, 3, 13, 12, 0, 0, 0, time.UTC) }

// run types text at a prompt and returns what is printed.
func run(t *testing.T, text string) string {
	t.Helper()
	s := startBot(t)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	var out bytes.Buffer
	err := Run(ctx, Options{Server: s, In: strings.NewReader(text), Out: &out, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}
