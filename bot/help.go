package bot

import (
	"context"
	"fmt"
	"slices"

	"rapporteur/briefing"
)

func help() Command {
	return Command{
		Name: "help",
		Help: "What can be asked, with examples",
		Run: func(ctx context.Context, s Services, req Request) (Reply, error) {
			examples, err := s.examples(ctx, req.Asker())
			if err != nil { // help is needed most when something is broken
				s.Log.ErrorContext(ctx, "no examples for help", "err", err)
			}
			searched, err := s.Desk.Coverage(ctx, req.Asker())
			if err != nil {
				s.Log.ErrorContext(ctx, "no coverage for help", "err", err)
			}
			return helpReply(s.Table, req.moderator, examples, searched), nil
		},
	}
}

// examples are questions that these articles do answer.
func (s Services) examples(ctx context.Context, asker briefing.Asker) ([]Try, error) {
	people, err := s.Desk.CompletePeople(ctx, asker, "", 2)
	if err != nil {
		return nil, fmt.Errorf("find people for examples: %w", err)
	}
	days, err := s.Desk.CompleteDays(ctx, asker, "", maxChoices)
	if err != nil {
		return nil, fmt.Errorf("find days for examples: %w", err)
	}
	var all []Try
	for _, p := range people {
		all = append(all, Try{Label: "/said " + p.Name, Command: "said", Option: "person", Value: p.Name})
	}
	if len(days) > 0 {
		busiest := slices.MaxFunc(days, func(a, b briefing.NearDay) int { return a.Events - b.Events })
		all = append(all,
			Try{Label: "/happened " + busiest.Day.String(), Command: "happened", Option: "on", Value: busiest.Day.String()},
			Try{Label: "/brief of the newest day", Command: "brief", Option: "on", Value: ""})
	}
	return all, nil
}

// helpReply lists the commands that the member may use.
func helpReply(table []Command, moderator bool, examples []Try, searched briefing.Coverage) Reply {
	r := Reply{
		Title: "What you can ask",
		Lead: []markdown{
			"Every answer is exact words from the articles, with who spoke, the day and the sources. Nothing is made up; what is not found is said.",
		},
		Foot: join(" ", "Answers are yours alone until you press Share. What you ask is kept for 30 days, encrypted so that only the buttons of your answer can read it.", coverage(searched)),
		Try:  examples,
	}
	var slashes, menus, admin []markdown
	for _, c := range table {
		switch {
		case c.Access != Everyone:
			admin = append(admin, "- "+slash(c.Name)+": "+escape(c.Help))
		case c.OnMessage:
			menus = append(menus, "- **"+escape(c.Name)+"** "+escape(c.Help))
		default:
			slashes = append(slashes, "- "+slash(c.Name)+c.optionList()+": "+escape(c.Help))
		}
	}
	r.Items = []Item{{Text: lines(slashes...)}, {Text: lines(append(menus, "  Hold or right-click a message, then Apps.")...)}}
	if moderator {
		r.Items = append(r.Items, Item{Text: lines(append([]markdown{
			"**For moderators.** To begin: set the time zone, add a digest, look at its preview, and have its channel checked.",
		}, admin...)...)})
	}
	return r
}

// optionList are a command's options as members see them, those that may be left out in
// brackets; "" where there are none.
func (c Command) optionList() markdown {
	var all []markdown
	for _, o := range c.Options {
		name := markdown(o.Name)
		if !o.Required {
			name = "[" + name + "]"
		}
		all = append(all, name)
	}
	if len(all) == 0 {
		return ""
	}
	return " `" + join(" ", all...) + "`"
}
