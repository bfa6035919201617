package main

import "rapporteur/briefing"

// who answers who said a phrase.
type who struct {
	where
	Phrase string `arg:"" help:"Words somebody said, as well as you remember them; - reads phrases from standard input."`
}

// Run implements subcommand.
func (c *who) Run(s session) error {
	desk, asker, closer, err := c.desk(s)
	if err != nil {
		return err
	}
	defer closer.Close()
	return each(s, c.Phrase, c.JSON, func(q string) (briefing.WhoAnswer, error) {
		return desk.Who(s.ctx, briefing.WhoQuestion{Asker: asker, Phrase: q})
	}, showWho)
}
