package sample

import (
	"io/fs"
	"strings"
	"testing"

	"rapporteur/corpus/article"
)

// TestArticles holds the sample to what it is there to show.
func TestArticles(t *testing.T) {
	formats, publishers := map[article.Format]int{}, map[string]int{}
	undated, n := 0, 0
	for a, err := range article.WalkFS(t.Context(), FS()) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		formats[a.Format]++
		publishers[a.Publisher]++
		if a.Published.IsZero() {
			undated++
		} else if day := a.Published.String(); day < "2026-03-01" || day > "2026-03-15" {
			t.Errorf("%s is of %s", a.Title, day)
		}
		if a.URL != "" && !strings.Contains(a.Publisher, ".example.") {
			t.Errorf("%s is said to be of %s", a.Title, a.Publisher)
		}
		if a.Language != "en" || a.Head.Empty() || len(a.Body) < 6 {
			t.Errorf("%s: language %q, %d lines", a.Title, a.Language, len(a.Body))
		}
	}
	if n != 16 || undated != 1 || len(formats) != 4 || len(publishers) < 5 {
		t.Errorf("%d articles, %d undated, formats %v, publishers %v", n, undated, formats, publishers)
	}
}

func TestFolderIsFlat(t *testing.T) {
	entries, err := fs.ReadDir(FS(), ".")
	if err != nil || len(entries) == 0 {
		t.Fatalf("ReadDir = %d entries, %v", len(entries), err)
	}
	for _, e := range entries {
		if e.IsDir() {
			t.Errorf("%s is a folder", e.Name())
		}
	}
}
