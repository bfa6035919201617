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
		Name: "said",
		Help: "What has someone said?",
		Options: []Option{
			{Name: "person", Help: "a name, part of one, or a role", Kind: Person, Required: true},
			{Name: "about", Help: "words the statements must be about"},
			{Name: "from", Help: "first day, such as 2026-03-14 or last friday", Kind: Date},
			{Name: "to", Help: "last day", Kind: Date},
		},
		Run: runSaid,
	}
}

func runSaid(ctx context.Context, s Services, req Request) (card.Reply, error) {
	from, to, err := s.days(req, "from", "to")
	if err != nil {
		return card.Reply{}, err
	}
	q := briefing.SaidQuestion{Asker: req.Asker(), Person: req.Text("person"), About: req.Text("about"), From: from, To: to}
	answer, err := s.Desk.Said(ctx, q)
	if err != nil {
		return card.Reply{}, err
	}
	r := card.RenderSaid(q, answer)
	if answer.Person == nil && len(answer.DidYouMean) == 0 {
		return s.offerSpeakers(ctx, req.Asker(), r)
	}
	return r, nil
}

// offerSpeakers adds to a reply those who say most in these articles.
func (s Services) offerSpeakers(ctx context.Context, asker briefing.Asker, r card.Reply) (card.Reply, error) {
	people, err := s.Desk.CompletePeople(ctx, asker, "", card.HintsShown)
	if err != nil {
		return card.Reply{}, fmt.Errorf("find people to offer: %w", err)
	}
	if len(people) == 0 {
		return r, nil
	}
	offer := []card.Markdown{"Those who say most here:"}
	for _, p := range people {
		offer = append(offer, "- "+card.Clip(p.Name, card.NameText)+card.Markdown(" ("+card.Count(p.Statements, "statement")+")"))
		r.Suggestions = append(r.Suggestions, card.Suggestion{Label: discord.PlainText(p.Name), Command: "said", Option: "person", Value: p.Name})
	}
	r.Lead = append(r.Lead, card.Lines(offer...))
	return r, nil
}

// days reads two options as the first and the last day of a stretch; zero where they
// are not given.
func (s Services) days(req Request, first, last string) (from, to briefing.Day, err error) {
	if typed := req.Text(first); typed != "" {
		i, err := s.Desk.ReadDays(req.Asker(), first, typed)
		if err != nil {
			return from, to, err
		}
		from = i.From
	}
	if typed := req.Text(last); typed != "" {
		i, err := s.Desk.ReadDays(req.Asker(), last, typed)
		if err != nil {
			return from, to, err
		}
		to = i.To
	}
	if !from.IsZero() && !to.IsZero() && to.Before(from) {
		return from, to, &briefing.InputError{Option: last, Problem: "this day is before the first one; swap them"}
	}
	return from, to, nil
}
