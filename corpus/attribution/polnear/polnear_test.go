package polnear

import (
	"os"
	"path/filepath"
	"testing"

	"rapporteur/corpus/span"
)

const body = "Ferry turns back.\n\n“It wasn’t safe,” said Mara Quill.\n"

// written is the sample article read from a folder laid out as the corpus is.
func written(t *testing.T) Article {
	t.Helper()
	dir := t.TempDir()
	// Offsets of the notes are characters: the marks are one each.
	const notes = "T1\tContent 19 36\t“It wasn’t safe,”\nT2\tCue 37 41\tsaid\nT3\tSource 42 52\tMara Quill\n" +
		"T4\tAttribution 37 41\tsaid\nE1\tAttribution:T4 Content:T1 Cue:T2 Source:T3\nbroken\n"
	for name, s := range map[string]string{"text/a.txt": body, "attributions/a_0001.ann": notes,
		"attributions/a_0002.ann": ""} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := Read(dir)
	if err != nil || len(got) != 1 || len(got[0].Relations) != 1 {
		t.Fatalf("got %+v, %v", got, err)
	}
	return got[0]
}

func at(a Article, spans []span.Span) string {
	out := ""
	for _, s := range spans {
		out += "[" + s.Of(a.Text) + "]"
	}
	return out
}

func TestReadAndStripped(t *testing.T) {
	a := written(t)
	r := a.Relations[0]
	if got := at(a, r.Source) + at(a, r.Cue) + at(a, r.Content); got != "[Mara Quill][said][“It wasn’t safe,”]" {
		t.Errorf("read %s", got)
	}
	a = a.Stripped()
	r = a.Relations[0]
	if got := at(a, r.Source) + at(a, r.Cue) + at(a, r.Content); got != "[Mara Quill][said][It wasnt safe,]" {
		t.Errorf("stripped %s", got)
	}
}
