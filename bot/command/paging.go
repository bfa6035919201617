package command

import (
	"context"
	"strconv"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/briefing"
)

// turnPage shows another page. The asker's card turns; anyone else gets a copy.
func turnPage(ctx context.Context, s Services, p ButtonPress) (Result, error) {
	n, reply, err := s.reread(ctx, p)
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
	n, err := strconv.Atoi(p.Arg)
	if err != nil || n < 0 {
		return Result{}, card.ErrForeignButton
	}
	if !p.Mine {
		return Result{}, notYours()
	}
	if p.Guild != "" && !p.MayPost {
		return Result{}, &briefing.InputError{Problem: "You may not post in this channel, so this answer cannot be shared here."}
	}
	reply, err := s.askAgain(ctx, p.Request)
	if err != nil {
		return Result{}, err
	}
	return Result{Reply: sharedBy(p.User, reply), Page: n, Share: true}, nil
}

// sharedBy makes a reply public and names who shared it. A mention in a message that
// may ping nobody shows the name and pings nobody.
func sharedBy(user string, r card.Reply) card.Reply {
	r.Public, r.Suggestions = true, nil
	r.Foot = card.Join(" · ", r.Foot, "Shared by <@"+card.Markdown(discord.SafeID(user))+">")
	return r
}

func notYours() error {
	return &briefing.InputError{Problem: "This card belongs to somebody else. Ask for one of your own; /help shows how."}
}

// showWhyHere tells the presser why the lines of a page are there.
func showReasons(ctx context.Context, s Services, p ButtonPress) (Result, error) {
	n, reply, err := s.reread(ctx, p)
	if err != nil {
		return Result{}, err
	}
	all := card.Pages(reply)
	why := card.Reply{Title: "Why these lines are here"}
	for _, item := range all[min(n, len(all)-1)].Items {
		if item.Why != "" {
			why.Lead = append(why.Lead, "- “"+item.Name+"”: "+item.Why)
		}
	}
	return Result{Reply: why}, nil
}

// reread answers the question behind a card once more for one who may read the card, and
// says which of its pages the button is about.
func (s Services) reread(ctx context.Context, p ButtonPress) (page int, reply card.Reply, err error) {
	page, err = strconv.Atoi(p.Arg)
	if err != nil || page < 0 {
		return 0, card.Reply{}, card.ErrForeignButton
	}
	if !p.Mine && !p.Shared {
		return 0, card.Reply{}, notYours()
	}
	reply, err = s.askAgain(ctx, p.Request)
	return page, reply, err
}

// again answers the question behind a card once more.
func (s Services) askAgain(ctx context.Context, req Request) (card.Reply, error) {
	c := FindCommand(s.Table, req.Command)
	if c == nil || c.Access != Everyone && !req.Moderator {
		return card.Reply{}, card.ErrForeignButton
	}
	return c.Run(ctx, s, req)
}

// showContext shows a source with its neighbours, to the presser alone.
func showContext(ctx context.Context, s Services, p ButtonPress) (Result, error) {
	reply, err := s.passage(ctx, p.Asker(), p.Arg)
	return Result{Reply: reply}, err
}
