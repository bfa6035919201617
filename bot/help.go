package bot

import (
	"context"
)

func help() Command {
	return Command{
		Name: "help",
		Help: "What can be asked, with examples",
		Run: func(_ context.Context, b *Bot, req Request) (Reply, error) {
			return helpReply(b.table, req.moderator), nil
		},
	}
}

// helpReply lists the commands that the member may use.
func helpReply(table []Command, moderator bool) Reply {
	r := Reply{
		Title: "What you can ask",
		Lead: []markdown{
			"Every answer is exact words from the articles, with who spoke, the day and the sources. Nothing is made up; what is not found is said.",
		},
		Foot: "Answers are yours alone until you press Share. Questions are not kept in readable form.",
	}
	var all []markdown
	for _, c := range table {
		if c.Access == Moderators && !moderator {
			continue
		}
		all = append(all, "- `"+markdown(c.usage())+"` "+escape(c.Help))
	}
	for len(all) > 0 {
		n := min(8, len(all))
		r.Items = append(r.Items, Item{Text: lines(all[:n]...)})
		all = all[n:]
	}
	return r
}
