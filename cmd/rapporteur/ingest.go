package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/cheggaaa/pb/v3"
	"github.com/dustin/go-humanize"
	"github.com/dustin/go-humanize/english"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// ingest adds articles to a data directory.
type ingest struct {
	Data      string   `type:"path" placeholder:"DIR" help:"The data directory, created if missing; default: the data setting."`
	Published string   `placeholder:"DAY" help:"Publication day of these articles, such as 2022-01-21; it wins over what they say, and also applies to those added before."`
	Paths     []string `arg:"" name:"path" type:"path" help:"Files or folders."`
}

// memoryLimit is the heap size in bytes that ingesting aims for. The readers and their caches hold some 45 MB for any
// number of articles, and by default a collection would wait until the heap is over twice as large. A smaller limit
// in the environment (GOMEMLIMIT) is kept.
const memoryLimit = 62 << 20

func (c *ingest) Run(s session) error {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(min(memoryLimit, debug.SetMemoryLimit(-1))))
	dir := s.dataDir(c.Data)
	day, err := parseDay("--published", c.Published)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("create the data directory: %w", err)
	}
	st, err := store.Open(s.ctx, filepath.Join(dir, corpusFile))
	if err != nil {
		return err
	}
	defer st.Close()
	progress, done := bar(s.err, false)
	renewed, err := corpus.Reindex(s.ctx, st, progress)
	done()
	if err != nil {
		return err
	}
	if renewed > 0 {
		fmt.Fprintf(s.out, "read again: %s that an earlier version had read\n", english.Plural(renewed, "article", ""))
	}
	progress, done = bar(s.err, true)
	report, err := corpus.Ingest(s.ctx, st, store.Operator, c.Paths, corpus.Options{Published: day, Progress: progress})
	done()
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "added %s, unchanged %s, refused %s\n", humanize.Comma(int64(report.Added)),
		humanize.Comma(int64(report.Unchanged)), english.Plural(len(report.Refused), "file", ""))
	if !day.IsZero() {
		fmt.Fprintf(s.out, "dated %s: %s\n", day, english.Plural(report.Dated, "article", ""))
	}
	for _, r := range report.Refused {
		fmt.Fprintf(s.out, "refused: %v\n", r)
	}
	return nil
}

// bar shows progress, in bytes or in articles, where w is a terminal. It appears with the first progress, and finish
// removes it.
func bar(w io.Writer, bytes bool) (progress func(done, total int), finish func()) {
	if !isTerminal(w) {
		return nil, func() {}
	}
	p := pb.Simple.New(0).Set(pb.Bytes, bytes).SetWriter(w)
	return func(done, total int) {
		if !p.IsStarted() {
			p.Start()
		}
		p.SetTotal(int64(total)).SetCurrent(int64(done))
	}, func() { p.Finish() }
}
