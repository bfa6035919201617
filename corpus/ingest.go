package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"

	"golang.org/x/sync/errgroup"

	"rapporteur/corpus/article"
	"rapporteur/corpus/store"
)

// A Report is what became of the articles given to Ingest.
type Report struct {
	Added     int
	Unchanged int                  // the collection had them already
	Refused   []*article.FileError // files, or lines of them, that could not be read
}

// Ingest reads the articles at paths, files or folders, into a collection. Progress,
// which may be nil, is told how many bytes of how many are read. What is added stays
// when an error ends the work, and a second call goes on from there.
func Ingest(ctx context.Context, st store.Store, in store.Collection, paths []string, progress func(done, total int)) (Report, error) {
	var files []article.File
	var report Report
	total := 0
	for f, err := range article.Files(ctx, paths) {
		var refused *article.FileError
		switch {
		case err == nil:
			files = append(files, f)
			total += int(f.Size)
		case errors.As(err, &refused):
			report.Refused = append(report.Refused, refused)
		default:
			return report, fmt.Errorf("list articles: %w", err)
		}
	}
	done := 0
	found := func(yield func(article.Article, error) bool) {
		for _, f := range files {
			size := int(f.Size)
			for a, err := range article.Read(ctx, f) {
				if !yield(a, err) {
					return
				}
				step := min(size, len(a.Text))
				size -= step
				done += step
				if progress != nil {
					progress(done, total)
				}
			}
			if done += size; progress != nil {
				progress(done, total)
			}
		}
	}
	err := add(ctx, st, in, found, &report)
	return report, err
}

// IngestFS is Ingest for the articles of fsys.
func IngestFS(ctx context.Context, st store.Store, in store.Collection, fsys fs.FS) (Report, error) {
	var report Report
	err := add(ctx, st, in, article.WalkFS(ctx, fsys), &report)
	return report, err
}

// How many articles are read at once, how many may wait between reading and adding,
// and how many bytes of text, or articles, make a transaction.
const (
	workers    = 2
	waiting    = 8
	batchBytes = 1 << 20
	batchCount = 200
)

// A task is an article on its way: its entry comes over ready, nil where the
// collection has the article already.
type task struct {
	article article.Article
	ready   chan *store.Entry
}

// add reads articles side by side and adds them in the order found, so that the same
// files make the same store.
func add(ctx context.Context, st store.Store, in store.Collection, found iter.Seq2[article.Article, error], report *Report) error {
	r, err := NewReader()
	if err != nil {
		return err
	}
	have, err := st.Coverage(ctx, in)
	if err != nil {
		return fmt.Errorf("look at the store: %w", err)
	}
	g, working := errgroup.WithContext(ctx)
	todo, order := make(chan task), make(chan task, waiting)
	g.Go(func() error {
		defer close(todo)
		defer close(order)
		return feed(working, found, report, todo, order)
	})
	for range workers {
		g.Go(func() error {
			for t := range todo {
				var e *store.Entry
				known := false
				if have.Articles > 0 {
					var err error
					if known, err = holds(working, st, in, t.article.ID); err != nil {
						return fmt.Errorf("look up %s: %w", t.article.Path, err)
					}
				}
				if !known {
					read := r.Read(t.article)
					e = &read
				}
				t.ready <- e
			}
			return nil
		})
	}
	g.Go(func() error { return collect(working, st, in, order, report) })
	if err := g.Wait(); err != nil {
		return fmt.Errorf("add articles: %w", err)
	}
	if err := st.Settle(ctx); err != nil {
		return fmt.Errorf("settle speakers: %w", err)
	}
	return nil
}

// feed gives each article to the workers and, in order, to the collector.
func feed(ctx context.Context, found iter.Seq2[article.Article, error], report *Report, todo, order chan<- task) error {
	for a, err := range found {
		var refused *article.FileError
		switch {
		case errors.As(err, &refused):
			report.Refused = append(report.Refused, refused)
			continue
		case err != nil:
			return err
		}
		t := task{a, make(chan *store.Entry, 1)}
		for _, to := range []chan<- task{order, todo} {
			select {
			case to <- t:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
	return ctx.Err()
}

// holds reports whether the collection itself has an article, so that it need not be
// read again.
func holds(ctx context.Context, st store.Store, in store.Collection, id article.ID) (bool, error) {
	for have, err := range st.Entries(ctx, in, store.EntryQuery{IDs: []article.ID{id}}) {
		if err != nil || have.In == in {
			return err == nil, err
		}
	}
	return false, nil
}

// collect adds entries in batches.
func collect(ctx context.Context, st store.Store, in store.Collection, order <-chan task, report *Report) error {
	var batch []store.Entry
	size := 0
	flush := func() error {
		added, err := st.Add(ctx, in, batch...)
		if err != nil {
			return err
		}
		report.Added += added
		report.Unchanged += len(batch) - added
		batch, size = batch[:0], 0
		return nil
	}
	for t := range order {
		var e *store.Entry
		select {
		case e = <-t.ready:
		case <-ctx.Done():
			return ctx.Err()
		}
		if e == nil {
			report.Unchanged++
			continue
		}
		batch = append(batch, *e)
		if size += len(e.Article.Text); size >= batchBytes || len(batch) >= batchCount {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if len(batch) == 0 {
		return nil
	}
	return flush()
}
