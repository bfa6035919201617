package command

import (
	"context"
	"fmt"

	"rapporteur/bot/card"
	"rapporteur/briefing/digest"
)

// A digestAction does something to one digest of the guild, by a command or a button.
type digestAction func(ctx context.Context, s Services, req Request, id string) (card.Reply, error)

// digestSubcommand is a subcommand about one digest.
func digestSubcommand(name, help string, do digestAction) Command {
	return Command{
		Name: "admin digest " + name, Help: help, Access: Moderators, Options: []Option{digestOption()},
		Run: func(ctx context.Context, s Services, req Request) (card.Reply, error) {
			if err := s.requireDigests(); err != nil {
				return card.Reply{}, err
			}
			return do(ctx, s, req, req.Text("digest"))
		},
	}
}

// digestButton is a button about one digest.
func digestButton(do digestAction) func(context.Context, Services, ButtonPress) (Result, error) {
	return func(ctx context.Context, s Services, p ButtonPress) (Result, error) {
		if err := s.requireDigests(); err != nil {
			return Result{}, err
		}
		reply, err := do(ctx, s, p.Request, p.Arg)
		return Result{Reply: reply}, err
	}
}

func removeDigest(ctx context.Context, s Services, req Request, id string) (card.Reply, error) {
	if err := s.Digests.Remove(ctx, req.Guild, req.User, id); err != nil {
		return card.Reply{}, err
	}
	return card.Reply{Title: "Digest " + card.Escape(id) + " deleted"}, nil
}

func runDigest(ctx context.Context, s Services, req Request, id string) (card.Reply, error) {
	d, err := s.digest(ctx, req.Guild, id)
	if err != nil {
		return card.Reply{}, err
	}
	check := card.CommandMention("admin check")
	if req.CannotPost && d.Channel == req.Channel { // known without asking Discord, which counts what it rejects
		return card.Reply{Alarm: true, Title: "Digest " + card.Escape(id) + " cannot be posted here", Lead: []card.Markdown{
			"The bot may not post in this channel. " + check + " shows what's missing.",
		}}, nil
	}
	if err := s.Limits.takeRun(req.Guild, s.Now()); err != nil {
		return card.Reply{}, err
	}
	if err := s.Digests.Run(ctx, req.Guild, req.User, id); err != nil {
		return card.Reply{}, fmt.Errorf("run digest %s: %w", id, err)
	}
	r := card.Reply{Title: "Posting digest " + card.Escape(id) + " now", Lead: []card.Markdown{
		"It appears in " + channelMention(d) + " in a moment, unless there is no news.",
	}}
	if d.Suspended != "" {
		r.Lead = append(r.Lead, "Last time it could not be posted: "+card.Escape(d.Suspended)+". "+
			check+" shows whether that is fixed.")
	}
	return r, nil
}

func previewDigest(ctx context.Context, s Services, req Request, id string) (card.Reply, error) {
	d, err := s.digest(ctx, req.Guild, id)
	if err != nil {
		return card.Reply{}, err
	}
	a, err := s.Digests.Preview(ctx, req.Guild, id)
	if err != nil {
		return card.Reply{}, fmt.Errorf("preview digest %s: %w", id, err)
	}
	r := card.RenderBrief(d.About, a)
	r.Title = card.DigestTitle(d.Kind, d.About, a)
	note := "-# Preview of digest " + card.Escape(id) + "; nothing is posted or recorded."
	r.Lead, r.Share = append([]card.Markdown{note}, r.Lead...), false
	return r, nil
}

// setPaused pauses a digest or resumes it.
func setPaused(paused bool, done card.Markdown) digestAction {
	return func(ctx context.Context, s Services, req Request, id string) (card.Reply, error) {
		title := "Digest " + card.Escape(id) + " " + done
		return saveDigest(ctx, s, req, id, title, func(_ Request, d *digest.Digest) error {
			d.Paused = paused
			return nil
		})
	}
}
