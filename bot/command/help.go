package command

import (
	"context"
	"fmt"
	"slices"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/briefing"
)

func help() Command {
	return Command{
		Name: "help",
		Help: "What you can ask, with examples",
		Run: func(ctx context.Context, s Services, req Request) (card.Reply, error) {
			examples, err := s.examples(ctx, req.Asker())
			if err != nil { // help is shown anyway: it is needed most when something is broken
				s.Log.ErrorContext(ctx, "help has no examples", "err", err)
			}
			searched, err := s.Desk.Coverage(ctx, req.Asker())
			if err != nil {
				s.Log.ErrorContext(ctx, "help has no coverage", "err", err)
			}
			return helpReply(s.Table, req.Moderator, examples, searched), nil
		},
	}
}

// examples are questions that these articles can answer.
func (s Services) examples(ctx context.Context, asker briefing.Asker) ([]card.Suggestion, error) {
	people, err := s.Desk.CompletePeople(ctx, asker, "", 2)
	if err != nil {
		return nil, fmt.Errorf("find people for examples: %w", err)
	}
	days, err := s.Desk.CompleteDays(ctx, asker, "", discord.MaxChoices)
	if err != nil {
		return nil, fmt.Errorf("find days for examples: %w", err)
	}
	var all []card.Suggestion
	for _, p := range people {
		all = append(all, card.Suggestion{Label: "/said " + p.Name, Command: "said", Option: "person", Value: p.Name})
	}
	if len(days) > 0 {
		day := slices.MaxFunc(days, func(a, b briefing.NearDay) int { return a.Events - b.Events }).Day.String()
		all = append(all,
			card.Suggestion{Label: "/happened " + day, Command: "happened", Option: "on", Value: day},
			card.Suggestion{Label: "/brief of the latest day", Command: "brief", Option: "on", Value: ""})
	}
	return all, nil
}

// helpReply lists the commands that the member may use.
func helpReply(table []Command, moderator bool, examples []card.Suggestion, searched briefing.Coverage) card.Reply {
	r := card.Reply{
		Title: "What you can ask",
		Lead: []card.Markdown{
			"Answers are exact quotes from articles, with speaker, day and source.",
			"Nothing is made up. If nothing is found, the answer says so.",
		},
		Foot: card.Join(" ", "Only you see an answer until you press Share. Your questions are stored for 30 days, "+
			"encrypted so that only the buttons of your answers can read them.", card.Coverage(searched)),
		Suggestions: examples,
	}
	var slashes, menus, admin []card.Markdown
	for _, c := range table {
		switch {
		case c.Access != Everyone:
			admin = append(admin, "- "+card.CommandMention(c.Name)+": "+card.Escape(c.Help))
		case c.OnMessage:
			menus = append(menus, "- **"+card.Escape(c.Name)+"**: "+card.Escape(c.Help))
		default:
			slashes = append(slashes, "- "+card.CommandMention(c.Name)+c.optionList()+": "+card.Escape(c.Help))
		}
	}
	menus = append(menus, "  Hold or right-click a message, then choose Apps.")
	r.Items = []card.Item{{Text: card.Lines(slashes...)}, {Text: card.Lines(menus...)}}
	if moderator {
		start := card.Markdown("**For moderators.** Start here: set the time zone, add a digest, preview it, run the check.")
		r.Items = append(r.Items, card.Item{Text: start + "\n" + card.Lines(admin...)})
	}
	return r
}

// optionList is a command's options, the optional ones in brackets; "" where there are none.
func (c Command) optionList() card.Markdown {
	var all []card.Markdown
	for _, o := range c.Options {
		name := card.Markdown(o.Name)
		if !o.Required {
			name = "[" + name + "]"
		}
		all = append(all, name)
	}
	if len(all) == 0 {
		return ""
	}
	return " `" + card.Join(" ", all...) + "`"
}
