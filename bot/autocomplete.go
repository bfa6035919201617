package bot

import (
	"context"
	"strings"
	"time"

	"rapporteur/bot/command"
	"rapporteur/bot/discord"
)

// completeLimit is how long completions may take: later, what was typed has changed and
// Discord has forgotten that it asked.
const completeLimit = 2 * time.Second

// complete answers autocomplete. A member who is typing sees no errors: a fault is logged
// and nothing is offered.
func (b *Bot) complete(ctx context.Context, ix *discord.Interaction) {
	search, cancel := context.WithTimeout(ctx, completeLimit)
	offered, err := b.offer(search, ix)
	cancel()
	if err != nil {
		b.log.ErrorContext(ctx, "autocomplete failed", "command", ix.Data.Name, "err", redact(err, ix.Data.Typed()))
	}
	if offered == nil {
		offered = []discord.Choice{}
	}
	if err := b.rest.Answer(ctx, ix, discord.Callback{Type: discord.AnswerChoices, Data: discord.Choices{Choices: offered}}); err != nil {
		b.log.WarnContext(ctx, "autocomplete was not delivered", "err", err)
	}
}

// offer finds completions of the option that is being typed; none for members who may
// not use the command.
func (b *Bot) offer(ctx context.Context, ix *discord.Interaction) ([]discord.Choice, error) {
	if b.services.Limits.TakeCompletion(ix.UserID(), b.now()) != nil {
		return nil, nil
	}
	req := b.request(ctx, ix)
	name, typed := ix.Data.Path()
	c := command.FindCommand(b.services.Table, name)
	if c == nil || command.CheckAccess(c.Access, req) != nil {
		return nil, nil
	}
	for _, o := range typed {
		if !o.Focused {
			continue
		}
		for _, row := range c.Options {
			if row.Name == o.Name {
				return b.services.Complete(ctx, row.Kind, req, strings.TrimSpace(discord.Truncate(o.Text(), discord.MaxChoice)))
			}
		}
	}
	return nil, nil
}
