package command

import (
	"context"
	"rapporteur/bot/card"
	"rapporteur/briefing"
	"strings"
)

// showWhy answers the button that asks why the lines of a message are there.
func showDigestReasons(ctx context.Context, s Services, p ButtonPress) (Result, error) {
	if s.Digests == nil {
		return Result{}, card.ErrForeignButton
	}
	why, err := s.Digests.Why(ctx, p.Guild, p.Arg)
	if err != nil {
		return Result{}, err
	}
	if why == "" {
		return Result{}, &briefing.InputError{Problem: "That digest is too old: why its lines were chosen is no longer kept."}
	}
	r := card.Reply{Title: "Why these lines?"}
	for _, line := range strings.Split(strings.TrimSpace(why), "\n") {
		text, reason, _ := strings.Cut(line, "\t")
		r.Items = append(r.Items, card.Item{Text: card.Lines("> "+card.Escape(text), card.Escape(reason))})
	}
	return Result{Reply: r}, nil
}
