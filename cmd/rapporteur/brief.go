package main

import (
	"errors"
	"runtime/debug"

	"rapporteur/briefing"
)

// brief prints a digest.
type brief struct {
	questionFlags
	On    string `placeholder:"DAY" help:"A day, week or month; without it, the newest day with news."`
	From  string `placeholder:"DAY" help:"The first day; give it with --to, instead of --on."`
	To    string `placeholder:"DAY" help:"The last day."`
	About string `placeholder:"WORDS" help:"Only news about these words."`
	Words int    `placeholder:"N" help:"How many words of news to print, roughly."`
}

// gcPercent lets the heap grow to six times what is in use before a collection: a digest takes some 10 MB and a tenth
// of a second, and collecting would take a fifth of that time.
const gcPercent = 500

func (c *brief) Run(s session) error {
	defer debug.SetGCPercent(debug.SetGCPercent(gcPercent))
	if (c.From == "") != (c.To == "") || c.On != "" && c.From != "" || c.Words < 0 {
		return &usageError{errors.New("give --on, or --from and --to, or none of them; --words is a positive number")}
	}
	return answer(s, c.questionFlags, "", func(q query) (briefing.BriefAnswer, error) {
		from, to, err := q.period(c.From, c.To)
		if err != nil {
			return briefing.BriefAnswer{}, err
		}
		return q.desk.Brief(s.ctx, briefing.BriefQuestion{
			Asker: q.by, On: c.On, From: from, To: to, About: c.About, Words: c.Words,
		})
	}, showBrief)
}
