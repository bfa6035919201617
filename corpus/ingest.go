package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"

	"golang.org/x/sync/errgroup"

	"rapporteur/corpus/article"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/store"
)

// A Report is what became of the articles given to Ingest.
type Report struct {
	Added     int
	Unchanged int                  // the collection had them already
	Dated     int                  // of both, those given the day of Options.Published
	Refused   []*article.FileError // files, or lines of them, that could not be read
}

// Options tune Ingest. The zero value is ready to use.
type Options struct {
	// Published is the publication day given by the operator, which wins over what an article says. Articles that
	// the collection already has are read again with it. Zero: the day that each article gives.
	Published civil.Day
	// Progress gets how many bytes of how many are read; nil for none.
	Progress func(done, total int)
}

// Ingest reads the articles at paths, files or folders, into a collection. What is
// added stays when an error ends the work, and a second call goes on from there.
func Ingest(ctx context.Context, st store.Store, in store.Collection, paths []string, opts Options) (Report, error) {
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
				opts.tell(done, total)
			}
			done += size
			opts.tell(done, total)
		}
	}
	err := add(ctx, intake{Store: st, in: in, day: opts.Published, report: &report}, found)
	return report, err
}

func (o Options) tell(done, total int) {
	if o.Progress != nil {
		o.Progress(done, total)
	}
}

// IngestFS is Ingest for the articles of fsys.
func IngestFS(ctx context.Context, st store.Store, in store.Collection, fsys fs.FS) (Report, error) {
	var report Report
	err := add(ctx, intake{Store: st, in: in, report: &report}, article.WalkFS(ctx, fsys))
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

// An intake is where articles go, and what has become of them.
type intake struct {
	store.Store
	in     store.Collection
	day    civil.Day // zero: as each article names it
	reader *Reader
	report *Report
	vacant bool // the asker of in saw no article at first: none has to be looked up
}

// A task is an article on its way: its entry comes over ready, nil where the collection has the article already.
type task struct {
	article article.Article
	ready   chan *store.Entry
}

// add takes what is found to the store and settles it. By then what reading needs is
// garbage, and its memory is for settling.
func add(ctx context.Context, k intake, found iter.Seq2[article.Article, error]) error {
	if err := k.take(ctx, found); err != nil {
		return fmt.Errorf("add articles: %w", err)
	}
	if err := k.Settle(ctx); err != nil {
		return fmt.Errorf("settle speakers: %w", err)
	}
	return nil
}

// take reads articles side by side and adds them in the order found, so that the same files make the same store.
func (k intake) take(ctx context.Context, found iter.Seq2[article.Article, error]) error {
	var err error
	if k.reader, err = NewReader(); err != nil {
		return err
	}
	have, err := k.Coverage(ctx, k.in)
	if err != nil {
		return fmt.Errorf("look at the store: %w", err)
	}
	k.vacant = have.Articles == 0
	g, working := errgroup.WithContext(ctx)
	todo, order := make(chan task), make(chan task, waiting)
	g.Go(func() error {
		defer close(todo)
		defer close(order)
		return k.feed(working, found, todo, order)
	})
	for range workers {
		g.Go(func() error { return k.work(working, todo) })
	}
	g.Go(func() error { return k.collect(working, order) })
	return g.Wait()
}

// feed gives each article to the workers and, in order, to the collector.
func (k intake) feed(ctx context.Context, found iter.Seq2[article.Article, error], todo, order chan<- task) error {
	for a, err := range found {
		var refused *article.FileError
		switch {
		case errors.As(err, &refused):
			k.report.Refused = append(k.report.Refused, refused)
			continue
		case err != nil:
			return err
		}
		if !k.day.IsZero() {
			a.Published, a.Dated = k.day, article.FromFlag
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

// work reads the articles that the collection does not have.
func (k intake) work(ctx context.Context, todo <-chan task) error {
	for t := range todo {
		known := false
		if !k.vacant {
			var err error
			if known, err = k.Holds(ctx, k.in, t.article.ID); err != nil {
				return fmt.Errorf("look up %s: %w", t.article.Path, err)
			}
		}
		var e *store.Entry
		if !known {
			read := k.reader.Read(t.article)
			e = &read
		}
		t.ready <- e
	}
	return nil
}

// collect adds entries in batches.
func (k intake) collect(ctx context.Context, order <-chan task) error {
	var batch []store.Entry
	size := 0
	for t := range order {
		var e *store.Entry
		select {
		case e = <-t.ready:
		case <-ctx.Done():
			return ctx.Err()
		}
		if e == nil {
			if err := k.keep(ctx, t.article.ID); err != nil {
				return err
			}
			continue
		}
		batch = append(batch, *e)
		if size += len(e.Article.Text); size >= batchBytes || len(batch) >= batchCount {
			if err := k.flush(ctx, batch); err != nil {
				return err
			}
			batch, size = batch[:0], 0
		}
	}
	return k.flush(ctx, batch)
}

// flush adds a batch.
func (k intake) flush(ctx context.Context, batch []store.Entry) error {
	if len(batch) == 0 {
		return nil
	}
	added, err := k.Add(ctx, k.in, batch...)
	if err != nil {
		return err
	}
	k.report.Added += added
	k.report.Unchanged += len(batch) - added
	if !k.day.IsZero() {
		k.report.Dated += added
	}
	return nil
}

// keep leaves an article that the collection has as it is, but for the day asked for.
func (k intake) keep(ctx context.Context, id article.ID) error {
	k.report.Unchanged++
	if k.day.IsZero() {
		return nil
	}
	ok, err := k.SetPublished(ctx, k.in, id, k.day, article.FromFlag, k.reader.again)
	if err != nil {
		return err
	}
	if ok {
		k.report.Dated++
	}
	return nil
}
