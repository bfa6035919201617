package bot

import (
	"context"
	"strings"
	"time"
)

// completeLimit is how long completions may take: later, what was typed has changed and
// Discord has forgotten that it asked.
const completeLimit = 2 * time.Second

// complete answers autocomplete. A member who is typing sees no errors: a fault is logged
// and nothing is offered.
func (b *Bot) complete(ctx context.Context, ix *interaction) {
	search, cancel := context.WithTimeout(ctx, completeLimit)
	offered, err := b.offer(search, ix)
	cancel()
	if err != nil {
		b.log.ErrorContext(ctx, "autocomplete failed", "command", ix.Data.Name, "err", withheld(err, ix.Data.typed()))
	}
	if offered == nil {
		offered = []choice{}
	}
	if err := b.rest.answer(ctx, ix, callback{Type: answerChoices, Data: choices{offered}}); err != nil {
		b.log.WarnContext(ctx, "autocomplete was not delivered", "err", err)
	}
}

// offer finds completions of the option that is being typed; none for members who may
// not use the command.
func (b *Bot) offer(ctx context.Context, ix *interaction) ([]choice, error) {
	if b.services.Limits.takeCompletion(ix.userID(), b.now()) != nil {
		return nil, nil
	}
	req := b.request(ctx, ix)
	name, typed := ix.Data.path()
	c := find(b.services.Table, name)
	if c == nil || allow(c.Access, req) != nil {
		return nil, nil
	}
	for _, o := range typed {
		if !o.Focused {
			continue
		}
		for _, row := range c.Options {
			if row.Name == o.Name {
				return b.services.offerKind(ctx, row.Kind, req, strings.TrimSpace(cut(o.text(), maxChoice)))
			}
		}
	}
	return nil, nil
}
