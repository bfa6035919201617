package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"
	"golang.org/x/sync/errgroup"
	sqlite3 "modernc.org/sqlite/lib"

	"rapporteur/bot"
	"rapporteur/bot/courier"
	"rapporteur/briefing"
	"rapporteur/briefing/digest"
	"rapporteur/briefing/ledger"
	"rapporteur/config"
	"rapporteur/corpus"
	"rapporteur/corpus/store"
	"rapporteur/corpus/store/dbfile"
)

// serve runs the bot on Discord.
type serve struct {
	Data string `type:"path" placeholder:"DIR" help:"The data directory. Without it, the data setting."`
}

// Run implements subcommand.
func (c *serve) Run(s session) error {
	settings := s.config
	if c.Data != "" {
		settings.Data = c.Data
	}
	if settings.Discord.Token == "" {
		return &usageError{errors.New("set DISCORD_TOKEN to the bot's token (Discord's developer portal, Bot, Reset Token)")}
	}
	log := logger(s.err, settings.Log)
	if err := serveFrom(s.ctx, settings, log); err != nil && !asked(s.ctx, err) {
		return err
	}
	log.Info("stopped")
	return nil
}

// asked reports whether an error says only that the program was asked to stop, which it
// may be while it starts.
func asked(ctx context.Context, err error) bool {
	return ctx.Err() != nil && (errors.Is(err, context.Canceled) || dbfile.Code(err) == sqlite3.SQLITE_INTERRUPT)
}

// serveFrom runs the bot on the data directory of the settings, until ctx ends.
func serveFrom(ctx context.Context, settings config.Config, log *slog.Logger) error {
	shelf, err := openShelf(ctx, settings.Data)
	if err != nil {
		return err
	}
	defer shelf.Close()
	if err := shelf.describe(ctx, log, settings); err != nil {
		return err
	}
	beside, stop := context.WithCancel(ctx)
	var aside sync.WaitGroup
	aside.Go(func() { shelf.refresh(beside, log) })
	defer func() {
		stop()
		aside.Wait()
	}()
	o := bot.Options{Token: settings.Discord.Token.Reveal(), API: settings.Discord.API, Log: log}
	o.Ready = func() { log.Info("connected; commands are registered") }
	return runBot(beside, shelf, settings, o)
}

// describe tells the operator what is about to be served.
func (sh *shelf) describe(ctx context.Context, log *slog.Logger, settings config.Config) error {
	n, err := sh.store.Coverage(ctx, store.Operator)
	if err != nil {
		return err
	}
	log.Info("serving", "data", settings.Data, "articles", n.Articles, "publishers", n.Publishers, "timezone", settings.Timezone)
	if n.Articles == 0 {
		log.Warn("there are no articles: add some with rapporteur ingest; they are found at once", "data", settings.Data)
	}
	return nil
}

// A shelf is what the bot works from: the articles and the ledger.
type shelf struct {
	store  store.Store
	ledger *ledger.Ledger
	lock   *flock.Flock // nil in memory
}

// openShelf opens a data directory for this process alone.
func openShelf(ctx context.Context, dir string) (*shelf, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make data directory: %w", err)
	}
	sh := &shelf{lock: flock.New(filepath.Join(dir, "serve.lock"))}
	switch locked, err := sh.lock.TryLock(); {
	case err != nil:
		return nil, fmt.Errorf("lock data directory %s: %w", dir, err)
	case !locked:
		return nil, fmt.Errorf("lock data directory %s: another rapporteur is serving from it; stop that one, or name another directory with --data", dir)
	}
	st, err := store.Open(ctx, filepath.Join(dir, corpusFile))
	if err != nil {
		sh.Close()
		return nil, err
	}
	sh.store = st
	if sh.ledger, err = ledger.Open(ctx, filepath.Join(dir, ledgerFile)); err != nil {
		sh.Close()
		return nil, err
	}
	return sh, nil
}

// Close lets go of everything that was opened.
func (sh *shelf) Close() error {
	var errs []error
	if sh.ledger != nil {
		errs = append(errs, sh.ledger.Close())
	}
	if sh.store != nil {
		errs = append(errs, sh.store.Close())
	}
	if sh.lock != nil {
		errs = append(errs, sh.lock.Close())
	}
	return errors.Join(errs...)
}

// runBot answers and delivers from a shelf until ctx is done.
func runBot(ctx context.Context, sh *shelf, settings config.Config, o bot.Options) error {
	desk := briefing.New(sh.store, briefing.Options{})
	digests := digest.NewAdmin(sh.ledger, desk, digest.Options{Zone: settings.Timezone, Log: o.Log, Now: o.Now})
	o.Desk, o.Admin, o.Store = desk, digests, sh.ledger
	b, err := bot.New(o)
	if err != nil {
		return err
	}
	courier := b.NewCourier(courier.Options{Ledger: sh.ledger, Editor: desk, CatchUp: catchUp(settings), Changed: digests.Changed()})
	group, working := errgroup.WithContext(ctx)
	group.Go(func() error { return b.Run(working) })
	group.Go(func() error { return courier.Run(working) })
	err = group.Wait()
	if err != nil && ctx.Err() != nil {
		// Work that a stop breaks off fails in ways of its own; the stop is still clean.
		if o.Log != nil {
			o.Log.Info("broken off by the stop", "err", err)
		}
		return nil
	}
	return err
}

// refresh reads again, beside all else, the articles that an earlier version read. Where
// that fails they stand as they were, which is no reason to stop answering.
func (sh *shelf) refresh(ctx context.Context, log *slog.Logger) {
	defer func() {
		if p := recover(); p != nil {
			log.Error("articles are not as this version reads them", "panic", fmt.Sprint(p))
		}
	}()
	tenths := 0
	renewed, err := corpus.Refresh(ctx, sh.store, func(done, total int) {
		if now := 10 * done / total; now > tenths {
			tenths = now
			log.Info("reading again the articles that an earlier version read", "done", done, "of", total)
		}
	})
	switch {
	case ctx.Err() != nil: // the next start goes on from there
	case err != nil:
		log.Error("articles are not as this version reads them", "err", err)
	case renewed > 0:
		log.Info("all articles are as this version reads them", "read again", renewed)
	}
}

// catchUp is the setting as the courier takes it, for which zero is the default.
func catchUp(c config.Config) time.Duration {
	if c.Digest.CatchUp == 0 {
		return -1
	}
	return c.Digest.CatchUp
}

// logger writes what the operator is told.
func logger(w io.Writer, c config.Log) *slog.Logger {
	o := &slog.HandlerOptions{Level: c.Level}
	if c.Format == "json" {
		return slog.New(slog.NewJSONHandler(w, o))
	}
	return slog.New(slog.NewTextHandler(w, o))
}
