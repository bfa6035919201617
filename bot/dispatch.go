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

// A job is an interaction that has been understood and allowed.
type job struct {
	name     string           // for the log
	deferral discord.Callback // the first answer when the real one takes too long
	request  command.Request  // the question behind the answer's card
	scope    string
	token    string // of the pressed card, used again when the card is replaced
	run      func(context.Context) (command.Result, error)
}

// parse finds the row that an interaction is for and checks that the member may use it.
func (b *Bot) parse(ctx context.Context, i *discord.Interaction) (job, error) {
	switch i.Type {
	case discord.InteractionCommand:
		if err := b.services.Limits.TakeQuestion(i.UserID(), i.Guild, b.now()); err != nil {
			return job{}, err
		}
		return b.parseCommand(i, b.request(ctx, i))
	case discord.InteractionComponent:
		if err := b.services.Limits.TakePress(i.UserID(), b.now()); err != nil {
			return job{}, err
		}
		return b.parseButton(ctx, i, b.request(ctx, i))
	}
	return job{}, fmt.Errorf("interaction of type %d is not known", i.Type)
}

// request is who asked, where and when, in an interaction of any kind.
func (b *Bot) request(ctx context.Context, i *discord.Interaction) command.Request {
	return command.Request{
		Guild: i.Guild, Channel: i.Channel, User: i.UserID(), Zone: b.services.Zone(ctx, i.Guild), Now: b.now(),
		DayFirst: i.DayFirst(), Moderator: i.HasPermission(discord.ManageGuild), CannotPost: i.CannotPost(),
	}
}

func (b *Bot) parseCommand(i *discord.Interaction, req command.Request) (job, error) {
	var typed []discord.TypedOption
	req.Command, typed = i.Data.Path()
	c := command.FindCommand(b.services.Table, req.Command)
	if c == nil {
		return job{}, &briefing.InputError{
			Problem: "This command no longer exists. Discord may take a minute to show the new ones.",
		}
	}
	if err := command.CheckAccess(c.Access, req); err != nil {
		return job{}, err
	}
	req.Options = map[string]string{}
	for _, o := range typed {
		req.Options[o.Name] = discord.Truncate(o.Text(), discord.MaxOptionText)
	}
	for _, o := range c.Options {
		if err := checkChannelInGuild(i.Data, o, req.Text(o.Name)); err != nil {
			return job{}, err
		}
	}
	if c.OnMessage {
		req.Message = discord.Truncate(i.Data.Resolved.Messages[i.Data.TargetID].Text(), discord.MaxMessageContent)
	}
	public := i.Context == discord.ContextBotDM
	return job{
		name: c.Name, deferral: deferralFor(public), request: req, scope: card.Scope(req.Guild, req.User),
		run: func(ctx context.Context) (command.Result, error) {
			r, err := c.Run(ctx, b.services, req)
			r.Public = r.Public || public
			return command.Result{Reply: r}, err
		},
	}, nil
}

// checkChannelInGuild refuses a channel that Discord did not find in the guild of the
// command: a forged one could be in another guild, where this bot may also post.
func checkChannelInGuild(d discord.InteractionData, o command.Option, typed string) error {
	if o.Kind != command.Channel || typed == "" {
		return nil
	}
	if _, ok := d.Resolved.Channels[typed]; !ok {
		return &briefing.InputError{Option: o.Name, Problem: "choose a channel of this server"}
	}
	return nil
}

func deferralFor(public bool) discord.Callback {
	d := discord.Deferral{Flags: discord.FlagEphemeral}
	if public {
		d.Flags = 0
	}
	return discord.Callback{Type: discord.AnswerDeferred, Data: d}
}

func (b *Bot) parseButton(ctx context.Context, i *discord.Interaction, req command.Request) (job, error) {
	scope := card.Scope(req.Guild, req.User)
	id, err := b.signer.Verify(scope, i.Data.CustomID)
	if err != nil {
		return job{}, err
	}
	row := command.FindButton(b.buttons, id.Verb)
	if row == nil {
		return job{}, card.ErrForeignButton
	}
	if err := command.CheckAccess(row.Access, req); err != nil {
		return job{}, err
	}
	p := command.ButtonPress{Request: req, Arg: id.Arg, MayPost: i.HasPermission(i.PostPermission())}
	if row.OfCard {
		if err := b.loadQuestion(ctx, &p, scope, id.Token); err != nil {
			return job{}, err
		}
	}
	j := job{
		name: "button " + string(row.Verb), deferral: deferralFor(row.Verb == card.VerbShare),
		request: p.Request, scope: scope,
	}
	if p.Mine && (row.Verb == card.VerbSuggestion || row.Verb == card.VerbPage) {
		j.deferral = discord.Callback{Type: discord.AnswerDeferredUpdate}
	}
	if p.Mine && row.Verb == card.VerbPage {
		j.token = id.Token
	}
	j.run = func(ctx context.Context) (command.Result, error) { return row.Run(ctx, b.services, p) }
	return j, nil
}

// loadQuestion fills a press with the question behind the card that was pressed.
func (b *Bot) loadQuestion(ctx context.Context, p *command.ButtonPress, scope, token string) error {
	saved, err := b.signer.Load(ctx, scope, token)
	if err != nil {
		return err
	}
	if saved == nil {
		return &briefing.InputError{Problem: "These buttons have expired. Ask again for fresh ones."}
	}
	p.Command, p.Options, p.Message = saved.Command, saved.Options, saved.Message
	if saved.At > 0 {
		p.Now = time.Unix(saved.At, 0)
	}
	p.Mine, p.Shared = saved.User == p.User, saved.Shared
	return nil
}
