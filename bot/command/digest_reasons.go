package command

import (
	"context"
	"strings"

	"rapporteur/bot/card"
)

// showDigestReasons explains why the items of a posted digest were chosen.
func showDigestReasons(ctx context.Context, s Services, p ButtonPress) (Result, error) {
	if s.Digests == nil {
		return Result{}, card.ErrForeignButton
	}
	why, err := s.Digests.Why(ctx, p.Guild, p.Arg)
	if err != nil {
		return Result{}, err
	}
	if why == "" {
		return Result{}, mistake("That digest is too old. The reasons for its items are no longer stored.")
	}
	r := card.Reply{Title: card.ReasonsLabel}
	for line := range strings.SplitSeq(strings.TrimSpace(why), "\n") {
		text, reason, _ := strings.Cut(line, "\t")
		r.Items = append(r.Items, card.Item{Text: card.Lines("> "+card.Escape(text), card.Escape(reason))})
	}
	return Result{Reply: r}, nil
}
