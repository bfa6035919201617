package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
	"golang.org/x/sync/errgroup"

	"rapporteur/bot"
	"rapporteur/bot/courier"
	"rapporteur/briefing"
	"rapporteur/briefing/digest"
	"rapporteur/briefing/ledger"
	"rapporteur/config"
	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// A backend is what the bot works from: the articles and the ledger.
type backend struct {
	store  store.Store
	ledger *ledger.Ledger
	lock   *flock.Flock // nil in memory
}

// openBackend opens a data directory for this process alone.
func openBackend(ctx context.Context, dir string) (*backend, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("create the data directory: %w", err)
	}
	b := &backend{lock: flock.New(filepath.Join(dir, "serve.lock"))}
	switch locked, err := b.lock.TryLock(); {
	case err != nil:
		return nil, fmt.Errorf("lock data directory %s: %w", dir, err)
	case !locked:
		return nil, fmt.Errorf("lock data directory %s: another rapporteur is using it; "+
			"stop that one, or give another directory with --data", dir)
	}
	st, err := store.Open(ctx, filepath.Join(dir, corpusFile))
	if err == nil {
		b.store = st
		b.ledger, err = ledger.Open(ctx, filepath.Join(dir, ledgerFile))
	}
	if err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

// Close closes everything that was opened.
func (b *backend) Close() error {
	var errs []error
	if b.ledger != nil {
		errs = append(errs, b.ledger.Close())
	}
	if b.store != nil {
		errs = append(errs, b.store.Close())
	}
	if b.lock != nil {
		errs = append(errs, b.lock.Close())
	}
	return errors.Join(errs...)
}

// serve answers and delivers until ctx is done.
func (b *backend) serve(ctx context.Context, settings config.Config, o bot.Options) error {
	desk := briefing.New(b.store, briefing.Options{})
	digests := digest.NewAdmin(b.ledger, desk, digest.Options{Zone: settings.Timezone, Log: o.Log, Now: o.Now})
	o.Desk, o.Admin, o.Store = desk, digests, b.ledger
	talker, err := bot.New(o)
	if err != nil {
		return err
	}
	deliveries := talker.NewCourier(courier.Options{
		Ledger: b.ledger, Editor: desk, Changed: digests.Changed(),
		CatchUp: cmp.Or(settings.Digest.CatchUp, -1), // 0 means the default there, and a negative value never
	})
	group, working := errgroup.WithContext(ctx)
	group.Go(func() error { return talker.Run(working) })
	group.Go(func() error { return deliveries.Run(working) })
	err = group.Wait()
	if err != nil && ctx.Err() != nil {
		// A stop interrupts work in progress, which then fails; the stop is still clean.
		if o.Log != nil {
			o.Log.Info("work interrupted by the stop", "err", err)
		}
		return nil
	}
	return err
}

// reindex reads the articles again that an earlier version read, while the bot answers. An article that cannot be
// read again keeps its old entry, which is no reason to stop answering.
func (b *backend) reindex(ctx context.Context, log *slog.Logger) {
	const failed = "some articles stay as an earlier version read them"
	defer func() {
		if p := recover(); p != nil {
			log.Error(failed, "panic", fmt.Sprint(p))
		}
	}()
	tenths := 0
	renewed, err := corpus.Reindex(ctx, b.store, func(done, total int) {
		if now := 10 * done / total; now > tenths {
			tenths = now
			log.Info("reading articles again that an earlier version read", "done", done, "of", total)
		}
	})
	switch {
	case ctx.Err() != nil: // the next start continues from here
	case err != nil:
		log.Error(failed, "err", err)
	case renewed > 0:
		log.Info("all articles are read by this version", "read again", renewed)
	}
}

// logger writes the operator's log to w.
func logger(w io.Writer, c config.Log) *slog.Logger {
	o := &slog.HandlerOptions{Level: c.Level}
	if c.Format == "json" {
		return slog.New(slog.NewJSONHandler(w, o))
	}
	return slog.New(slog.NewTextHandler(w, o))
}
