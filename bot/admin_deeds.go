package bot

import (
	"context"
	"fmt"

	"rapporteur/briefing/digest"
)

// What can be done to a digest, by a command or by a button.

func removeDigest(ctx context.Context, b *Bot, req Request, id string) (Reply, error) {
	if err := b.admin.Remove(ctx, req.Guild, req.User, id); err != nil {
		return Reply{}, err
	}
	return Reply{Title: "The digest " + escape(id) + " is removed"}, nil
}

func runDigest(ctx context.Context, b *Bot, req Request, id string) (Reply, error) {
	d, err := b.digest(ctx, req.Guild, id)
	if err != nil {
		return Reply{}, err
	}
	if req.shut && d.Channel == req.Channel { // known without asking Discord, who counts what it refuses
		return Reply{Alarm: true, Title: "The digest " + escape(id) + " cannot be posted here", Lead: []markdown{
			"The bot may not post in this channel. " + slash("admin check") + " says what it lacks.",
		}}, nil
	}
	if err := b.quota.takeRun(req.Guild, b.now()); err != nil {
		return Reply{}, err
	}
	if err := b.admin.Run(ctx, req.Guild, req.User, id); err != nil {
		return Reply{}, fmt.Errorf("run digest %s: %w", id, err)
	}
	r := Reply{Title: "The digest " + escape(id) + " is due now", Lead: []markdown{
		"It is posted to <#" + markdown(digits(d.Channel)) + "> in a moment, unless there is nothing to tell.",
	}}
	if d.Suspended != "" {
		r.Lead = append(r.Lead, "At its last run it could not be: "+escape(d.Suspended)+". "+slash("admin check")+" says whether that is mended.")
	}
	return r, nil
}

func previewDigest(ctx context.Context, b *Bot, req Request, id string) (Reply, error) {
	d, err := b.digest(ctx, req.Guild, id)
	if err != nil {
		return Reply{}, err
	}
	answer, err := b.admin.Preview(ctx, req.Guild, id)
	if err != nil {
		return Reply{}, fmt.Errorf("preview digest %s: %w", id, err)
	}
	r := renderBrief(d.About, answer)
	r.Title = digestTitle(d.Kind, d.About, answer)
	r.Lead = append([]markdown{"-# Preview of " + escape(id) + "; nothing is posted or recorded."}, r.Lead...)
	r.Share = false
	return r, nil
}

func pauseDigest(ctx context.Context, b *Bot, req Request, id string) (Reply, error) {
	return holdDigest(ctx, b, req, id, true)
}

func resumeDigest(ctx context.Context, b *Bot, req Request, id string) (Reply, error) {
	return holdDigest(ctx, b, req, id, false)
}

func holdDigest(ctx context.Context, b *Bot, req Request, id string, paused bool) (Reply, error) {
	d, err := b.admin.Save(ctx, req.Guild, req.User, id, func(d *digest.Digest) error {
		d.Paused = paused
		return nil
	})
	if err != nil {
		return Reply{}, err
	}
	title := "The digest " + escape(id) + " runs again"
	if paused {
		title = "The digest " + escape(id) + " is paused"
	}
	return Reply{Title: title, Items: []Item{digestItem(d, b.now())}}, nil
}
