package text

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rapporteur/corpus/article"
	"rapporteur/corpus/span"
	"rapporteur/corpus/testenv"
)

// TestPolNeAR counts what splitting does to the hand-marked attributions of PolNeAR
// (Newell et al., 2018): how many sources and cues a sentence's end divides, and how
// many cues stand in sentences taken for boilerplate.
func TestPolNeAR(t *testing.T) {
	root := testenv.Shared(t, "eval", "polnear")
	names, err := filepath.Glob(root + "/*/text/*.txt")
	if err != nil || len(names) == 0 {
		t.Skipf("no articles in %s (%v)", root, err)
	}
	var marks, divided, cues, lost, sentences, boilerplate int
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all, err := article.Parse(name, raw)
		if err != nil {
			t.Fatal(err)
		}
		d := Split(&all[0])
		for i := range d.Sentences { // marks are places of the file
			d.Sentences[i].Span = all[0].File.File(d.Sentences[i].Span)
		}
		sentences += len(d.Sentences)
		for _, s := range d.Sentences {
			if s.Boilerplate {
				boilerplate++
			}
		}
		for _, m := range marked(t, name, string(raw)) {
			s := holding(d, m.Span)
			marks++
			if s == nil {
				divided++
			}
			if m.cue {
				cues++
				if s != nil && s.Boilerplate {
					lost++
				}
			}
		}
	}
	got := fmt.Sprintf("articles              %6d\nsentences             %6d\nboilerplate           %6d\nsources and cues      %6d\ndivided               %6d\ncues                  %6d\ncues in boilerplate   %6d\n",
		len(names), sentences, boilerplate, marks, divided, cues, lost)
	want, err := os.ReadFile("testdata/polnear.txt")
	if *update {
		want, err = []byte(got), os.WriteFile("testdata/polnear.txt", []byte(got), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A marking is a source or a cue marked by hand.
type marking struct {
	span.Span
	cue bool
}

// marked reads the first annotator's brat file of an article; its offsets count
// characters.
func marked(t *testing.T, name, raw string) []marking {
	t.Helper()
	stem := strings.TrimSuffix(strings.Replace(name, "/text/", "/attributions/", 1), ".txt")
	files, err := filepath.Glob(strings.NewReplacer("[", `\[`, "*", `\*`, "?", `\?`).Replace(stem) + "_*.ann")
	if err != nil || len(files) == 0 {
		return nil
	}
	f, err := os.Open(files[0])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	at := make([]int, 0, len(raw)) // byte offset of each character
	for i := range raw {
		at = append(at, i)
	}
	at = append(at, len(raw))
	var out []marking
	for lines := bufio.NewScanner(f); lines.Scan(); {
		_, rest, _ := strings.Cut(lines.Text(), "\t")
		kind, rest, _ := strings.Cut(rest, " ")
		if kind != "Source" && kind != "Cue" {
			continue
		}
		places, _, _ := strings.Cut(rest, "\t")
		for place := range strings.SplitSeq(places, ";") {
			from, to, _ := strings.Cut(place, " ")
			a, err1 := strconv.Atoi(from)
			b, err2 := strconv.Atoi(to)
			if err1 == nil && err2 == nil && b < len(at) {
				out = append(out, marking{span.Span{Start: at[a], End: at[b]}, kind == "Cue"})
			}
		}
	}
	return out
}

func holding(d *Document, s span.Span) *Sentence {
	for i := range d.Sentences {
		if d.Sentences[i].Holds(s) {
			return &d.Sentences[i]
		}
	}
	return nil
}
