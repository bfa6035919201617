package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/mattn/go-isatty"

	"rapporteur/briefing"
	"rapporteur/config"
	"rapporteur/corpus/civil"
)

// A session is what every subcommand is given.
type session struct {
	ctx context.Context
	streams
	config config.Config
}

// streams are the three standard streams.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}

// The files of a data directory.
const (
	corpusFile = "corpus.db" // articles
	ledgerFile = "ledger.db" // digests and deliveries
)

// dataDir is --data, or the data setting without it.
func (s session) dataDir(flag string) string { return cmp.Or(flag, s.config.Data) }

// A usageError is a wrong command line.
type usageError struct{ cause error }

func (e *usageError) Error() string {
	return e.cause.Error() + "\nRun 'rapporteur --help' for the usage."
}
func (e *usageError) Unwrap() error { return e.cause }

// exitCode is the process's exit status for an error of run: 0 is success, 2 a wrong command line or a date that
// cannot be read, 1 anything else.
func exitCode(err error) int {
	var input *briefing.InputError
	var usage *usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &input), errors.As(err, &usage):
		return 2
	}
	return 1
}

// parseDay reads a flag that takes one exact day; without the flag the day is zero.
func parseDay(flag, value string) (civil.Day, error) {
	if value == "" {
		return civil.Day{}, nil
	}
	day, err := civil.Parse(value)
	if err != nil {
		return day, &usageError{fmt.Errorf("%s: %q is not a day; write it like 2022-01-21", flag, value)}
	}
	return day, nil
}
