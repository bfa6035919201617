package bot

import (
	"context"
	"fmt"

	"rapporteur/briefing"
)

func help() Command {
	return Command{
		Name: "help",
		Help: "What can be asked, with examples",
		Run: func(ctx context.Context, b *Bot, req Request) (Reply, error) {
			examples, err := b.examples(ctx, req.Asker())
			if err != nil { // help is needed most when something is broken
				b.log.ErrorContext(ctx, "no examples for help", "err", err)
			}
			return helpReply(b.table, req.moderator, examples), nil
		},
	}
}

// examples are questions that these articles do answer.
func (b *Bot) examples(ctx context.Context, asker briefing.Asker) ([]Try, error) {
	people, err := b.desk.CompletePeople(ctx, asker, "", 2)
	if err != nil {
		return nil, fmt.Errorf("find people for examples: %w", err)
	}
	days, err := b.desk.CompleteDays(ctx, asker, "", 1)
	if err != nil {
		return nil, fmt.Errorf("find days for examples: %w", err)
	}
	var all []Try
	for _, p := range people {
		all = append(all, Try{Label: "/said " + p.Name, Command: "said", Option: "person", Value: p.Name})
	}
	for _, d := range days {
		all = append(all,
			Try{Label: "/happened " + d.Day.String(), Command: "happened", Option: "on", Value: d.Day.String()},
			Try{Label: "/brief " + d.Day.String(), Command: "brief", Option: "on", Value: d.Day.String()})
	}
	return all, nil
}

// helpReply lists the commands that the member may use.
func helpReply(table []Command, moderator bool, examples []Try) Reply {
	r := Reply{
		Title: "What you can ask",
		Lead: []markdown{
			"Every answer is exact words from the articles, with who spoke, the day and the sources. Nothing is made up; what is not found is said.",
		},
		Foot: "Answers are yours alone until you press Share. Questions are not kept in readable form.",
		Try:  examples,
	}
	var all []markdown
	for _, c := range table {
		if c.Access == Everyone || moderator {
			all = append(all, "- `"+markdown(c.usage())+"` "+escape(c.Help))
		}
	}
	for len(all) > 0 {
		n := min(8, len(all))
		r.Items = append(r.Items, Item{Text: lines(all[:n]...)})
		all = all[n:]
	}
	return r
}
