package command

import (
	"context"
	"fmt"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/briefing/digest"
)

// What can be done to a digest, by a command or by a button.

func removeDigest(ctx context.Context, s Services, req Request, id string) (card.Reply, error) {
	if err := s.Digests.Remove(ctx, req.Guild, req.User, id); err != nil {
		return card.Reply{}, err
	}
	return card.Reply{Title: "The digest " + card.Escape(id) + " is removed"}, nil
}

func runDigest(ctx context.Context, s Services, req Request, id string) (card.Reply, error) {
	d, err := s.digest(ctx, req.Guild, id)
	if err != nil {
		return card.Reply{}, err
	}
	if req.CannotPost && d.Channel == req.Channel { // known without asking Discord, who counts what it refuses
		return card.Reply{Alarm: true, Title: "The digest " + card.Escape(id) + " cannot be posted here", Lead: []card.Markdown{
			"The bot may not post in this channel. " + card.CommandMention("admin check") + " says what it lacks.",
		}}, nil
	}
	if err := s.Limits.takeRun(req.Guild, s.Now()); err != nil {
		return card.Reply{}, err
	}
	if err := s.Digests.Run(ctx, req.Guild, req.User, id); err != nil {
		return card.Reply{}, fmt.Errorf("run digest %s: %w", id, err)
	}
	r := card.Reply{Title: "The digest " + card.Escape(id) + " is due now", Lead: []card.Markdown{
		"It is posted to <#" + card.Markdown(discord.SafeID(d.Channel)) + "> in a moment, unless there is nothing to tell.",
	}}
	if d.Suspended != "" {
		r.Lead = append(r.Lead, "At its last run it could not be: "+card.Escape(d.Suspended)+". "+card.CommandMention("admin check")+" says whether that is mended.")
	}
	return r, nil
}

func previewDigest(ctx context.Context, s Services, req Request, id string) (card.Reply, error) {
	d, err := s.digest(ctx, req.Guild, id)
	if err != nil {
		return card.Reply{}, err
	}
	answer, err := s.Digests.Preview(ctx, req.Guild, id)
	if err != nil {
		return card.Reply{}, fmt.Errorf("preview digest %s: %w", id, err)
	}
	r := card.RenderBrief(d.About, answer)
	r.Title = card.DigestTitle(d.Kind, d.About, answer)
	r.Lead = append([]card.Markdown{"-# Preview of " + card.Escape(id) + "; nothing is posted or recorded."}, r.Lead...)
	r.Share = false
	return r, nil
}

func pauseDigest(ctx context.Context, s Services, req Request, id string) (card.Reply, error) {
	return holdDigest(ctx, s, req, id, true)
}

func resumeDigest(ctx context.Context, s Services, req Request, id string) (card.Reply, error) {
	return holdDigest(ctx, s, req, id, false)
}

func holdDigest(ctx context.Context, s Services, req Request, id string, paused bool) (card.Reply, error) {
	d, err := s.Digests.Save(ctx, req.Guild, req.User, id, func(d *digest.Digest) error {
		d.Paused = paused
		return nil
	})
	if err != nil {
		return card.Reply{}, err
	}
	title := "The digest " + card.Escape(id) + " runs again"
	if paused {
		title = "The digest " + card.Escape(id) + " is paused"
	}
	return card.Reply{Title: title, Items: []card.Item{digestItem(d, s.Now())}}, nil
}
