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

// found is the one answer there is, and how to show it; nil without any.
func (r routed) found() (answer any, show func(io.Writer)) {
	switch {
	case r.Who != nil:
		return r.Who, func(w io.Writer) { showWho(w, *r.Who) }
	case r.Said != nil:
		return r.Said, func(w io.Writer) { showSaid(w, *r.Said) }
	case r.Happened != nil:
		return r.Happened, func(w io.Writer) { showHappened(w, *r.Happened) }
	case r.Brief != nil:
		return r.Brief, func(w io.Writer) { showBrief(w, *r.Brief) }
	}
	return nil, func(io.Writer) {}
}

// MarshalJSON implements json.Marshaler.
func (r routed) MarshalJSON() ([]byte, error) {
	answer, _ := r.found()
	if answer == nil {
		return nil, fmt.Errorf("the question was routed to %q, which gave no answer", r.ReadAs)
	}
	var inner bytes.Buffer
	if err := printJSON(&inner, answer); err != nil {
		return nil, err
	}
	fields := bytes.TrimPrefix(bytes.TrimSpace(inner.Bytes()), []byte("{"))
	return fmt.Appendf(nil, `{"read_as":%q,%s`, r.ReadAs, fields), nil
}

func showRouted(w io.Writer, r routed) {
	_, show := r.found()
	show(w)
}
