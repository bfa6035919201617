package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"rapporteur/briefing"
)

// ask answers a question in plain words.
type ask struct {
	where
	Question string `arg:"" help:"Such as \"what did Lavrov say about troops?\"; - reads questions from standard input."`
}

// Run implements subcommand.
func (c *ask) Run(s session) error {
	desk, asker, closer, err := c.desk(s)
	if err != nil {
		return err
	}
	defer closer.Close()
	return each(s, c.Question, c.JSON, func(q string) (routed, error) {
		a, err := desk.Ask(s.ctx, briefing.AskQuestion{Asker: asker, Text: q})
		return routed(a), err
	}, showAsk)
}

// routed prints as the object of the subcommand that the question was read as, headed
// by which one that was.
type routed briefing.AskAnswer

// MarshalJSON implements json.Marshaler.
func (r routed) MarshalJSON() ([]byte, error) {
	var answer any
	switch {
	case r.Who != nil:
		answer = r.Who
	case r.Said != nil:
		answer = r.Said
	case r.Happened != nil:
		answer = r.Happened
	case r.Brief != nil:
		answer = r.Brief
	default:
		return nil, fmt.Errorf("the question was read as %q, and there is no answer to that", r.ReadAs)
	}
	var inner bytes.Buffer
	e := json.NewEncoder(&inner)
	e.SetEscapeHTML(false)
	if err := e.Encode(answer); err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, `{"read_as":%q,%s`, r.ReadAs, bytes.TrimPrefix(bytes.TrimSpace(inner.Bytes()), []byte("{"))), nil
}
