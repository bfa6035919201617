package bot

import (
	"context"
	"fmt"
	"strings"

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

func runSaid(ctx context.Context, b *Bot, req Request) (Reply, error) {
	from, to, err := b.days(req, "from", "to")
	if err != nil {
		return Reply{}, err
	}
	q := briefing.SaidQuestion{Asker: req.Asker(), Person: req.Text("person"), About: req.Text("about"), From: from, To: to}
	answer, err := b.desk.Said(ctx, q)
	if err != nil {
		return Reply{}, err
	}
	r := renderSaid(q, answer)
	if answer.Person == nil && len(answer.DidYouMean) == 0 {
		return b.offerSpeakers(ctx, req.Asker(), r)
	}
	return r, nil
}

// offerSpeakers adds to a reply those who say most in these articles.
func (b *Bot) offerSpeakers(ctx context.Context, asker briefing.Asker, r Reply) (Reply, error) {
	people, err := b.desk.CompletePeople(ctx, asker, "", hintsShown)
	if err != nil {
		return Reply{}, fmt.Errorf("find people to offer: %w", err)
	}
	if len(people) == 0 {
		return r, nil
	}
	offer := []markdown{"Those who say most here:"}
	for _, p := range people {
		offer = append(offer, "- "+clip(p.Name, nameText)+markdown(" ("+count(p.Statements, "statement")+")"))
		r.Try = append(r.Try, Try{Label: plain(p.Name), Command: "said", Option: "person", Value: p.Name})
	}
	r.Lead = append(r.Lead, lines(offer...))
	return r, nil
}

// days reads two options as the first and the last day of a stretch; zero where they
// are not given.
func (b *Bot) days(req Request, first, last string) (from, to briefing.Day, err error) {
	if typed := req.Text(first); typed != "" {
		i, err := b.desk.ReadDays(req.Asker(), first, typed)
		if err != nil {
			return from, to, err
		}
		from = i.From
	}
	if typed := req.Text(last); typed != "" {
		i, err := b.desk.ReadDays(req.Asker(), last, typed)
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

func renderSaid(q briefing.SaidQuestion, a briefing.SaidAnswer) Reply {
	r := Reply{Foot: coverage(a.Coverage), Share: len(a.Statements) > 0}
	if a.Person == nil && q.Person == "" {
		r.Title = "These articles name no such speaker"
		r.Lead = []markdown{hints(a.DidYouMean)}
		r.Try = tryWords("said", "person", a.DidYouMean)
		return r
	}
	if a.Person == nil {
		r.Title = title("Nobody called ", q.Person, " speaks in these articles")
		r.Lead = []markdown{hints(a.DidYouMean)}
		r.Try = tryWords("said", "person", a.DidYouMean)
		return r
	}
	r.Title = join(" ", "What", clip(a.Person.Name, nameText), "said", narrowed(q))
	r.Lead = personLines(q, *a.Person)
	if len(a.Statements) == 0 {
		r.Lead = append(r.Lead, "These articles quote nothing of the kind.", hints(a.DidYouMean))
		r.Try = tryWords("said", "person", a.DidYouMean)
		if inWords := q.Person == ""; inWords || narrowed(q) != "" {
			r.Try = append(r.Try, tryAll("All that "+plain(a.Person.Name)+" said", "said", "person", a.Person.Name))
		}
	}
	for _, s := range a.Statements {
		r.Items = append(r.Items, statementItem(s))
	}
	return r
}

// narrowed says what the question was narrowed to.
func narrowed(q briefing.SaidQuestion) markdown {
	var parts []markdown
	if q.About != "" {
		parts = append(parts, title("about ", q.About, ""))
	}
	if !q.From.IsZero() || !q.To.IsZero() {
		parts = append(parts, stretch(q.From, q.To))
	}
	return join(", ", parts...)
}

// personLines says who was understood, where that is not plainly what was typed.
func personLines(q briefing.SaidQuestion, p briefing.MatchedPerson) []markdown {
	var out []markdown
	switch typed := q.Person != ""; {
	case p.MatchedBy == "misspelling" && typed:
		out = append(out, title("Read ", q.Person, " as this name."))
	case p.MatchedBy == "role" && typed:
		out = append(out, title("Read ", q.Person, " as the holder of that role."))
	case p.MatchedBy == "misspelling":
		out = append(out, "The name in the question was read as this one.")
	case p.MatchedBy == "role":
		out = append(out, "Found by the role in the question.")
	}
	if len(p.Roles) > 0 {
		out = append(out, "-# Printed as: "+clip(strings.Join(p.Roles[:min(3, len(p.Roles))], "; "), titleText))
	}
	return out
}
