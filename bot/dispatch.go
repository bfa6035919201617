package bot

import (
	"context"
	"fmt"
	"time"

	"rapporteur/briefing"
)

// How long a handler may take in all, and after it the sending of its answer.
const (
	workLimit  = 20 * time.Second
	replyLimit = 10 * time.Second
)

// A job is an interaction that has been understood and allowed.
type job struct {
	name    string   // for the log
	late    callback // puts the member off when the answer takes more than a moment
	request Request  // behind the answer's card
	scope   string
	ticket  string // of the card that was pressed, to be used again when it is replaced
	run     func(context.Context) (Outcome, error)
}

// understand finds the row that an interaction is for and checks that the member may.
func (b *Bot) understand(ctx context.Context, ix *interaction) (job, error) {
	switch ix.Type {
	case pressCommand:
		if err := b.services.Limits.take(ix.userID(), ix.Guild, b.now()); err != nil {
			return job{}, err
		}
		return b.understandCommand(ix, b.request(ctx, ix))
	case pressComponent:
		if err := b.services.Limits.takePress(ix.userID(), b.now()); err != nil {
			return job{}, err
		}
		return b.understandPress(ctx, ix, b.request(ctx, ix))
	}
	return job{}, fmt.Errorf("interaction of type %d is not known", ix.Type)
}

// request is what an interaction of any kind says of its maker.
func (b *Bot) request(ctx context.Context, ix *interaction) Request {
	return Request{
		Guild:     ix.Guild,
		Channel:   ix.Channel,
		User:      ix.userID(),
		Zone:      b.services.zoneOf(ctx, ix.Guild),
		Now:       b.now(),
		DayFirst:  ix.dayFirst(),
		moderator: ix.may(manageGuild),
		shut:      ix.shut(),
	}
}

func (b *Bot) understandCommand(ix *interaction, req Request) (job, error) {
	var typed []optionV
	req.Command, typed = ix.Data.path()
	c := find(b.services.Table, req.Command)
	if c == nil {
		return job{}, &briefing.InputError{Problem: "This command is no longer known. Discord may take a minute to show the new ones."}
	}
	if err := allow(c.Access, req); err != nil {
		return job{}, err
	}
	req.Options = map[string]string{}
	for _, o := range typed {
		req.Options[o.Name] = cut(o.text(), maxTypedLen)
	}
	for _, o := range c.Options {
		if err := ix.Data.inGuild(o, req.Text(o.Name)); err != nil {
			return job{}, err
		}
	}
	if c.OnMessage {
		req.Message = cut(ix.Data.Resolved.Messages[ix.Data.TargetID].words(), maxMessageContent)
	}
	open := ix.Context == contextBotDM
	return job{
		name:    c.Name,
		late:    putOff(open),
		request: req,
		scope:   scope(req.Guild, req.User),
		run: func(ctx context.Context) (Outcome, error) {
			r, err := c.Run(ctx, b.services, req)
			r.Public = r.Public || open
			return Outcome{Reply: r}, err
		},
	}, nil
}

// inGuild refuses a channel that Discord did not find in the guild of the command: a
// forged one could be another guild's, to which this bot may write too.
func (d interactionData) inGuild(o Option, typed string) error {
	if o.Kind != Channel || typed == "" {
		return nil
	}
	if _, ok := d.Resolved.Channels[typed]; !ok {
		return &briefing.InputError{Option: o.Name, Problem: "choose a channel of this server"}
	}
	return nil
}

// putOff is the deferring answer, private unless open.
func putOff(open bool) callback {
	if open {
		return callback{Type: answerDeferred, Data: deferral{}}
	}
	return callback{Type: answerDeferred, Data: deferral{Flags: flagEphemeral}}
}

func (b *Bot) understandPress(ctx context.Context, ix *interaction, req Request) (job, error) {
	where := scope(req.Guild, req.User)
	pressed, err := b.seals.open(where, ix.Data.CustomID)
	if err != nil {
		return job{}, err
	}
	row := findButton(b.buttons, pressed.verb)
	if row == nil {
		return job{}, errNotOurs
	}
	if err := allow(row.Access, req); err != nil {
		return job{}, err
	}
	p := Press{Request: req, Arg: pressed.arg, MayPost: ix.may(ix.Place.posting())}
	if row.OfCard {
		if err := b.recall(ctx, &p, where, pressed.ticket); err != nil {
			return job{}, err
		}
	}
	j := job{name: "button " + string(row.Verb), late: putOff(false), request: p.Request, scope: where}
	switch {
	case row.Verb == verbTry && p.Mine:
		j.late = callback{Type: answerDeferredUpdate}
	case row.Verb == verbPage && p.Mine:
		j.late, j.ticket = callback{Type: answerDeferredUpdate}, pressed.ticket
	case row.Verb == verbShare:
		j.late = putOff(true)
	}
	j.run = func(ctx context.Context) (Outcome, error) { return row.Run(ctx, b.services, p) }
	return j, nil
}

// recall fills a press with the question behind the card that was pressed.
func (b *Bot) recall(ctx context.Context, p *Press, where, carried string) error {
	t, err := b.seals.fetch(ctx, where, carried)
	if err != nil {
		return err
	}
	if t == nil {
		return &briefing.InputError{Problem: "These buttons have expired. Ask again for fresh ones."}
	}
	p.Command, p.Options, p.Message = t.Command, t.Options, t.Message
	if t.At > 0 {
		p.Now = time.Unix(t.At, 0)
	}
	p.Mine, p.Shared = t.User == p.User, t.Shared
	return nil
}
