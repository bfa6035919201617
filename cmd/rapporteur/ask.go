package main

import (
	"bytes"
	"fmt"
	"io"

	"rapporteur/briefing"
)

// ask answers a question in plain words.
type ask struct {
	questionFlags
	Question string `arg:"" help:"Such as \"what did Lavrov say about troops?\"; - reads one question a line from standard input."`
}

func (c *ask) Run(s session) error {
	return answer(s, c.questionFlags, c.Question, func(q query) (routed, error) {
		a, err := q.desk.Ask(s.ctx, briefing.AskQuestion{Asker: q.by, Text: q.text})
		return routed(a), err
	}, showRouted)
}

// routed prints as the answer of the subcommand that the question was routed to, after the name of that subcommand.
type routed briefing.AskAnswer

// MarshalJSON implements json.Marshaler.
func (r routed) MarshalJSON() ([]byte, error) {
	var found any
	switch {
	case r.Who != nil:
		found = r.Who
	case r.Said != nil:
		found = r.Said
	case r.Happened != nil:
		found = r.Happened
	case r.Brief != nil:
		found = r.Brief
	default:
		return nil, fmt.Errorf("the question was routed to %q, which gave no answer", r.ReadAs)
	}
	var inner bytes.Buffer
	if err := printJSON(&inner, found); err != nil {
		return nil, err
	}
	fields := bytes.TrimPrefix(bytes.TrimSpace(inner.Bytes()), []byte("{"))
	return fmt.Appendf(nil, `{"read_as":%q,%s`, r.ReadAs, fields), nil
}

func showRouted(w io.Writer, a routed) {
	switch {
	case a.Who != nil:
		showWho(w, *a.Who)
	case a.Said != nil:
		showSaid(w, *a.Said)
	case a.Happened != nil:
		showHappened(w, *a.Happened)
	case a.Brief != nil:
		showBrief(w, *a.Brief)
	}
}
