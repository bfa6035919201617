package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/mattn/go-isatty"

	"rapporteur/bot"
	"rapporteur/bot/loopback"
	prompt "rapporteur/bot/preview"
	"rapporteur/briefing/ledger"
)

// preview runs the bot against a Discord on this machine, with a prompt.
type preview struct {
	Corpus []string `sep:"none" placeholder:"PATH" help:"Files or folders to answer from. Without it and --data: the built-in sample."`
	Data   string   `type:"path" placeholder:"DIR" help:"A data directory to answer from; nothing is written to it."`
	Log    bool     `help:"Show the bot's log as well."`
}

// startLimit is how long the bot may take to connect to the Discord beside it.
const startLimit = 20 * time.Second

// Run implements subcommand.
func (c *preview) Run(s session) error {
	st, err := (where{Corpus: c.Corpus, Data: c.Data}).open(s)
	if err != nil {
		return err
	}
	sh := &shelf{store: st}
	defer sh.Close()
	if sh.ledger, err = ledger.Memory(s.ctx); err != nil {
		return err
	}
	discord, err := loopback.Start(loopback.Options{})
	if err != nil {
		return err
	}
	defer discord.Close()

	ctx, stop := context.WithCancel(s.ctx)
	defer stop()
	ready, ended := make(chan struct{}, 1), make(chan error, 1)
	o := bot.Options{Token: loopback.Token, API: discord.URL(), QuestionBurst: -1, Ready: func() {
		select {
		case ready <- struct{}{}:
		default:
		}
	}}
	if c.Log {
		o.Log = logger(s.err, s.config.Log)
	}
	go func() { ended <- runBot(ctx, sh, s.config, o) }()
	select {
	case <-ready:
	case err := <-ended:
		return fmt.Errorf("start the preview: %w", err)
	case <-time.After(startLimit):
		return errors.New("start the preview: the bot did not connect")
	}
	err = prompt.Run(ctx, prompt.Options{Server: discord, In: s.in, Out: s.out, Terminal: terminal(s)})
	stop()
	return errors.Join(err, <-ended)
}

// terminal reports whether a person sits at both ends.
func terminal(s session) bool {
	in, ok1 := s.in.(*os.File)
	out, ok2 := s.out.(*os.File)
	return ok1 && ok2 && isatty.IsTerminal(in.Fd()) && isatty.IsTerminal(out.Fd())
}
