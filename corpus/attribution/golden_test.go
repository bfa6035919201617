package attribution

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// plain is a document of one paragraph, as reading makes it.
func plain(s string) *text.Document {
	doc := &text.Document{Text: s, Ordered: true}
	for _, one := range text.Sentences(s, span.Span{Start: 0, End: len(s)}) {
		doc.Sentences = append(doc.Sentences, text.Sentence{Span: one, Paragraph: 1})
	}
	return doc
}

// show writes a statement on a line.
func show(s string, st Statement) string {
	var content []string
	for _, c := range st.Content {
		content = append(content, c.Of(s))
	}
	line := fmt.Sprintf("%s | %s | %s | %s", st.Speaker.Of(s), st.Cue.Of(s), strings.Join(content, " … "), st.Form)
	if !st.Speech {
		line += ", not speech"
	}
	if st.Negated {
		line += ", negated"
	}
	return line + "\n"
}

func TestGolden(t *testing.T) {
	file := filepath.Join("testdata", "statements.txtar")
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	x := extractor(t)
	var got []txtar.File
	for _, f := range archive.Files {
		if strings.HasSuffix(f.Name, ": found") {
			continue
		}
		body := strings.TrimSuffix(string(f.Data), "\n")
		found := ""
		for _, st := range x.Statements(plain(body)) {
			found += show(body, st)
		}
		got = append(got, f, txtar.File{Name: f.Name + ": found", Data: []byte(found)})
	}
	out := txtar.Format(&txtar.Archive{Comment: archive.Comment, Files: got})
	if *update {
		if err := os.WriteFile(file, out, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := txtar.Format(archive); string(out) != string(want) {
		t.Errorf("%s has changed; judge it, then run with -update\ngot\n%s", file, out)
	}
}
