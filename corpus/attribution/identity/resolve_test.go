package identity

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// marked reads an article whose sources stand in double brackets. Each is the source of a statement; its cue is the
// word behind it, or what stands behind it in double braces, and its content the rest of the sentence, or where little
// is left the part before it.
func marked(s string, ordered bool) (*text.Document, []attribution.Statement) {
	var b strings.Builder
	var sources []span.Span
	cues := map[int]span.Span{} // by the end of the source
	for {
		before, rest, ok := strings.Cut(s, "[[")
		b.WriteString(before)
		if !ok {
			break
		}
		source, after, _ := strings.Cut(rest, "]]")
		sources = append(sources, span.Span{Start: b.Len(), End: b.Len() + len(source)})
		b.WriteString(source)
		if braced, ok := strings.CutPrefix(after, " {{"); ok {
			cue, behind, _ := strings.Cut(braced, "}}")
			cues[b.Len()] = span.Span{Start: b.Len() + 1, End: b.Len() + 1 + len(cue)}
			after = " " + cue + behind
		}
		s = after
	}
	doc := document(b.String())
	if len(doc.Sentences) == 0 {
		return doc, nil
	}
	if doc.Ordered = ordered; !ordered {
		for i := range doc.Sentences {
			doc.Sentences[i].Title = false
		}
	}
	var out []attribution.Statement
	for _, at := range sources {
		k := sentenceAt(doc, at.Start)
		content := span.Span{Start: min(at.End+1, doc.Sentences[k].End), End: doc.Sentences[k].End}
		if content.Len() < 20 {
			content = span.Span{Start: doc.Sentences[k].Start, End: at.Start}
		}
		cue := span.Span{Start: at.End, End: at.End}
		if rest := strings.TrimPrefix(doc.Text[at.End:], " "); rest != doc.Text[at.End:] {
			cue = span.Span{Start: at.End + 1, End: at.End + 1 + strings.IndexAny(rest+" ", " .,\n")}
		}
		if braced, ok := cues[at.End]; ok {
			cue = braced
		}
		out = append(out, attribution.Statement{Sentence: k, Speaker: attribution.Speaker{Span: at}, Cue: cue,
			Content: []span.Span{content}})
	}
	return doc, out
}

func TestResolve(t *testing.T) {
	files, err := filepath.Glob("testdata/resolve/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc, statements := marked(string(ar.Files[0].Data), ar.Files[0].Name != "lines")
			var b strings.Builder
			for _, s := range Resolve(doc, people.Mentions(doc), statements) {
				name := s.Speaker.Name
				if name == "" {
					name = "-"
				}
				fmt.Fprintf(&b, "%s: %s (%s)\n", s.Speaker.Of(doc.Text), name, s.Speaker.Basis)
			}
			if *update {
				ar.Files[1].Data = []byte(b.String())
				if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(ar.Files[1].Data); b.String() != want {
				t.Errorf("got:\n%swant:\n%s", b.String(), want)
			}
		})
	}
}

func FuzzResolve(f *testing.F) {
	files, _ := filepath.Glob("testdata/resolve/*.txtar")
	for _, file := range files {
		if ar, err := txtar.ParseFile(file); err == nil {
			f.Add(string(ar.Files[0].Data), true)
			f.Add(string(ar.Files[0].Data), false)
		}
	}
	f.Fuzz(func(t *testing.T, s string, ordered bool) {
		doc, statements := marked(s, ordered)
		mentions := people.Mentions(doc)
		resolved := Resolve(doc, mentions, statements)
		if again := Resolve(doc, mentions, statements); !reflect.DeepEqual(again, resolved) {
			t.Fatal("the same article is resolved in two ways")
		}
		for _, st := range resolved {
			sp := st.Speaker
			if sp.Confidence < 0 || sp.Confidence > 1 || (sp.Name == "") != (sp.Confidence == 0) {
				t.Fatalf("%q has the confidence %v", sp.Name, sp.Confidence)
			}
			if named := sp.Basis == attribution.Named || sp.Basis == attribution.Pronoun ||
				sp.Basis == attribution.Description; named != (sp.Name != "") {
				t.Fatalf("%q has the basis %s", sp.Name, sp.Basis)
			}
		}
	})
}

func BenchmarkResolve(b *testing.B) {
	ar, err := txtar.ParseFile("testdata/resolve/pronouns.txtar")
	if err != nil {
		b.Fatal(err)
	}
	head, body, _ := strings.Cut(string(ar.Files[0].Data), "\n\n")
	doc, statements := marked(head+"\n\n"+strings.Repeat(body, 8), true)
	mentions := people.Mentions(doc)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		Resolve(doc, mentions, statements)
		n += len(doc.Sentences)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "sentences/s")
}
