package main

import (
	"errors"
	"runtime/debug"

	"rapporteur/briefing"
)

// brief prints a digest.
type brief struct {
	where
	On    string `placeholder:"DAY" help:"A day, week or month; without it the newest day with news."`
	From  string `placeholder:"DAY" help:"With --to, instead of --on: the first day."`
	To    string `placeholder:"DAY" help:"The last day."`
	About string `placeholder:"WORDS" help:"What it must be about."`
	Words int    `placeholder:"N" help:"About how many words of news."`
}

// leisure lets the heap grow to six times what is in use before the collector looks: a
// digest takes some 10 MB and a tenth of a second, of which it would take a fifth.
const leisure = 500

// Run implements subcommand.
func (c *brief) Run(s session) error {
	defer debug.SetGCPercent(debug.SetGCPercent(leisure))
	if (c.From == "") != (c.To == "") || c.On != "" && c.From != "" || c.Words < 0 {
		return &usageError{errors.New("give --on, or --from and --to, or neither; --words is a positive number")}
	}
	desk, asker, closer, err := c.desk(s)
	if err != nil {
		return err
	}
	defer closer.Close()
	from, to, err := stretch(desk, asker, c.From, c.To)
	if err != nil {
		return err
	}
	return each(s, "", c.JSON, func(string) (briefing.BriefAnswer, error) {
		return desk.Brief(s.ctx, briefing.BriefQuestion{Asker: asker, On: c.On, From: from, To: to, About: c.About, Words: c.Words})
	}, showBrief)
}
