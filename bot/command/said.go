package command

import (
	"context"
	"fmt"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/briefing"
)

func said() Command {
	return Command{
		Name: "said", Help: "What has someone said?", Run: runSaid,
		Options: []Option{
			{Name: "person", Help: "a name, part of a name, or a role", Kind: Person, Required: true},
			{Name: "about", Help: "only quotes about these words"},
			{Name: "from", Help: "first day, such as 2026-03-14 or last friday", Kind: Date},
			{Name: "to", Help: "last day", Kind: Date},
		},
	}
}

func runSaid(ctx context.Context, s Services, req Request) (card.Reply, error) {
	from, to, err := s.fromTo(req)
	if err != nil {
		return card.Reply{}, err
	}
	q := briefing.SaidQuestion{
		Asker: req.Asker(), Person: req.Text("person"), About: req.Text("about"), From: from, To: to,
	}
	a, err := s.Desk.Said(ctx, q)
	if err != nil {
		return card.Reply{}, err
	}
	r := card.RenderSaid(q, a)
	if a.Person == nil && len(a.DidYouMean) == 0 {
		return s.suggestSpeakers(ctx, q.Asker, r)
	}
	return r, nil
}

// suggestSpeakers adds to a reply the people who are quoted most.
func (s Services) suggestSpeakers(ctx context.Context, asker briefing.Asker, r card.Reply) (card.Reply, error) {
	people, err := s.Desk.CompletePeople(ctx, asker, "", card.MaxHints)
	if err != nil {
		return card.Reply{}, fmt.Errorf("find people to suggest: %w", err)
	}
	if len(people) == 0 {
		return r, nil
	}
	lines := []card.Markdown{"Most quoted here:"}
	for _, p := range people {
		name := discord.PlainText(p.Name)
		lines = append(lines, "- "+card.Clip(p.Name, card.MaxName)+card.Markdown(" ("+card.Count(p.Statements, "quote")+")"))
		r.Suggestions = append(r.Suggestions, card.Suggestion{Label: name, Command: "said", Option: "person", Value: p.Name})
	}
	r.Lead = append(r.Lead, card.Lines(lines...))
	return r, nil
}

// fromTo reads the options of the first and the last day; zero where not given.
func (s Services) fromTo(req Request) (from, to briefing.Day, err error) {
	read := func(option string) (days briefing.Interval) {
		if typed := req.Text(option); typed != "" && err == nil {
			days, err = s.Desk.ReadDays(req.Asker(), option, typed)
		}
		return days
	}
	from, to = read("from").From, read("to").To
	if err == nil && !from.IsZero() && !to.IsZero() && to.Before(from) {
		err = &briefing.InputError{Option: "to", Problem: "the last day is before the first; swap them"}
	}
	return from, to, err
}
