package corpus

import (
	"context"
	"fmt"

	"rapporteur/corpus/article"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/store"
)

// Reindex reads again, from the text in the store, the articles of all collections that were read by lower Rules,
// and settles; it reports how many it read. What package article makes of a file stays as it was, and so does a day
// of publication, except one that was inferred from the text.
//
// After an error a second call goes on from there. Questions are answered while it runs.
// Progress gets how many articles of how many are done; nil for none.
func Reindex(ctx context.Context, st store.Store, progress func(done, total int)) (int, error) {
	renewed, err := reindexOutdated(ctx, st, progress)
	if err != nil {
		return renewed, fmt.Errorf("read again what earlier rules read: %w", err)
	}
	if err := st.Settle(ctx); err != nil {
		return renewed, fmt.Errorf("settle speakers: %w", err)
	}
	return renewed, nil
}

// reindexOutdated reads one article after the other, which leaves the other processors to
// questions. When it returns, the memory that reading needs is free for Settle.
func reindexOutdated(ctx context.Context, st store.Store, progress func(done, total int)) (int, error) {
	todo, err := st.Outdated(ctx, Rules)
	if err != nil || len(todo) == 0 {
		return 0, err
	}
	reader, err := NewReader()
	if err != nil {
		return 0, err
	}
	renewed := 0
	for i, seq := range todo {
		ok, err := st.Reindex(ctx, seq, reader.again)
		if err != nil {
			return renewed, err
		}
		if ok {
			renewed++
		}
		if progress != nil {
			progress(i+1, len(todo))
		}
	}
	return renewed, nil
}

// again is a store.ReadFunc. A day that was inferred is inferred again.
func (r *Reader) again(_ context.Context, a article.Article) (store.Entry, error) {
	if a.Dated == article.FromText {
		a.Published, a.Dated = civil.Day{}, article.FromUnknown
	}
	return r.Read(a), nil
}
