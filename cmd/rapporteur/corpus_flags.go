package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"rapporteur/briefing"
	"rapporteur/corpus"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/sample"
	"rapporteur/corpus/store"
)

// corpusFlags say which articles a subcommand answers from; neither: the built-in sample.
type corpusFlags struct {
	Corpus []string `sep:"none" placeholder:"PATH" help:"Files or folders to answer from, read into memory. Without --corpus and --data: the built-in sample."`
	Data   string   `type:"path" placeholder:"DIR" help:"A data directory filled by ingest."`
}

// questionFlags are the flags of every subcommand that answers a question.
type questionFlags struct {
	corpusFlags
	Today string `placeholder:"DAY" help:"The day that \"today\" and \"last friday\" are relative to, such as 2022-01-21."`
	JSON  bool   `name:"json" help:"Print one JSON object for each question."`
}

// desk opens the articles. The caller closes the returned closer.
func (f questionFlags) desk(s session) (*briefing.Desk, briefing.Asker, io.Closer, error) {
	today, err := parseDay("--today", f.Today)
	if err != nil {
		return nil, briefing.Asker{}, nil, err
	}
	if today.IsZero() {
		zone, err := time.LoadLocation(s.config.Timezone)
		if err != nil {
			return nil, briefing.Asker{}, nil, fmt.Errorf("load time zone %s: %w", s.config.Timezone, err)
		}
		today = civil.From(time.Now().In(zone))
	}
	st, err := f.open(s)
	if err != nil {
		return nil, briefing.Asker{}, nil, err
	}
	return briefing.New(st, briefing.Options{}), briefing.Asker{Today: today}, st, nil
}

// open opens the store that the flags name.
func (f corpusFlags) open(s session) (store.Store, error) {
	switch {
	case f.Data != "" && len(f.Corpus) > 0:
		return nil, &usageError{errors.New("give --corpus or --data, not both")}
	case f.Data != "":
		path := filepath.Join(f.Data, corpusFile)
		if _, err := os.Stat(path); err != nil {
			return nil, fmt.Errorf("open data directory %s: %w (fill it with: rapporteur ingest --data %s PATH...)",
				f.Data, err, f.Data)
		}
		st, err := store.Open(s.ctx, path)
		if err != nil {
			return nil, err // not st: a nil *store.SQLite is not a nil Store
		}
		return st, nil
	case len(f.Corpus) > 0:
		return inMemory(s.ctx, s.err, func(st store.Store) (corpus.Report, error) {
			return corpus.Ingest(s.ctx, st, store.Operator, f.Corpus, corpus.Options{})
		})
	}
	return sampleStore(s.ctx, s.err)
}

// sampleStore is the built-in corpus, in memory.
func sampleStore(ctx context.Context, warn io.Writer) (store.Store, error) {
	return inMemory(ctx, warn, func(st store.Store) (corpus.Report, error) {
		return corpus.IngestFS(ctx, st, store.Operator, sample.FS())
	})
}

// inMemory fills a store in memory and names the files that could not be read.
func inMemory(ctx context.Context, warn io.Writer, fill func(store.Store) (corpus.Report, error)) (store.Store, error) {
	st, err := store.Memory(ctx)
	if err != nil {
		return nil, err
	}
	report, err := fill(st)
	if err != nil {
		st.Close()
		return nil, err
	}
	for _, r := range report.Refused {
		fmt.Fprintf(warn, "rapporteur: not read: %v\n", r)
	}
	return st, nil
}
