// Package polnear reads PolNeAR, a corpus of attributions (Newell et al., LREC 2018), for training and tests.
package polnear

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur/corpus/span"
)

// A Relation is one attribution: the pieces of each part, in bytes of the article. Source may be empty.
type Relation struct{ Source, Cue, Content []span.Span }

// An Article of the corpus with its attributions.
type Article struct {
	Name      string // of its file, without ".txt"
	Text      string
	Relations []Relation
}

// Read reads a part of the corpus: dir/text/*.txt, and dir/attributions in brat's format; the first annotator counts.
func Read(dir string) ([]Article, error) {
	files, err := filepath.Glob(filepath.Join(dir, "text", "*.txt"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no articles in %s (%v)", dir, err)
	}
	slices.Sort(files)
	var out []Article
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(filepath.Base(f), ".txt")
		notes, err := filepath.Glob(filepath.Join(dir, "attributions", name+"_*.ann"))
		if err != nil || len(notes) == 0 {
			continue
		}
		slices.Sort(notes)
		ann, err := os.ReadFile(notes[0])
		if err != nil {
			return nil, err
		}
		a := Article{Name: name, Text: string(body)}
		a.Relations = slices.DeleteFunc(Annotated(string(ann), a.Text),
			func(r Relation) bool { return len(r.Cue) == 0 })
		out = append(out, a)
	}
	return out, nil
}

// runeOffsets is the byte at which each rune begins, and the end.
func runeOffsets(s string) []int {
	out := make([]int, 0, utf8.RuneCountInString(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

// Annotated reads the attributions of one stand-off file of an article that have a content,
// and mostly a cue. A few lines of the corpus are broken; they are passed over.
func Annotated(notes, article string) []Relation {
	offsets := runeOffsets(article)
	pieces := map[string][]span.Span{}
	var out []Relation
	for line := range strings.Lines(notes) {
		fields := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(fields) < 2 {
			continue
		}
		switch {
		case strings.HasPrefix(fields[0], "T"):
			if _, where, ok := strings.Cut(fields[1], " "); ok {
				pieces[fields[0]] = bratSpans(where, offsets)
			}
		case strings.HasPrefix(fields[0], "E"):
			if r := bratEvent(fields[1], pieces); len(r.Content) > 0 {
				out = append(out, r)
			}
		}
	}
	return out
}

func bratSpans(where string, offsets []int) []span.Span {
	var out []span.Span
	for piece := range strings.SplitSeq(where, ";") {
		from, to, _ := strings.Cut(piece, " ")
		a, err1 := strconv.Atoi(from)
		b, err2 := strconv.Atoi(to)
		if err1 == nil && err2 == nil && a < b && b < len(offsets) {
			out = append(out, span.Span{Start: offsets[a], End: offsets[b]})
		}
	}
	return out
}

func bratEvent(args string, pieces map[string][]span.Span) Relation {
	var r Relation
	for arg := range strings.FieldsSeq(args) {
		role, id, _ := strings.Cut(arg, ":")
		switch strings.TrimRight(role, "0123456789") {
		case "Source":
			r.Source = append(r.Source, pieces[id]...)
		case "Cue":
			r.Cue = append(r.Cue, pieces[id]...)
		case "Content":
			r.Content = append(r.Content, pieces[id]...)
		}
	}
	return r
}

// Trim takes blanks and the marks that are not compared off the ends.
func Trim(s string, in span.Span) span.Span {
	const trim = " \t\r\n\"'“”‘’`,.:;—–-"
	if in.Empty() {
		return in
	}
	rest := strings.TrimLeft(in.Of(s), trim)
	start := in.End - len(rest)
	return span.Span{Start: start, End: start + len(strings.TrimRight(rest, trim))}
}
