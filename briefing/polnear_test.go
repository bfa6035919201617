package briefing

import (
	"context"
	"slices"
	"testing"

	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/attribution/polnear"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store"
	"rapporteur/corpus/testenv"
	"rapporteur/corpus/text"
)

// annotated reads the articles of a PolNeAR folder, with the statements that its
// annotators marked, in the order of the files' names; every skip-th of them.
func annotated(t testing.TB, folder string, skip int) []store.Entry {
	t.Helper()
	marked, err := polnear.Read(testenv.Shared(t, folder))
	if err != nil {
		t.Skip(err)
	}
	var out []store.Entry
	for i := 0; i < len(marked); i += skip {
		list, err := article.Parse(marked[i].Name+".txt", []byte(marked[i].Text))
		if err != nil || len(list) != 1 || list[0].Text != marked[i].Text {
			continue // repaired text would need its annotations moved
		}
		e := store.Entry{Article: list[0], Sentences: text.Split(&list[0]).Sentences}
		for _, r := range marked[i].Relations {
			if s, ok := marking(r, e.Sentences); ok {
				e.Statements = append(e.Statements, s)
			}
		}
		out = append(out, e)
	}
	return out
}

// marking is a relation as a statement of the sentence that has its cue.
func marking(r polnear.Relation, sentences []text.Sentence) (attribution.Statement, bool) {
	s := attribution.Statement{Form: attribution.Indirect, Speech: true, Confidence: 1, Cue: r.Cue[0]}
	s.Speaker.Basis = attribution.Unattributed
	if len(r.Source) > 0 {
		s.Speaker.Span, s.Speaker.Basis, s.Speaker.Confidence = r.Source[0], attribution.Named, 1
	}
	s.Content = slices.SortedFunc(slices.Values(r.Content), func(a, b span.Span) int { return a.Start - b.Start })
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
