package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"rapporteur/briefing"
)

// A query is one question to a desk.
type query struct {
	desk *briefing.Desk
	by   briefing.Asker
	text string
}

// answer puts one question, or with "-" each line of standard input, and prints the answers in order.
func answer[A any](s session, f questionFlags, question string,
	ask func(query) (A, error), show func(io.Writer, A)) error {
	desk, by, closer, err := f.desk(s)
	if err != nil {
		return err
	}
	defer closer.Close()
	out := bufio.NewWriter(s.out)
	one := func(question string) error {
		found, err := ask(query{desk, by, question})
		switch {
		case err != nil:
			return err
		case f.JSON:
			if err := printJSON(out, found); err != nil {
				return err
			}
		default:
			show(out, found)
		}
		if err := out.Flush(); err != nil {
			return fmt.Errorf("print an answer: %w", err)
		}
		return nil
	}
	if question != "-" {
		return one(question)
	}
	lines := bufio.NewScanner(s.in)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if q := strings.TrimSpace(lines.Text()); q != "" {
			if err := one(q); err != nil {
				return fmt.Errorf("line %d: %w", n, err)
			}
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read questions: %w", err)
	}
	return nil
}

// printJSON prints v on one line, without escaping < > &.
func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("print as JSON: %w", err)
	}
	return nil
}

// period reads --from and --to as people write days: the first day of the one and the last day of the other.
func (q query) period(from, to string) (first, last briefing.Day, err error) {
	read := func(flag, typed string) (days briefing.Interval) {
		if typed != "" && err == nil {
			days, err = q.desk.ReadDays(q.by, flag, typed)
		}
		return days
	}
	first, last = read("--from", from).From, read("--to", to).To
	if err == nil && !first.IsZero() && !last.IsZero() && last.Before(first) {
		err = &usageError{errors.New("--to is before --from")}
	}
	return first, last, err
}
