package attribution

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution/polnear"
	"rapporteur/corpus/span"
	"rapporteur/corpus/testenv"
	"rapporteur/corpus/text"
)

var (
	update = flag.Bool("update", false, "rewrite the golden files")
	lines  = flag.String("extracted", "", "write what was found in dev to this file, for score_attribution.py")
)

// extractor is New's, or the test ends.
func extractor(t testing.TB) *Extractor {
	t.Helper()
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// document reads an article as the program does.
func document(t testing.TB, name, body string) (*article.Article, *text.Document) {
	t.Helper()
	as, err := article.Parse(name, []byte(body))
	if err != nil || len(as) != 1 {
		t.Fatalf("read %s: %d articles, %v", name, len(as), err)
	}
	return &as[0], text.Split(&as[0])
}

// relations is the statements as the measure takes them, in bytes of the file.
func relations(a *article.Article, statements []Statement) []polnear.Relation {
	var out []polnear.Relation
	add := func(dst *[]span.Span, s span.Span) {
		if !s.Empty() {
			*dst = append(*dst, a.File.File(s))
		}
	}
	for _, st := range statements {
		var r polnear.Relation
		add(&r.Source, st.Speaker.Span)
		add(&r.Cue, st.Cue)
		for _, c := range st.Content {
			add(&r.Content, c)
		}
		out = append(out, r)
	}
	return out
}

// TestScore measures the extractor on the dev articles of PolNeAR, as they are
// and with their marks stripped; the figures are kept in git.
func TestScore(t *testing.T) {
	articles, err := polnear.Read(testenv.Shared(t, "eval", "polnear", "dev"))
	if err != nil {
		t.Fatal(err)
	}
	x := extractor(t)
	kinds := faults{}
	measure := func(stripped bool) *score {
		sc := new(score)
		for _, gold := range articles {
			if stripped {
				gold = gold.Stripped()
			}
			a, doc := document(t, gold.Name+".txt", gold.Text)
			found := x.Statements(doc)
			sc.add(&gold, relations(a, found))
			if !stripped {
				kinds.add(&gold, relations(a, found))
			}
			if *lines != "" && !stripped {
				appendLine(t, gold.Name+".txt", a, found)
			}
		}
		return sc
	}
	got := fmt.Sprintf("PolNeAR dev, whole articles, as printed\n%v\nthe same, quotation marks and apostrophes "+
		"stripped\n%v", measure(false), measure(true))
	got += "\nfaults as printed, by kind\n"
	for _, k := range kinds.sorted() {
		got += fmt.Sprintf("%5d %s\n", kinds[k], k)
	}
	golden(t, filepath.Join("testdata", "score.txt"), got)
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s has changed; judge it, then run with -update\ngot\n%s\nwant\n%s", file, got, want)
	}
}

// appendLine writes the statements as the command line prints them.
func appendLine(t *testing.T, path string, a *article.Article, found []Statement) {
	t.Helper()
	list := []any{}
	for i, r := range relations(a, found) {
		st := map[string]any{"content": r.Content, "form": found[i].Form, "cue": nil, "speaker": nil}
		if len(r.Source) > 0 {
			st["speaker"] = r.Source[0]
		}
		if len(r.Cue) > 0 {
			st["cue"] = r.Cue[0]
		}
		list = append(list, st)
	}
	line, err := json.Marshal(map[string]any{"path": path, "statements": list})
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(*lines, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Write(append(line, '\n')); err != nil {
		t.Fatal(err)
	}
}
