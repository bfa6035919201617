package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	_ "time/tzdata" // containers and Windows bring no time zones

	"github.com/alecthomas/kong"

	"rapporteur/config"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}, os.Environ())
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "rapporteur:", err)
		if hint := hintFor(err); hint != "" {
			fmt.Fprintln(os.Stderr, "What to do:", hint)
		}
	}
	os.Exit(exitCode(err))
}

// cli is the command line: one field a subcommand.
type cli struct {
	Config string `type:"path" placeholder:"FILE" env:"RAPPORTEUR_CONFIG" help:"Settings file in TOML; the README lists the settings."`

	Serve    serve    `cmd:"" help:"Run the bot on Discord: answer questions and post digests."`
	Preview  preview  `cmd:"" help:"Try the bot at a prompt, with a stand-in for Discord on this machine."`
	Ingest   ingest   `cmd:"" help:"Add articles to a data directory."`
	Who      who      `cmd:"" help:"Find who said something."`
	Said     said     `cmd:"" help:"List what a person said."`
	Happened happened `cmd:"" help:"List what happened on a day, or in a week, month or year."`
	Ask      ask      `cmd:"" help:"Ask a question in plain words."`
	Brief    brief    `cmd:"" help:"Print a digest of one day or several."`
	Extract  extract  `cmd:"" help:"Print everything that reading finds in article files, as JSON."`
	Doctor   doctor   `cmd:"" help:"Check the settings, the data directory and the connection to Discord."`
}

// exitEarly ends the parse after help, without ending the process.
type exitEarly int

// run is the whole program except for its exit status.
func run(ctx context.Context, args []string, s streams, environ []string) (err error) {
	defer func() {
		switch p := recover().(type) {
		case nil, exitEarly:
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
	command, ok := parsed.Selected().Target.Addr().Interface().(interface{ Run(session) error })
	if !ok {
		return errors.New("run the subcommand: it has no Run method")
	}
	return command.Run(session{ctx: ctx, streams: s, config: settings})
}

// spread repeats --corpus before each of the paths that follow it, since kong gives a flag one value. The first
// argument after --corpus is always a path; a later one is when such a file or folder exists.
func spread(args []string) []string {
	var out []string
	collecting := false
	for i, a := range args {
		switch {
		case a == "--corpus":
			collecting = true
			if i+1 < len(args) {
				continue
			}
		case strings.HasPrefix(a, "-") && a != "-":
			collecting = false
		case collecting:
			_, err := os.Stat(a)
			if collecting = err == nil || args[i-1] == "--corpus"; collecting {
				out = append(out, "--corpus")
			}
		}
		out = append(out, a)
	}
	return out
}
