package attribution

import (
	"strings"
	"testing"
	"unicode/utf8"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// FuzzStatements holds the promises to every later step: spans lie in the text on rune borders, contents are there, in
// order and apart, and the sentence holds the cue.
func FuzzStatements(f *testing.F) {
	f.Add("“The bridge will open,” said Mara Quill.\n“It will,” she added, “on Friday.”", true)
	f.Add("Okoro wrote: “I will not stand again.\n“Not ever.”", true)
	f.Add("We dont expect it, Okoro told reporters\nHe said so", false)
	f.Add("said\xff “ said ” said ’ said", true)
	x := extractor(f)
	f.Fuzz(func(t *testing.T, s string, ordered bool) {
		s = strings.ToValidUTF8(s, "?")
		doc := &text.Document{Text: s, Ordered: ordered}
		at := 0
		for line := range strings.SplitAfterSeq(s, "\n") {
			for _, one := range text.Sentences(s, span.Span{Start: at, End: at + len(line)}) {
				doc.Sentences = append(doc.Sentences, text.Sentence{Span: one, Paragraph: at})
			}
			at += len(line)
		}
		for _, st := range x.Statements(doc) {
			check(t, doc, st)
		}
	})
}

func check(t *testing.T, doc *text.Document, st Statement) {
	t.Helper()
	inside := func(in span.Span) {
		if in.Start < 0 || in.End > len(doc.Text) || in.Start > in.End || !utf8.ValidString(in.Of(doc.Text)) {
			t.Fatalf("span %v of %d bytes", in, len(doc.Text))
		}
	}
	inside(st.Speaker.Span)
	inside(st.Cue)
	if len(st.Content) == 0 {
		t.Fatal("a statement without content")
	}
	last := 0
	for _, c := range st.Content {
		inside(c)
		if c.Empty() || c.Start < last {
			t.Fatalf("content %v after byte %d", c, last)
		}
		last = c.End
	}
	held := st.Cue
	if held.Empty() { // words that are only signed
		held = st.Content[0]
	}
	if st.Sentence < 0 || st.Sentence >= len(doc.Sentences) || !doc.Sentences[st.Sentence].Overlaps(held) {
		t.Fatalf("sentence %d does not hold %v", st.Sentence, held)
	}
	if !(st.Confidence > 0 && st.Confidence <= 1) {
		t.Fatalf("confidence %v", st.Confidence)
	}
}
