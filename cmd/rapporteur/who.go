package main

import "rapporteur/briefing"

// who finds who said something.
type who struct {
	questionFlags
	Phrase string `arg:"" help:"Words you remember, such as \"the harbour will reopen\"; - reads one phrase a line from standard input."`
}

func (c *who) Run(s session) error {
	return answer(s, c.questionFlags, c.Phrase, func(q query) (briefing.WhoAnswer, error) {
		return q.desk.Who(s.ctx, briefing.WhoQuestion{Asker: q.by, Phrase: q.text})
	}, showWho)
}
