package when

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// paragraphs divides words at line ends and each line into sentences, as an
// article in order.
func paragraphs(words string) *text.Document {
	doc := &text.Document{Text: words, Ordered: true}
	at := 0
	for n, line := range strings.SplitAfter(words, "\n") {
		for _, s := range text.Sentences(words, span.Span{Start: at, End: at + len(line)}) {
			doc.Sentences = append(doc.Sentences, text.Sentence{Span: s, Paragraph: n})
		}
		at += len(line)
	}
	return doc
}

func TestFind(t *testing.T) {
	golden(t, "testdata/find/*.txtar", func(doc *text.Document, published civil.Day) string {
		var b strings.Builder
		for _, d := range Find(doc, published) {
			fmt.Fprintf(&b, "%s | %s", strings.ReplaceAll(d.Of(doc.Text), "\n", " "), d.Interval)
			if d.Planned {
				b.WriteString(" planned")
			}
			b.WriteString("\n")
		}
		return b.String()
	})
}

// golden runs answer on each file's "text" and "published" and compares what it
// prints with the last section.
func golden(t *testing.T, glob string, answer func(*text.Document, civil.Day) string) {
	t.Helper()
	files, err := filepath.Glob(glob)
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files at %s: %v", glob, err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil || len(a.Files) != 3 {
				t.Fatalf("read %s: %v, %d sections; want published, text and the answer", name, err, len(a.Files))
			}
			var published civil.Day
			if s := strings.TrimSpace(string(a.Files[0].Data)); s != "" {
				if published, err = civil.Parse(s); err != nil {
					t.Fatal(err)
				}
			}
			got := answer(paragraphs(string(a.Files[1].Data)), published)
			if *update {
				a.Files[2].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(a.Files[2].Data); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// In an article whose lines are in no order, "the following day" counts from its
// own line or from nothing.
func TestFindInNoOrder(t *testing.T) {
	doc := paragraphs("The ship sank on Jan. 10.\nThe following day divers arrived.\nIt was found on Jan. 12, and the following day it was raised.")
	doc.Ordered = false
	var got []string
	for _, d := range Find(doc, civil.Of(2022, 1, 22)) {
		got = append(got, d.From.String())
	}
	if want := "2022-01-10 2022-01-12 2022-01-13"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}
