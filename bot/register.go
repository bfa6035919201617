package bot

import (
	"context"
	"fmt"

	"rapporteur/bot/card"
	"rapporteur/bot/command"
	"rapporteur/bot/discord"
)

// register tells Discord the command table, where it differs from what Discord has:
// each new name costs one of 200 creations a day.
func (b *Bot) register(ctx context.Context, app string) error {
	want := command.Definitions(b.services.Table)
	have, err := b.rest.Commands(ctx, app)
	if err != nil {
		return fmt.Errorf("list the registered commands: %w", err)
	}
	if discord.SameCommands(want, have) {
		b.noteIDs(have)
		return nil
	}
	have, err = b.rest.OverwriteCommands(ctx, app, want)
	if err != nil {
		return fmt.Errorf("register %d commands: %w", len(want), err)
	}
	b.noteIDs(have)
	b.log.InfoContext(ctx, "commands registered", "commands", len(want))
	return nil
}

// noteIDs keeps the IDs that Discord gave to the commands.
func (b *Bot) noteIDs(all []discord.CommandDefinition) {
	ids := card.CommandIDs{}
	for _, d := range all {
		if d.Type != discord.MessageCommand {
			ids[d.Name] = d.ID
		}
	}
	b.ids.Store(&ids)
}

// pressable makes the commands that a reply names pressable.
func (b *Bot) pressable(r card.Reply) card.Reply {
	var ids card.CommandIDs
	if known := b.ids.Load(); known != nil {
		ids = *known
	}
	return ids.LinkCommands(r)
}
