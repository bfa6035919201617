package bot

import (
	"context"
	"fmt"
	"time"

	"rapporteur/bot/card"
	"rapporteur/bot/command"
	"rapporteur/bot/discord"
	"rapporteur/briefing"
)

// How long a handler may take in all, and after it the sending of its answer.
const (
	workLimit  = 20 * time.Second
	replyLimit = 10 * time.Second
)

// A job is an interaction that has been understood and allowed.
type job struct {
	name    string           // for the log
	late    discord.Callback // puts the member off when the answer takes more than a moment
	request command.Request  // behind the answer's card
	scope   string
	ticket  string // of the card that was pressed, to be used again when it is replaced
	run     func(context.Context) (command.Result, error)
}

// understand finds the row that an interaction is for and checks that the member may.
func (b *Bot) parse(ctx context.Context, ix *discord.Interaction) (job, error) {
	switch ix.Type {
	case discord.InteractionCommand:
		if err := b.services.Limits.TakeQuestion(ix.UserID(), ix.Guild, b.now()); err != nil {
			return job{}, err
		}
		return b.parseCommand(ix, b.request(ctx, ix))
	case discord.InteractionComponent:
		if err := b.services.Limits.TakePress(ix.UserID(), b.now()); err != nil {
			return job{}, err
		}
		return b.parsePress(ctx, ix, b.request(ctx, ix))
	}
	return job{}, fmt.Errorf("interaction of type %d is not known", ix.Type)
}

// request is what an interaction of any kind says of its maker.
func (b *Bot) request(ctx context.Context, ix *discord.Interaction) command.Request {
	return command.Request{
		Guild:      ix.Guild,
		Channel:    ix.Channel,
		User:       ix.UserID(),
		Zone:       b.services.Zone(ctx, ix.Guild),
		Now:        b.now(),
		DayFirst:   ix.DayFirst(),
		Moderator:  ix.HasPermission(discord.ManageGuild),
		CannotPost: ix.CannotPost(),
	}
}

func (b *Bot) parseCommand(ix *discord.Interaction, req command.Request) (job, error) {
	var typed []discord.TypedOption
	req.Command, typed = ix.Data.Path()
	c := command.FindCommand(b.services.Table, req.Command)
	if c == nil {
		return job{}, &briefing.InputError{Problem: "This command is no longer known. Discord may take a minute to show the new ones."}
	}
	if err := command.CheckAccess(c.Access, req); err != nil {
		return job{}, err
	}
	req.Options = map[string]string{}
	for _, o := range typed {
		req.Options[o.Name] = discord.Truncate(o.Text(), discord.MaxTypedLen)
	}
	for _, o := range c.Options {
		if err := inGuild(ix.Data, o, req.Text(o.Name)); err != nil {
			return job{}, err
		}
	}
	if c.OnMessage {
		req.Message = discord.Truncate(ix.Data.Resolved.Messages[ix.Data.TargetID].Text(), discord.MaxMessageContent)
	}
	open := ix.Context == command.ContextBotDM
	return job{
		name:    c.Name,
		late:    putOff(open),
		request: req,
		scope:   card.Scope(req.Guild, req.User),
		run: func(ctx context.Context) (command.Result, error) {
			r, err := c.Run(ctx, b.services, req)
			r.Public = r.Public || open
			return command.Result{Reply: r}, err
		},
	}, nil
}

// inGuild refuses a channel that Discord did not find in the guild of the command: a
// forged one could be another guild's, to which this bot may write too.
func inGuild(d discord.InteractionData, o command.Option, typed string) error {
	if o.Kind != command.Channel || typed == "" {
		return nil
	}
	if _, ok := d.Resolved.Channels[typed]; !ok {
		return &briefing.InputError{Option: o.Name, Problem: "choose a channel of this server"}
	}
	return nil
}

// putOff is the deferring answer, private unless open.
func putOff(open bool) discord.Callback {
	if open {
		return discord.Callback{Type: discord.AnswerDeferred, Data: discord.Deferral{}}
	}
	return discord.Callback{Type: discord.AnswerDeferred, Data: discord.Deferral{Flags: discord.FlagEphemeral}}
}

func (b *Bot) parsePress(ctx context.Context, ix *discord.Interaction, req command.Request) (job, error) {
	where := card.Scope(req.Guild, req.User)
	pressed, err := b.signer.Verify(where, ix.Data.CustomID)
	if err != nil {
		return job{}, err
	}
	row := command.FindButton(b.buttons, pressed.Verb)
	if row == nil {
		return job{}, card.ErrForeignButton
	}
	if err := command.CheckAccess(row.Access, req); err != nil {
		return job{}, err
	}
	p := command.ButtonPress{Request: req, Arg: pressed.Arg, MayPost: ix.HasPermission(ix.Place.PostPermission())}
	if row.OfCard {
		if err := b.recall(ctx, &p, where, pressed.Token); err != nil {
			return job{}, err
		}
	}
	j := job{name: "button " + string(row.Verb), late: putOff(false), request: p.Request, scope: where}
	switch {
	case row.Verb == card.VerbSuggestion && p.Mine:
		j.late = discord.Callback{Type: discord.AnswerDeferredUpdate}
	case row.Verb == card.VerbPage && p.Mine:
		j.late, j.ticket = discord.Callback{Type: discord.AnswerDeferredUpdate}, pressed.Token
	case row.Verb == card.VerbShare:
		j.late = putOff(true)
	}
	j.run = func(ctx context.Context) (command.Result, error) { return row.Run(ctx, b.services, p) }
	return j, nil
}

// recall fills a press with the question behind the card that was pressed.
func (b *Bot) recall(ctx context.Context, p *command.ButtonPress, where, carried string) error {
	t, err := b.signer.Load(ctx, where, carried)
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
