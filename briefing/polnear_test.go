package briefing

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/beside"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text"
)

// annotated reads the articles of a PolNeAR folder, with the statements that its
// annotators marked, in the order of the files' names; every skip-th of them.
func annotated(t testing.TB, folder string, skip int) []store.Entry {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(beside.Shared(t, folder), "text", "*.txt"))
	if err != nil || len(names) == 0 {
		t.Skipf("no articles in %s", folder)
	}
	var out []store.Entry
	for i := 0; i < len(names); i += skip {
		if e, ok := annotatedEntry(t, names[i]); ok {
			out = append(out, e)
		}
	}
	return out
}

func annotatedEntry(t testing.TB, name string) (store.Entry, bool) {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	list, err := article.Parse(name, raw)
	if err != nil || len(list) != 1 || list[0].Text != string(raw) {
		return store.Entry{}, false // repaired text would need its annotations moved
	}
	doc := text.Split(&list[0])
	e := store.Entry{Article: list[0], Sentences: doc.Sentences}
	base := strings.TrimSuffix(filepath.Base(name), ".txt")
	files, err := filepath.Glob(filepath.Join(filepath.Dir(name), "..", "attributions", base+"*.ann"))
	if err != nil || len(files) == 0 {
		return e, false
	}
	ann, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	e.Statements = brat(string(raw), string(ann), doc.Sentences)
	return e, true
}

var role = regexp.MustCompile(`(Source|Cue|Content)\d*:(T\d+)`)

// brat reads stand-off annotations; their offsets are characters.
func brat(text, ann string, sentences []text.Sentence) []attribution.Statement {
	offsets := make([]int, 0, len(text)+1)
	for i := range text {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(text))
	spans := make(map[string][]span.Span)
	var out []attribution.Statement
	for line := range strings.Lines(ann) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		switch {
		case len(f) >= 2 && strings.HasPrefix(f[0], "T"):
			_, at, _ := strings.Cut(f[1], " ")
			for piece := range strings.SplitSeq(at, ";") {
				from, to, _ := strings.Cut(piece, " ")
				i, err1 := strconv.Atoi(from)
				j, err2 := strconv.Atoi(to)
				if err1 == nil && err2 == nil && i < j && j < len(offsets) {
					spans[f[0]] = append(spans[f[0]], span.Span{Start: offsets[i], End: offsets[j]})
				}
			}
		case len(f) >= 2 && strings.HasPrefix(f[0], "E"):
			if s, ok := bratStatement(f[1], spans, sentences); ok {
				out = append(out, s)
			}
		}
	}
	return out
}

func bratStatement(event string, spans map[string][]span.Span, sentences []text.Sentence) (attribution.Statement, bool) {
	s := attribution.Statement{Form: attribution.Indirect, Speech: true, Confidence: 1}
	s.Speaker.Basis = attribution.Unattributed
	for _, m := range role.FindAllStringSubmatch(event, -1) {
		at := spans[m[2]]
		if len(at) == 0 {
			continue
		}
		switch m[1] {
		case "Source":
			s.Speaker.Span, s.Speaker.Basis, s.Speaker.Confidence = at[0], attribution.Named, 1
		case "Cue":
			s.Cue = at[0]
		case "Content":
			s.Content = append(s.Content, at...)
		}
	}
	if len(s.Content) == 0 || s.Cue.Empty() {
		return s, false
	}
	slices.SortFunc(s.Content, func(a, b span.Span) int { return a.Start - b.Start })
	s.Sentence = slices.IndexFunc(sentences, func(o text.Sentence) bool { return o.Overlaps(s.Cue) })
	return s, s.Sentence >= 0
}

// desk is a desk over a store in memory with the entries.
func desk(t testing.TB, entries ...store.Entry) *Desk {
	t.Helper()
	st, err := store.Memory(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	if _, err := st.Add(context.Background(), store.Operator, entries...); err != nil {
		t.Fatal(err)
	}
	if err := st.Settle(context.Background()); err != nil {
		t.Fatal(err)
	}
	return New(st, Options{})
}
