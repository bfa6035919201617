package bot

import (
	"context"
	"errors"
	"fmt"

	"rapporteur/bot/card"
	"rapporteur/bot/command"
	"rapporteur/bot/discord"
)

// registerWithRetry registers the commands, however often Discord refuses, and reports
// whether it did. A later connection takes over, and a refused token ends it.
func (b *Bot) registerWithRetry(ctx context.Context, app string) bool {
	connection := b.connections.Add(1)
	for wait := b.pace.BackOff; ; wait = min(2*wait, b.pace.MaxWait) {
		err := b.register(ctx, app)
		if err == nil {
			return true
		}
		b.log.Error("commands are not registered", "err", err)
		if errors.Is(err, discord.ErrTokenRefused) || discord.Sleep(ctx, wait) != nil ||
			b.connections.Load() != connection {
			return false
		}
	}
}

// register sends Discord the command table if it differs from what Discord has: each new
// name costs one of 200 creations a day.
func (b *Bot) register(ctx context.Context, app string) error {
	want := command.Definitions(b.services.Table)
	have, err := b.client.Commands(ctx, app)
	if err != nil {
		return fmt.Errorf("list the registered commands: %w", err)
	}
	if !discord.SameCommands(want, have) {
		if have, err = b.client.OverwriteCommands(ctx, app, want); err != nil {
			return fmt.Errorf("register %d commands: %w", len(want), err)
		}
		b.log.InfoContext(ctx, "commands registered", "commands", len(want))
	}
	ids := card.CommandIDs{}
	for _, d := range have {
		if d.Type != discord.MessageCommand {
			ids[d.Name] = d.ID
		}
	}
	b.ids.Store(&ids)
	return nil
}
