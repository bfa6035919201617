package reprint

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rapporteur/corpus/article"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestCounts holds who counts as a source of their own to golden files that a newsreader could judge: each says why it
// is there, then has an article a file, named after its publisher, and how many report. The order makes no difference.
func TestCounts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			last := len(a.Files) - 1
			var articles, turned []*article.Article
			for i, f := range a.Files[:last] {
				one := &article.Article{ID: article.ID(strconv.Itoa(i)), Publisher: f.Name, Text: string(f.Data)}
				articles, turned = append(articles, one), append([]*article.Article{one}, turned...)
			}
			got := Counts([][]*article.Article{articles, turned[:1], turned})
			if got[0] != got[2] || got[1] != (Count{1, 1}) {
				t.Errorf("%v; of one article %v; of all in another order %v", got[0], got[1], got[2])
			}
			told := got[0].Say(func(n int, noun string) string { return fmt.Sprint(n, " ", noun, "s"[:min(1, n-1)]) }) + "\n"
			if *update {
				a.Files[last].Data = []byte(told)
				if err := os.WriteFile(name, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
			} else if want := string(a.Files[last].Data); told != want {
				t.Errorf("told by %s, want %s", told, want)
			}
		})
	}
}

// FuzzRead: any bytes can be read, and a text prints the same as itself.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"“A” said B's son. ``C'' D", "\xe2", "\xc2", "’’’", "«"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		one := &article.Article{Text: s}
		if got := Texts([]*article.Article{one, one}); len(read(s).runs) >= fewest && got[0] != got[1] {
			t.Errorf("%q is two texts", s)
		}
	})
}

func BenchmarkTexts(b *testing.B) {
	a, err := txtar.ParseFile("testdata/two-reports.txtar")
	if err != nil {
		b.Fatal(err)
	}
	var articles []*article.Article
	for i := range 100 {
		text := strings.Repeat(string(a.Files[i%2].Data), 3)
		articles = append(articles, &article.Article{Text: strings.ReplaceAll(text, "e", strconv.Itoa(i))})
	}
	b.ReportAllocs()
	for b.Loop() {
		Texts(articles)
	}
}
