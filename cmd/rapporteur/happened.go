package main

import "rapporteur/briefing"

// happened lists what happened in a period.
type happened struct {
	questionFlags
	Date  string `arg:"" help:"A date as people write it: 2022-01-21, 21 jan 2022, january 2022, 2014, \"last friday\"; - reads one date a line from standard input."`
	About string `placeholder:"WORDS" help:"Only what is about these words."`
}

func (c *happened) Run(s session) error {
	return answer(s, c.questionFlags, c.Date, func(q query) (briefing.HappenedAnswer, error) {
		return q.desk.Happened(s.ctx, briefing.HappenedQuestion{Asker: q.by, On: q.text, About: c.About})
	}, showHappened)
}
