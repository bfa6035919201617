package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/alecthomas/kong"

	"rapporteur/config"
)

// streams are the three standard ones.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// A usageError is a command line that makes no sense.
type usageError struct{ cause error }

func (e *usageError) Error() string { return e.cause.Error() + "\nTry 'rapporteur --help'." }
func (e *usageError) Unwrap() error { return e.cause }

// cli is the command line: a field for each subcommand.
type cli struct {
	Config string `type:"path" placeholder:"FILE" env:"RAPPORTEUR_CONFIG" help:"Settings in TOML; the README lists them."`

	Serve    serve    `cmd:"" help:"Connect to Discord, answer, post digests."`
	Preview  preview  `cmd:"" help:"Try the bot here: a Discord on this machine, and a prompt."`
	Ingest   ingest   `cmd:"" help:"Add articles to a data directory."`
	Who      who      `cmd:"" help:"Who said this?"`
	Said     said     `cmd:"" help:"What did somebody say?"`
	Happened happened `cmd:"" help:"What happened on a day, in a week, a month, a year?"`
	Ask      ask      `cmd:"" help:"Ask in plain words."`
	Brief    brief    `cmd:"" help:"A digest of a day or of several."`
	Extract  extract  `cmd:"" help:"What reading finds in files."`
	Doctor   doctor   `cmd:"" help:"Check the settings, the data directory and the way to Discord."`
}

// A session is what every subcommand is given.
type session struct {
	ctx context.Context
	streams
	config config.Config
}

// A subcommand does its work in a session.
type subcommand interface{ Run(session) error }

// exitEarly is how help ends the parse without ending the process.
type exitEarly int

// run is the whole program but for the exit status.
func run(ctx context.Context, args []string, s streams, environ []string) (err error) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case exitEarly: // help has been printed
		default:
			panic(p)
		}
	}()
	var c cli
	parser, err := kong.New(&c,
		kong.Name("rapporteur"),
		kong.Description("Who said what, and what happened when: exact words and their sources, for a Discord channel."),
		kong.Writers(s.out, s.err),
		kong.Exit(func(code int) { panic(exitEarly(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	)
	if err != nil {
		return fmt.Errorf("describe the command line: %w", err)
	}
	parsed, err := parser.Parse(spread(args))
	if err != nil {
		return &usageError{err}
	}
	settings, err := config.Load(c.Config, environ)
	if err != nil {
		return err
	}
	if err := settings.Validate(); err != nil {
		return fmt.Errorf("check the settings: %w", err)
	}
	node, ok := parsed.Selected().Target.Addr().Interface().(subcommand)
	if !ok {
		return errors.New("this subcommand does nothing")
	}
	return node.Run(session{ctx: ctx, streams: s, config: settings})
}

// spread lets --corpus be followed by several paths, which the flag parser does not
// know: every argument after it that names a file or folder gets a flag of its own.
func spread(args []string) []string {
	var out []string
	collecting := false
	for i, a := range args {
		switch {
		case a == "--corpus":
			collecting = true
			continue
		case strings.HasPrefix(a, "-") && a != "-":
			collecting = false
		case collecting:
			first := args[i-1] == "--corpus"
			if _, err := os.Stat(a); err == nil || first {
				out = append(out, "--corpus", a)
				continue
			}
			collecting = false
		}
		out = append(out, a)
	}
	if n := len(args); n > 0 && args[n-1] == "--corpus" {
		out = append(out, "--corpus") // for the parser to complain about
	}
	return out
}
