package bot

import (
	"context"
	"rapporteur/briefing"
	"strings"
)

// showWhy answers the button that asks why the lines of a message are there.
func showWhy(ctx context.Context, s Services, p Press) (Outcome, error) {
	if s.Digests == nil {
		return Outcome{}, errNotOurs
	}
	why, err := s.Digests.Why(ctx, p.Guild, p.Arg)
	if err != nil {
		return Outcome{}, err
	}
	if why == "" {
		return Outcome{}, &briefing.InputError{Problem: "That digest is too old: why its lines were chosen is no longer kept."}
	}
	r := Reply{Title: "Why these lines?"}
	for _, line := range strings.Split(strings.TrimSpace(why), "\n") {
		text, reason, _ := strings.Cut(line, "\t")
		r.Items = append(r.Items, Item{Text: lines("> "+escape(text), escape(reason))})
	}
	return Outcome{Reply: r}, nil
}
