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
	"github.com/mattn/go-isatty"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// ingest adds articles to a data directory.
type ingest struct {
	Data      string   `type:"path" placeholder:"DIR" help:"The data directory; made if need be. Without it, the data setting."`
	Published string   `placeholder:"DAY" help:"The day these articles appeared, as 2022-01-21, whatever they say; also of those added before."`
	Paths     []string `arg:"" name:"path" type:"path" help:"Files or folders."`
}

// memory is how many bytes ingesting aims to keep the heap under. What the readers
// and their caches hold is some 45 MB whatever the number of articles, which the
// collector by itself would let grow to twice that and more before it looks. A
// smaller limit set in the environment (GOMEMLIMIT) is kept.
const memory = 62 << 20

// Run implements subcommand.
func (c *ingest) Run(s session) error {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(min(memory, debug.SetMemoryLimit(-1))))
	dir := c.Data
	if dir == "" {
		dir = s.config.Data
	}
	day, err := publishedDay(c.Published)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("make data directory: %w", err)
	}
	st, err := store.Open(s.ctx, filepath.Join(dir, corpusFile))
	if err != nil {
		return err
	}
	defer st.Close()
	progress, done := bar(s.err, false)
	renewed, err := corpus.Refresh(s.ctx, st, progress)
	done()
	if err != nil {
		return err
	}
	if renewed > 0 {
		fmt.Fprintf(s.out, "read again %s that an earlier version had read\n", english.Plural(renewed, "article", ""))
	}
	progress, done = bar(s.err, true)
	report, err := corpus.Ingest(s.ctx, st, store.Operator, c.Paths, corpus.Options{Published: day, Progress: progress})
	done()
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "added %s, unchanged %s, refused %s\n",
		humanize.Comma(int64(report.Added)), humanize.Comma(int64(report.Unchanged)), english.Plural(len(report.Refused), "file", ""))
	if !day.IsZero() {
		fmt.Fprintf(s.out, "dated %s: %s\n", day, english.Plural(report.Dated, "article", ""))
	}
	for _, r := range report.Refused {
		fmt.Fprintf(s.out, "refused: %v\n", r)
	}
	return nil
}

// bar shows progress, in bytes or in articles, where w is a terminal; elsewhere nothing.
// It begins when it is first told of some; the second function takes it away.
func bar(w io.Writer, bytes bool) (progress func(done, total int), finish func()) {
	f, ok := w.(*os.File)
	if !ok || !isatty.IsTerminal(f.Fd()) {
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
