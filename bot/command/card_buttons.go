package command

import (
	"context"
	"maps"
	"strconv"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
)

// turnPage shows another page. The asker's card turns; anyone else gets a copy.
func turnPage(ctx context.Context, s Services, p ButtonPress) (Result, error) {
	n, reply, err := s.repeatQuestion(ctx, p)
	if err != nil {
		return Result{}, err
	}
	if p.Mine && p.Shared {
		reply = sharedBy(p.User, reply)
	}
	return Result{Reply: reply, Page: n, Update: p.Mine}, nil
}

// shareCard shows a private card to the channel, with its asker named.
func shareCard(ctx context.Context, s Services, p ButtonPress) (Result, error) {
	if p.Mine && p.Guild != "" && !p.MayPost {
		return Result{}, mistake("You may not post in this channel, so you cannot share this answer here.")
	}
	p.Shared = false // only the asker shares, even a card that was shared before
	n, reply, err := s.repeatQuestion(ctx, p)
	if err != nil {
		return Result{}, err
	}
	return Result{Reply: sharedBy(p.User, reply), Page: n, Share: true}, nil
}

// sharedBy makes a reply public and names who shared it. The message may ping nobody, so
// the mention only shows the name.
func sharedBy(user string, r card.Reply) card.Reply {
	r.Public, r.Suggestions = true, nil
	r.Foot = card.Join(" · ", r.Foot, "Shared by <@"+card.Markdown(discord.SafeID(user))+">")
	return r
}

// showContext shows an item's sources in their articles, to the presser alone.
func showContext(ctx context.Context, s Services, p ButtonPress) (Result, error) {
	req := p.Request
	req.Command, req.Options = "source", map[string]string{"id": p.Arg}
	reply, err := runSource(ctx, s, req)
	return Result{Reply: reply, Asked: &req}, err
}

// askSuggestion asks the question that a button offers. Options that the member typed are
// kept for the same command, unless the suggestion drops them.
func askSuggestion(ctx context.Context, s Services, p ButtonPress) (Result, error) {
	offer, ok := card.DecodeSuggestion(p.Arg)
	if !ok {
		return Result{}, card.ErrForeignButton
	}
	if err := mayUse(p); err != nil {
		return Result{}, err
	}
	req := p.Request
	req.Options = map[string]string{}
	if req.Command == offer.Command && !offer.Only {
		maps.Copy(req.Options, p.Options)
	}
	req.Command, req.Message, req.Options[offer.Option] = offer.Command, "", offer.Value
	reply, err := s.askAgain(ctx, req)
	return Result{Reply: reply, Asked: &req, Update: p.Mine}, err
}

// showReasons explains to the presser why the items of a page were chosen.
func showReasons(ctx context.Context, s Services, p ButtonPress) (Result, error) {
	n, reply, err := s.repeatQuestion(ctx, p)
	if err != nil {
		return Result{}, err
	}
	all := card.Pages(reply)
	why := card.Reply{Title: card.ReasonsLabel}
	for _, item := range all[min(n, len(all)-1)].Items {
		if item.Why != "" {
			why.Lead = append(why.Lead, "- “"+item.Name+"”: "+item.Why)
		}
	}
	return Result{Reply: why}, nil
}

// repeatQuestion answers the question behind a card again for someone who may use the
// card, and returns the page that the button carries.
func (s Services) repeatQuestion(ctx context.Context, p ButtonPress) (page int, reply card.Reply, err error) {
	page, err = strconv.Atoi(p.Arg)
	if err != nil || page < 0 {
		return 0, card.Reply{}, card.ErrForeignButton
	}
	if err := mayUse(p); err != nil {
		return 0, card.Reply{}, err
	}
	reply, err = s.askAgain(ctx, p.Request)
	return page, reply, err
}

// mayUse refuses a private card to everyone but its asker.
func mayUse(p ButtonPress) error {
	if p.Mine || p.Shared {
		return nil
	}
	return mistake("This answer belongs to someone else. Ask your own question; /help shows how.")
}

// askAgain runs a command of the table.
func (s Services) askAgain(ctx context.Context, req Request) (card.Reply, error) {
	c := FindCommand(s.Table, req.Command)
	if c == nil || c.Access != Everyone && !req.Moderator {
		return card.Reply{}, card.ErrForeignButton
	}
	return c.Run(ctx, s, req)
}
