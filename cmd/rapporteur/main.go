// Command rapporteur keeps a Discord channel briefed from a corpus of news articles:
// who said what, what happened when, and digests on schedule.
//
// This package only wires: a file for each subcommand, which opens what it needs and
// calls the rooms below. What the asking subcommands print with --json is fixed, and
// measuring tools depend on it.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // containers and Windows have no zones of their own

	"rapporteur/briefing"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}, os.Environ())
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "rapporteur:", err)
		if what := advice(err); what != "" {
			fmt.Fprintln(os.Stderr, "What to do:", what)
		}
	}
	os.Exit(status(err))
}

// status is the exit status that an error of run stands for: 2 is wrong usage or a
// bad date, 1 anything else.
func status(err error) int {
	var typed *briefing.InputError
	var usage *usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &typed), errors.As(err, &usage):
		return 2
	}
	return 1
}
