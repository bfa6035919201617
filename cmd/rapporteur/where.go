package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"rapporteur/briefing"
	"rapporteur/corpus"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/sample"
	"rapporteur/corpus/store"
)

// where is the articles a question is put to, and how the answer is printed.
type where struct {
	Corpus []string `sep:"none" placeholder:"PATH" help:"Files or folders, read into memory for this call."`
	Data   string   `type:"path" placeholder:"DIR" help:"A data directory filled by ingest. Without this and --corpus: the built-in sample."`
	Today  string   `placeholder:"DAY" help:"The day that \"today\" and \"last friday\" go by, as 2022-01-21."`
	JSON   bool     `name:"json" help:"Print one JSON object for each question."`
}

// corpusFile is the store's file in a data directory, ledgerFile the ledger's.
const (
	corpusFile = "corpus.db"
	ledgerFile = "ledger.db"
)

// desk opens the articles. The caller closes what it returns.
func (w where) desk(s session) (*briefing.Desk, briefing.Asker, io.Closer, error) {
	asker, err := w.asker(s)
	if err != nil {
		return nil, asker, nil, err
	}
	st, err := w.open(s)
	if err != nil {
		return nil, asker, nil, err
	}
	return briefing.New(st, briefing.Options{}), asker, st, nil
}

func (w where) asker(s session) (briefing.Asker, error) {
	if w.Today != "" {
		day, err := civil.Parse(w.Today)
		if err != nil {
			return briefing.Asker{}, &briefing.InputError{Option: "--today", Problem: "write it as 2022-01-21"}
		}
		return briefing.Asker{Today: day}, nil
	}
	zone, err := time.LoadLocation(s.config.Timezone)
	if err != nil {
		return briefing.Asker{}, fmt.Errorf("load zone %s: %w", s.config.Timezone, err)
	}
	return briefing.Asker{Today: civil.From(time.Now().In(zone))}, nil
}

func (w where) open(s session) (store.Store, error) {
	switch {
	case w.Data != "" && len(w.Corpus) > 0:
		return nil, &usageError{errors.New("--corpus and --data exclude each other")}
	case w.Data != "":
		path := filepath.Join(w.Data, corpusFile)
		if _, err := os.Stat(path); err != nil {
			return nil, fmt.Errorf("open data directory %s: %w (fill it with: rapporteur ingest --data %s PATH...)", w.Data, err, w.Data)
		}
		return opened(store.Open(s.ctx, path))
	case len(w.Corpus) > 0:
		return inMemory(s.ctx, func(st store.Store) (corpus.Report, error) {
			return corpus.Ingest(s.ctx, st, store.Operator, w.Corpus, corpus.Options{})
		}, s.err)
	}
	return sampleStore(s.ctx, s.err)
}

// opened turns a store's own type into the interface without making a nil look like
// a store.
func opened(st *store.SQLite, err error) (store.Store, error) {
	if err != nil {
		return nil, err
	}
	return st, nil
}

// sampleStore is the built-in corpus, in memory.
func sampleStore(ctx context.Context, warn io.Writer) (store.Store, error) {
	return inMemory(ctx, func(st store.Store) (corpus.Report, error) {
		return corpus.IngestFS(ctx, st, store.Operator, sample.FS())
	}, warn)
}

func inMemory(ctx context.Context, fill func(store.Store) (corpus.Report, error), warn io.Writer) (store.Store, error) {
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

// each puts one question, or with "-" every line of standard input, and prints the
// answers in order.
func each[A any](s session, question string, asJSON bool, put func(string) (A, error), show func(io.Writer, A)) error {
	out := bufio.NewWriter(s.out)
	defer out.Flush()
	one := func(q string) error {
		answer, err := put(q)
		if err != nil {
			return err
		}
		if !asJSON {
			show(out, answer)
			return nil
		}
		return printJSON(out, answer)
	}
	if question != "-" {
		return one(question)
	}
	lines := bufio.NewScanner(s.in)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		q := strings.TrimSpace(lines.Text())
		if q == "" {
			continue
		}
		if err := one(q); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		if err := out.Flush(); err != nil {
			return fmt.Errorf("print an answer: %w", err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read questions: %w", err)
	}
	return nil
}

// printJSON prints v on one line, with words as they stand: < > & are not escaped.
func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("print an answer: %w", err)
	}
	return nil
}
