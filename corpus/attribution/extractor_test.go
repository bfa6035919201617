package attribution

import (
	"reflect"
	"strings"
	"sync"
	"testing"

	"rapporteur/corpus/attribution/tagger"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// paragraphsOf is a document of a paragraph a line, in order.
func paragraphsOf(s string) *text.Document {
	doc := &text.Document{Text: s, Ordered: true}
	at := 0
	for i, line := range strings.SplitAfter(s, "\n") {
		for _, one := range text.Sentences(s, span.Span{Start: at, End: at + len(line)}) {
			doc.Sentences = append(doc.Sentences, text.Sentence{Span: one, Paragraph: i})
		}
		at += len(line)
	}
	return doc
}

func TestAQuotationRunsOnIntoTheNextParagraph(t *testing.T) {
	s := "Mara Quill said: “We waited for the tide all night.\n“It never came, and so we walked.”"
	doc := paragraphsOf(s)
	got := extractor(t).Statements(doc)
	if len(got) != 1 || len(got[0].Content) != 2 || got[0].Content[1].Of(s) != "“It never came, and so we walked.”" {
		t.Errorf("in order: %+v", got)
	}
	doc.Ordered = false
	for _, st := range extractor(t).Statements(doc) {
		if len(st.Content) > 1 {
			t.Errorf("out of order, a content goes over lines: %+v", st)
		}
	}
}

func TestStatementsAtTheSameTime(t *testing.T) {
	x := extractor(t)
	doc := paragraphsOf("Okoro said the wells were dry.\nFarrow denied that she had sold the shop.\n")
	want := x.Statements(doc)
	if len(want) != 2 {
		t.Fatalf("got %+v", want)
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if got := x.Statements(doc); !reflect.DeepEqual(got, want) {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
	wait.Wait()
}

func TestUnitsAreBounded(t *testing.T) {
	doc := paragraphsOf(strings.Repeat("One sentence follows another. ", 400) + "\n" +
		strings.Repeat("é", 2*longestUnit))
	last := 0
	for _, u := range unitsOf(doc) {
		if u.Len() > longestUnit+3 || u.Start < last {
			t.Errorf("unit %v after byte %d", u.Span, last)
		}
		last = u.End
	}
	if last < len(doc.Text)-1 {
		t.Errorf("units end at byte %d of %d", last, len(doc.Text))
	}
}

func TestADamagedModelIsRefused(t *testing.T) {
	v, err := tagger.DecodeVectors(vectorFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 100, len(modelFile) - 1} {
		if _, err := decode(modelFile[:n], v); err == nil {
			t.Errorf("%d bytes were read as a model", n)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}
