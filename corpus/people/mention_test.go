package people

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rapporteur/corpus/article"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func read(t testing.TB, s string) *text.Document {
	t.Helper()
	as, err := article.Parse("a.txt", []byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return text.Split(&as[0])
}

func TestMentions(t *testing.T) {
	files, err := filepath.Glob("testdata/mentions/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := list(Mentions(read(t, string(ar.Files[0].Data))), strings.Contains(file, "unnamed"))
			if *update {
				ar.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(ar.Files[1].Data); got != want {
				t.Errorf("got:\n%swant:\n%s", got, want)
			}
		})
	}
}

// list is mentions as the golden files print them.
func list(ms []Mention, unnamed bool) string {
	var b strings.Builder
	for _, m := range ms {
		if m.Kind == Unnamed {
			if unnamed {
				fmt.Fprintf(&b, "unnamed %q\n", m.Role)
			}
			continue
		}
		fmt.Fprintf(&b, "%s \"%s\"", m.Kind, m.Name)
		if m.Gender != Unknown {
			fmt.Fprintf(&b, " %s", m.Gender)
		}
		if m.Place {
			b.WriteString(" place")
		}
		if m.Role != "" {
			fmt.Fprintf(&b, ", %s", m.Role)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func FuzzMentions(f *testing.F) {
	files, _ := filepath.Glob("testdata/mentions/*.txtar")
	for _, file := range files {
		if ar, err := txtar.ParseFile(file); err == nil {
			f.Add(string(ar.Files[0].Data))
		}
	}
	f.Add("A\n\nU.S. Sen. of the O'' \"Bo\" .")
	f.Add("Т\n\nMr. Łę’s ’s ' \"")
	f.Fuzz(func(t *testing.T, s string) {
		as, err := article.Parse("a.txt", []byte(s))
		if err != nil {
			return
		}
		doc := text.Split(&as[0])
		last := 0
		for _, m := range Mentions(doc) {
			if m.Empty() || m.Start < last || m.End > len(doc.Text) {
				t.Fatalf("mention %v after %d in a text of %d bytes", m.Span, last, len(doc.Text))
			}
			last = m.End
			if !doc.Sentences[m.Sentence].Holds(m.Span) {
				t.Fatalf("mention %q is not in its sentence", m.Of(doc.Text))
			}
			if (m.Kind == Unnamed) != (m.Name == "") {
				t.Fatalf("a %s has the name %q", m.Kind, m.Name)
			}
		}
	})
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"O’Neill’s", "Łódź", "''", "Сергей", "U.S.", "\xff’s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := english.Fold(s)
		if twice := english.Fold(once); twice != once {
			t.Fatalf("english.Fold(%q) = %q, folded again %q", s, once, twice)
		}
		Key(s)
		Bare(s)
	})
}

func FuzzMatch(f *testing.F) {
	x := NewIndex(many(300))
	for _, s := range []string{"anna", "an b", "x", "danish harbour minister", "ŁŁŁ", strings.Repeat("a", 99)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, m := range x.Match(s, 5) {
			if tier(m.By) < last || m.Score < 0 || m.Score > 1.2 || m.Person.Name == "" {
				t.Fatalf("Match(%q) gave %v", s, m)
			}
			last = tier(m.By)
		}
		x.Complete(s, 3)
		x.Suggest(s, 3)
	})
}

func BenchmarkMentions(b *testing.B) {
	ar, err := txtar.ParseFile("testdata/mentions/titles.txtar")
	if err != nil {
		b.Fatal(err)
	}
	doc := read(b, string(ar.Files[0].Data)+strings.Repeat("The harbour master of Velmar said that Annika Holt had promised more than the port could give this year.\n", 30))
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		Mentions(doc)
		n += len(doc.Sentences)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "sentences/s")
}
