package text

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"rapporteur/corpus/article"
	"rapporteur/corpus/span"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// paragraphs makes an article of s without a title, each line a paragraph.
func paragraphs(s string) *article.Article {
	a := &article.Article{Text: s, Ordered: true}
	at := 0
	for line := range strings.Lines(s) {
		a.Body = append(a.Body, span.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))})
		at += len(line)
	}
	return a
}

func splitLines(s string) string {
	var b strings.Builder
	d := Split(paragraphs(s))
	for i, one := range d.Sentences {
		if i > 0 && one.Paragraph != d.Sentences[i-1].Paragraph {
			b.WriteString("\n")
		}
		b.WriteString(d.Text[one.Start:one.End] + "\n")
	}
	return b.String()
}

func TestSplitGolden(t *testing.T) {
	for name, arc := range goldens(t, "testdata/split") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			got := splitLines(string(arc.Files[0].Data))
			if *update {
				arc.Files[1].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(arc), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want := string(arc.Files[1].Data)
			gots, wants := strings.Split(got, "\n"), strings.Split(want, "\n")
			for i := range wants {
				if i >= len(gots) || gots[i] != wants[i] {
					t.Fatalf("line %d of the sentences is %q, want %q", i+1, append(gots, "")[min(i, len(gots))], wants[i])
				}
			}
			if got != want {
				t.Errorf("more sentences than expected: %q", gots[len(wants):])
			}
		})
	}
}

func goldens(t *testing.T, folder string) map[string]*txtar.Archive {
	t.Helper()
	names, err := filepath.Glob(folder + "/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no golden files in %s (%v)", folder, err)
	}
	out := map[string]*txtar.Archive{}
	for _, name := range names {
		arc, err := txtar.ParseFile(name)
		if err != nil || len(arc.Files) != 2 {
			t.Fatalf("%s: %v; want two parts", name, err)
		}
		out[name] = arc
	}
	return out
}

func TestBoilerplateGolden(t *testing.T) {
	for _, arc := range goldens(t, "testdata/boilerplate") {
		for i, part := range arc.Files {
			for line := range strings.Lines(string(part.Data)) {
				d := Split(paragraphs(line))
				marked := 0
				for _, s := range d.Sentences {
					if s.Boilerplate {
						marked++
					}
				}
				news := strings.Contains(line, "(AP Photo") // a caption with its credit
				switch {
				case i == 0 && marked != len(d.Sentences):
					t.Errorf("taken for news: %s", line)
				case i == 1 && marked > 0 && !(news && marked == 1 && len(d.Sentences) == 2):
					t.Errorf("taken for boilerplate: %s", line)
				}
			}
		}
	}
}

func TestSplitTitle(t *testing.T) {
	all, err := article.Parse("a.txt", []byte("Getty Images\n20260309\nhttps://example.com/a\nRain fell. It stopped.\nSnow fell.\n"))
	if err != nil {
		t.Fatal(err)
	}
	d := Split(&all[0])
	var got []string
	for _, s := range d.Sentences {
		got = append(got, fmt.Sprintf("%d %t %t %s", s.Paragraph, s.Title, s.Boilerplate, s.Of(d.Text)))
	}
	want := "0 true false Getty Images|1 false false Rain fell.|1 false false It stopped.|2 false false Snow fell."
	if strings.Join(got, "|") != want || d.Ordered {
		t.Errorf("got %q, want %s", got, want)
	}
}

// checkSentences holds that sentences are in order, inside their paragraphs,
// trimmed, and leave out nothing but white space and a bullet.
func checkSentences(t *testing.T, a *article.Article) {
	t.Helper()
	d := Split(a)
	at, last := 0, 0
	for _, s := range d.Sentences {
		words := s.Of(d.Text)
		if s.Empty() || s.Start < at || !utf8.ValidString(words) || strings.TrimSpace(words) != words || s.Paragraph < last {
			t.Fatalf("sentence %q at %v of paragraph %d, after byte %d of paragraph %d", words, s.Span, s.Paragraph, at, last)
		}
		p := a.Head
		if !s.Title {
			p = a.Body[s.Paragraph-1]
		}
		if !p.Holds(s.Span) {
			t.Fatalf("sentence %v outside paragraph %v", s.Span, p)
		}
		if left := a.Text[at:s.Start]; strings.ContainsFunc(left, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) && a.Format != article.Lines {
			t.Fatalf("%q stands in no sentence", left)
		}
		at, last = s.End, s.Paragraph
	}
}

func FuzzSplit(f *testing.F) {
	for _, name := range []string{"stops", "quotes", "marks"} {
		arc, err := txtar.ParseFile("testdata/split/" + name + ".txtar")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(arc.Files[0].Data))
	}
	f.Add("A.\u00a0B.\u3000“C.\n• \n- -\n(AP) — x")
	f.Fuzz(func(t *testing.T, s string) {
		all, err := article.Parse("a.txt", []byte(s))
		if err != nil {
			return
		}
		checkSentences(t, &all[0])
	})
}

func BenchmarkSplit(b *testing.B) {
	var text strings.Builder
	names, _ := filepath.Glob("testdata/*/*.txtar")
	for _, name := range names {
		arc, err := txtar.ParseFile(name)
		if err != nil {
			b.Fatal(err)
		}
		text.Write(arc.Files[0].Data)
	}
	a := paragraphs(strings.Repeat(text.String(), 10))
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		n += len(Split(a).Sentences)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "sentences/s")
}
