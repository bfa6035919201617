package briefing

import (
	"context"
	"fmt"
	"strings"

	"rapporteur/corpus/article"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store"
)

// Source shows a passage in its article, by the ID of a Source. One that the asker may not see is not Found.
func (d *Desk) Source(ctx context.Context, q SourceQuestion) (SourceAnswer, error) {
	c, err := d.Coverage(ctx, q.Asker)
	ans := SourceAnswer{Coverage: c}
	if err != nil {
		return ans, err
	}
	id, at, ok := splitSourceID(q.ID)
	if !ok {
		return ans, &InputError{Option: "id", Problem: "copy the id from an answer, such as: 3f2a9c1d5e7b8a60-2s-1f"}
	}
	for e, err := range d.store.Entries(ctx, q.as(), store.EntryQuery{IDs: []article.ID{id}}) {
		if err != nil {
			return ans, fmt.Errorf("show source %s: %w", q.ID, err)
		}
		if at.End <= len(e.Article.Text) {
			ans.show(&e.Entry, at)
			return ans, nil
		}
	}
	return ans, nil
}

func (s *SourceAnswer) show(e *store.Entry, at span.Span) {
	a := &e.Article
	s.Found, s.Source, s.Words, s.Dated = true, cite(a, at), strings.ToValidUTF8(a.At(at), ""), string(a.Dated)
	first, last := -1, -1
	for i, sent := range e.Sentences {
		if sent.Overlaps(at) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		s.Sentence = s.Words
		return
	}
	s.Sentence = a.Text[e.Sentences[first].Start:e.Sentences[last].End]
	if !a.Ordered {
		return
	}
	if first > 0 && !e.Sentences[first-1].Title && !e.Sentences[first-1].Boilerplate {
		s.Before = a.At(e.Sentences[first-1].Span)
	}
	if last+1 < len(e.Sentences) && !e.Sentences[last+1].Boilerplate {
		s.After = a.At(e.Sentences[last+1].Span)
	}
}
