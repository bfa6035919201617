package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/cheggaaa/pb/v3"
	"github.com/dustin/go-humanize"
	"github.com/dustin/go-humanize/english"
	"github.com/mattn/go-isatty"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// ingest adds articles to a data directory.
type ingest struct {
	Data  string   `type:"path" placeholder:"DIR" help:"The data directory; made if need be. Without it, the data setting."`
	Paths []string `arg:"" name:"path" type:"path" help:"Files or folders."`
}

// Run implements subcommand.
func (c *ingest) Run(s session) error {
	dir := c.Data
	if dir == "" {
		dir = s.config.Data
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("make data directory: %w", err)
	}
	st, err := store.Open(s.ctx, filepath.Join(dir, corpusFile))
	if err != nil {
		return err
	}
	defer st.Close()
	progress, done := bar(s.err)
	report, err := corpus.Ingest(s.ctx, st, store.Operator, c.Paths, progress)
	done()
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "added %s, unchanged %s, refused %s\n",
		humanize.Comma(int64(report.Added)), humanize.Comma(int64(report.Unchanged)), english.Plural(len(report.Refused), "file", ""))
	for _, r := range report.Refused {
		fmt.Fprintf(s.out, "refused: %v\n", r)
	}
	return nil
}

// bar shows progress where w is a terminal; elsewhere nothing. The second function
// takes it away.
func bar(w io.Writer) (progress func(done, total int), finish func()) {
	f, ok := w.(*os.File)
	if !ok || !isatty.IsTerminal(f.Fd()) {
		return nil, func() {}
	}
	p := pb.Simple.New(0).SetWriter(w)
	p.Start()
	return func(done, total int) {
		p.SetTotal(int64(total)).SetCurrent(int64(done))
	}, func() { p.Finish() }
}
