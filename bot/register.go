package bot

import (
	"context"
	"fmt"
)

// register tells Discord the command table, where it differs from what Discord has:
// each new name costs one of 200 creations a day.
func (b *Bot) register(ctx context.Context, app string) error {
	want := definitions(b.services.Table)
	have, err := b.rest.commands(ctx, app)
	if err != nil {
		return fmt.Errorf("list the registered commands: %w", err)
	}
	if sameCommands(want, have) {
		b.noteIDs(have)
		return nil
	}
	have, err = b.rest.overwriteCommands(ctx, app, want)
	if err != nil {
		return fmt.Errorf("register %d commands: %w", len(want), err)
	}
	b.noteIDs(have)
	b.log.InfoContext(ctx, "commands registered", "commands", len(want))
	return nil
}

// noteIDs keeps the IDs that Discord gave to the commands.
func (b *Bot) noteIDs(all []commandDef) {
	ids := commandIDs{}
	for _, d := range all {
		if d.Type != messageCommand {
			ids[d.Name] = d.ID
		}
	}
	b.ids.Store(&ids)
}

// pressable makes the commands that a reply names pressable.
func (b *Bot) pressable(r Reply) Reply {
	var ids commandIDs
	if known := b.ids.Load(); known != nil {
		ids = *known
	}
	return ids.pressable(r)
}
