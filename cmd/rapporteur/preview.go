package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"rapporteur/bot"
	"rapporteur/bot/loopback"
	prompt "rapporteur/bot/preview"
	"rapporteur/briefing/ledger"
)

// preview runs the bot against a stand-in for Discord on this machine, with a prompt. Digests are kept in memory.
type preview struct {
	corpusFlags
	Log bool `help:"Show the bot's log too."`
}

// startLimit is how long the bot may take to connect to the Discord on this machine.
const startLimit = 20 * time.Second

func (c *preview) Run(s session) error {
	st, err := c.open(s)
	if err != nil {
		return err
	}
	b := &backend{store: st}
	defer b.Close()
	if b.ledger, err = ledger.Memory(s.ctx); err != nil {
		return err
	}
	discord, err := loopback.Start(loopback.Options{})
	if err != nil {
		return err
	}
	defer discord.Close()

	ctx, stop := context.WithCancel(s.ctx)
	defer stop()
	ready, ended := make(chan struct{}), make(chan error, 1)
	o := bot.Options{
		Token: loopback.Token, API: discord.URL(), QuestionBurst: -1, Ready: sync.OnceFunc(func() { close(ready) }),
	}
	if c.Log {
		o.Log = logger(s.err, s.config.Log)
	}
	go func() { ended <- b.serve(ctx, s.config, o) }()
	select {
	case <-ready:
	case err := <-ended:
		return fmt.Errorf("start the preview: %w", err)
	case <-time.After(startLimit):
		return fmt.Errorf("start the preview: the bot did not connect within %s", startLimit)
	}
	atTerminal := isTerminal(s.in) && isTerminal(s.out)
	err = prompt.Run(ctx, prompt.Options{Server: discord, In: s.in, Out: s.out, Terminal: atTerminal})
	stop()
	return errors.Join(err, <-ended)
}
