package main

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"rapporteur/bot"
	"rapporteur/config"
	"rapporteur/corpus/store"
	"rapporteur/corpus/store/dbfile"
)

// serve runs the bot on Discord.
type serve struct {
	Data string `type:"path" placeholder:"DIR" help:"The data directory; default: the data setting."`
}

func (c *serve) Run(s session) error {
	settings := s.config
	settings.Data = s.dataDir(c.Data)
	if settings.Discord.Token == "" {
		return &usageError{errors.New(tokenHint)}
	}
	log := logger(s.err, settings.Log)
	if err := serveDir(s.ctx, settings, log); err != nil && !stopRequested(s.ctx, err) {
		return err
	}
	log.Info("stopped")
	return nil
}

// stopRequested reports whether an error only says that the program was asked to stop, perhaps while it started.
func stopRequested(ctx context.Context, err error) bool {
	return ctx.Err() != nil && (errors.Is(err, context.Canceled) || dbfile.FaultOf(err) == dbfile.Interrupted)
}

// serveDir runs the bot on the data directory of the settings, until ctx ends.
func serveDir(ctx context.Context, settings config.Config, log *slog.Logger) error {
	b, err := openBackend(ctx, settings.Data)
	if err != nil {
		return err
	}
	defer b.Close()
	n, err := b.store.Coverage(ctx, store.Operator)
	if err != nil {
		return err
	}
	log.Info("serving", "data", settings.Data, "articles", n.Articles, "publishers", n.Publishers,
		"timezone", settings.Timezone)
	if n.Articles == 0 {
		log.Warn("no articles yet: add some with rapporteur ingest; no restart is needed", "data", settings.Data)
	}
	working, stop := context.WithCancel(ctx)
	var background sync.WaitGroup
	background.Go(func() { b.reindex(working, log) })
	defer background.Wait()
	defer stop()
	return b.serve(working, settings, bot.Options{
		Token: settings.Discord.Token.Reveal(), API: settings.Discord.API, Log: log,
		Ready: func() { log.Info("connected; commands are registered") },
	})
}
