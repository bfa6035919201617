package bot

import (
	"context"
	"slices"
	"strings"
	"time"

	"rapporteur/bot/command"
	"rapporteur/bot/discord"
)

// completionLimit is how long completions may take. After that the member has typed on and
// Discord has forgotten the interaction.
const completionLimit = 2 * time.Second

// complete answers autocomplete. A member who is typing sees no errors: they are logged, and nothing is offered.
func (b *Bot) complete(ctx context.Context, i *discord.Interaction) {
	search, cancel := context.WithTimeout(ctx, completionLimit)
	choices, err := b.completions(search, i)
	cancel()
	if err != nil {
		b.log.ErrorContext(ctx, "autocomplete failed", "command", i.Data.Name, "err", redact(err, i.Data.Typed()))
	}
	choices = append([]discord.Choice{}, choices...) // [] in JSON and not null
	answer := discord.Callback{Type: discord.AnswerChoices, Data: discord.Choices{Choices: choices}}
	if err := b.client.Answer(ctx, i, answer); err != nil {
		b.log.WarnContext(ctx, "autocomplete was not delivered", "err", err)
	}
}

// completions completes the option that is being typed; there are none for members who may not use the command.
func (b *Bot) completions(ctx context.Context, i *discord.Interaction) ([]discord.Choice, error) {
	if b.services.Limits.TakeCompletion(i.UserID(), b.now()) != nil {
		return nil, nil
	}
	req := b.request(ctx, i)
	name, typed := i.Data.Path()
	c := command.FindCommand(b.services.Table, name)
	if c == nil || command.CheckAccess(c.Access, req) != nil {
		return nil, nil
	}
	for _, o := range typed {
		row := slices.IndexFunc(c.Options, func(row command.Option) bool { return row.Name == o.Name })
		if o.Focused && row >= 0 {
			text := strings.TrimSpace(discord.Truncate(o.Text(), discord.MaxChoiceLength))
			return b.services.Complete(ctx, c.Options[row].Kind, req, text)
		}
	}
	return nil, nil
}
