package bot

import (
	"context"
	"strconv"

	"rapporteur/briefing"
)

// turnPage shows another page. The asker's card turns; anyone else gets a copy.
func turnPage(ctx context.Context, s Services, p Press) (Outcome, error) {
	n, reply, err := s.reread(ctx, p)
	if err != nil {
		return Outcome{}, err
	}
	if p.Mine && p.Shared {
		reply = sharedBy(p.User, reply)
	}
	return Outcome{Reply: reply, Page: n, Update: p.Mine}, nil
}

// shareCard shows a private card to the channel, with its asker named.
func shareCard(ctx context.Context, s Services, p Press) (Outcome, error) {
	n, err := strconv.Atoi(p.Arg)
	if err != nil || n < 0 {
		return Outcome{}, errNotOurs
	}
	if !p.Mine {
		return Outcome{}, notYours()
	}
	if p.Guild != "" && !p.MayPost {
		return Outcome{}, &briefing.InputError{Problem: "You may not post in this channel, so this answer cannot be shared here."}
	}
	reply, err := s.again(ctx, p.Request)
	if err != nil {
		return Outcome{}, err
	}
	return Outcome{Reply: sharedBy(p.User, reply), Page: n, Share: true}, nil
}

// sharedBy makes a reply public and names who shared it. A mention in a message that
// may ping nobody shows the name and pings nobody.
func sharedBy(user string, r Reply) Reply {
	r.Public, r.Try = true, nil
	r.Foot = join(" · ", r.Foot, "Shared by <@"+markdown(digits(user))+">")
	return r
}

func notYours() error {
	return &briefing.InputError{Problem: "This card belongs to somebody else. Ask for one of your own; /help shows how."}
}

// showWhyHere tells the presser why the lines of a page are there.
func showWhyHere(ctx context.Context, s Services, p Press) (Outcome, error) {
	n, reply, err := s.reread(ctx, p)
	if err != nil {
		return Outcome{}, err
	}
	all := pages(reply)
	why := Reply{Title: "Why these lines are here"}
	for _, item := range all[min(n, len(all)-1)].items {
		if item.Why != "" {
			why.Lead = append(why.Lead, "- “"+item.Name+"”: "+item.Why)
		}
	}
	return Outcome{Reply: why}, nil
}

// reread answers the question behind a card once more for one who may read the card, and
// says which of its pages the button is about.
func (s Services) reread(ctx context.Context, p Press) (page int, reply Reply, err error) {
	page, err = strconv.Atoi(p.Arg)
	if err != nil || page < 0 {
		return 0, Reply{}, errNotOurs
	}
	if !p.Mine && !p.Shared {
		return 0, Reply{}, notYours()
	}
	reply, err = s.again(ctx, p.Request)
	return page, reply, err
}

// again answers the question behind a card once more.
func (s Services) again(ctx context.Context, req Request) (Reply, error) {
	c := find(s.Table, req.Command)
	if c == nil || c.Access != Everyone && !req.moderator {
		return Reply{}, errNotOurs
	}
	return c.Run(ctx, s, req)
}

// showContext shows a source with its neighbours, to the presser alone.
func showContext(ctx context.Context, s Services, p Press) (Outcome, error) {
	reply, err := s.passage(ctx, p.Asker(), p.Arg)
	return Outcome{Reply: reply}, err
}
