package main

import (
	"errors"

	"rapporteur/briefing"
)

// said answers what somebody said.
type said struct {
	where
	Person string `required:"" placeholder:"NAME" help:"A name, part of one, a role, or something like it; - reads names from standard input."`
	About  string `placeholder:"WORDS" help:"What it must be about."`
	From   string `placeholder:"DAY" help:"Said on this day or later."`
	To     string `placeholder:"DAY" help:"Said on this day or earlier."`
}

// Run implements subcommand.
func (c *said) Run(s session) error {
	desk, asker, closer, err := c.desk(s)
	if err != nil {
		return err
	}
	defer closer.Close()
	from, to, err := stretch(desk, asker, c.From, c.To)
	if err != nil {
		return err
	}
	return each(s, c.Person, c.JSON, func(q string) (briefing.SaidAnswer, error) {
		return desk.Said(s.ctx, briefing.SaidQuestion{Asker: asker, Person: q, About: c.About, From: from, To: to})
	}, showSaid)
}

// stretch reads --from and --to as people write days: the first day of the one, the
// last of the other.
func stretch(d *briefing.Desk, a briefing.Asker, typedFrom, typedTo string) (from, to briefing.Day, err error) {
	if typedFrom != "" {
		i, err := d.ReadDays(a, "--from", typedFrom)
		if err != nil {
			return from, to, err
		}
		from = i.From
	}
	if typedTo != "" {
		i, err := d.ReadDays(a, "--to", typedTo)
		if err != nil {
			return from, to, err
		}
		to = i.To
	}
	if !from.IsZero() && !to.IsZero() && to.Before(from) {
		return from, to, &usageError{errors.New("--to is before --from")}
	}
	return from, to, nil
}
