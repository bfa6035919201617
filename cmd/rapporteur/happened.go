package main

import "rapporteur/briefing"

// happened answers what happened in a stretch of days.
type happened struct {
	where
	Date  string `arg:"" help:"As people write it: 2022-01-21, 21 jan 2022, january 2022, 2014, \"last friday\"; - reads dates from standard input."`
	About string `placeholder:"WORDS" help:"What it must be about."`
}

// Run implements subcommand.
func (c *happened) Run(s session) error {
	desk, asker, closer, err := c.desk(s)
	if err != nil {
		return err
	}
	defer closer.Close()
	return each(s, c.Date, c.JSON, func(q string) (briefing.HappenedAnswer, error) {
		return desk.Happened(s.ctx, briefing.HappenedQuestion{Asker: asker, On: q, About: c.About})
	}, showHappened)
}
