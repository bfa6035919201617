package main

import "rapporteur/briefing"

// said lists what a person said.
type said struct {
	questionFlags
	Person string `required:"" placeholder:"NAME" help:"A name, part of a name, or a role such as \"defence minister\"; - reads one name a line from standard input."`
	About  string `placeholder:"WORDS" help:"Only what is about these words."`
	From   string `placeholder:"DAY" help:"Said on this day or later, such as 2022-01-21 or \"last friday\"."`
	To     string `placeholder:"DAY" help:"Said on this day or earlier."`
}

func (c *said) Run(s session) error {
	return answer(s, c.questionFlags, c.Person, func(q query) (briefing.SaidAnswer, error) {
		from, to, err := q.period(c.From, c.To)
		if err != nil {
			return briefing.SaidAnswer{}, err
		}
		return q.desk.Said(s.ctx, briefing.SaidQuestion{Asker: q.by, Person: q.text, About: c.About, From: from, To: to})
	}, showSaid)
}
