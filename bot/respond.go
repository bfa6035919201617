package bot

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"time"

	"rapporteur/bot/card"
	"rapporteur/bot/command"
	"rapporteur/bot/discord"
	"rapporteur/briefing"
)

// An answer is what a job came to.
type answer struct {
	kind    int // answerMessage, or answerUpdate to replace the card
	message discord.Message
}

// serve answers one interaction that came at a time: at once when that is quick, else
// after putting the member off, since Discord forgets an interaction that has no answer
// in 3 s. Who has to wait for a slot is put off without delay: a crowd may leave no time
// for that later.
func (b *Bot) respond(ctx context.Context, ix *discord.Interaction, came time.Time) {
	ctx, cancel := context.WithTimeout(ctx, workLimit+replyLimit)
	defer cancel()
	if ix.Type == discord.InteractionAutocomplete {
		b.complete(ctx, ix)
		return
	}
	j, err := b.parse(ctx, ix)
	if err != nil {
		b.sendFirst(ctx, ix, b.failure(ctx, "interaction", command.Request{}, err))
		return
	}
	patience := b.quick - time.Since(came)
	done, queued := b.start(ctx, j)
	if queued {
		patience = 0
	}
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case a := <-done:
		b.sendFirst(ctx, ix, a)
	case <-timer.C:
		if err := b.rest.Answer(ctx, ix, j.late); err != nil && !discord.HasCode(err, discord.CodeAlreadyAnswered) {
			b.log.ErrorContext(ctx, "an answer could not be put off", "command", j.name, "err", err)
			return
		}
		b.sendLate(ctx, ix, j, <-done)
	}
	b.log.InfoContext(ctx, "answered", "command", j.name, "took", time.Since(came).Round(time.Millisecond))
}

// start performs a job beside its caller, and says whether it has to wait for a slot
// first. The answer comes within workLimit, whatever the job does.
func (b *Bot) start(ctx context.Context, j job) (answers <-chan answer, queued bool) {
	done, result := make(chan answer, 1), make(chan answer, 1)
	work, cancel := context.WithTimeout(ctx, workLimit)
	select {
	case b.slots <- struct{}{}:
	default:
		queued = true
	}
	go func() {
		if queued {
			select {
			case b.slots <- struct{}{}:
			case <-work.Done():
				return
			}
		}
		defer func() { <-b.slots }()
		result <- b.perform(work, j)
	}()
	go func() {
		defer cancel()
		select {
		case a := <-result:
			done <- a
		case <-work.Done():
			done <- b.failure(ctx, j.name, j.request, work.Err())
		}
	}()
	return done, queued
}

// first gives an answer as the interaction's first. A card that Discord refuses is
// replaced by words.
func (b *Bot) sendFirst(ctx context.Context, ix *discord.Interaction, a answer) {
	err := b.rest.Answer(ctx, ix, discord.Callback{Type: a.kind, Data: a.message})
	var api *discord.APIError
	if errors.As(err, &api) && api.Status == http.StatusBadRequest && api.Code != discord.CodeAlreadyAnswered {
		a = b.failure(ctx, "card", command.Request{}, err)
		err = b.rest.Answer(ctx, ix, discord.Callback{Type: a.kind, Data: a.message})
	}
	if err != nil && !discord.HasCode(err, discord.CodeAlreadyAnswered) {
		b.log.ErrorContext(ctx, "an answer was not delivered", "err", err)
	}
}

// later gives an answer after the member was put off. What was put off as an update of
// the card must not replace it by an error.
func (b *Bot) sendLate(ctx context.Context, ix *discord.Interaction, j job, a answer) {
	send := b.rest.EditAnswer
	if j.late.Type == discord.AnswerDeferredUpdate && a.kind != discord.AnswerUpdate {
		send = b.rest.FollowUp
	} else {
		a.message.Flags &^= discord.FlagEphemeral // settled when it was put off
	}
	err := send(ctx, ix, a.message)
	var api *discord.APIError
	if errors.As(err, &api) && api.Status == http.StatusBadRequest {
		err = send(ctx, ix, b.failure(ctx, j.name, j.request, err).message)
	}
	if err != nil {
		b.log.ErrorContext(ctx, "a late answer was not delivered", "command", j.name, "err", err)
	}
}

// perform does a job and lays its outcome out. It does not panic.
func (b *Bot) perform(ctx context.Context, j job) (a answer) {
	defer func() {
		if p := recover(); p != nil {
			a = b.failure(ctx, j.name, j.request, fmt.Errorf("panic: %v", p))
		}
	}()
	out, err := j.run(ctx)
	if err == nil {
		a, err = b.layOut(ctx, j, out)
	}
	if err != nil {
		return b.failure(ctx, j.name, j.request, err)
	}
	return a
}

// layOut makes the message of an outcome, with its buttons signed.
func (b *Bot) layOut(ctx context.Context, j job, out command.Result) (answer, error) {
	out.Reply = b.pressable(out.Reply)
	all := card.Pages(out.Reply)
	p := all[min(out.Page, len(all)-1)]
	carried, asked := j.ticket, &j.request
	if out.Asked != nil {
		asked = out.Asked
	}
	if carried == "" && (len(all) > 1 || out.Reply.Share || len(out.Reply.Suggestions) > 0 || card.HasReasons(p.Items)) {
		var err error
		carried, err = b.signer.Save(ctx, j.scope, card.SavedQuestion{
			Command: asked.Command, Options: asked.Options, Message: asked.Message, User: asked.User, At: asked.Now.Unix(), Shared: out.Share,
		})
		if err != nil {
			return answer{}, err
		}
	}
	sign := func(v card.Verb, arg, ticket string) string {
		return b.signer.Sign(j.scope, card.CustomID{Verb: v, Arg: arg, Token: ticket})
	}
	a := answer{kind: discord.AnswerMessage, message: card.Render(out.Reply, p, sign, carried)}
	if out.Update {
		a.kind = discord.AnswerUpdate
		a.message.Flags &^= discord.FlagEphemeral // as the card already is
	}
	return a, nil
}

// failure turns an error into words: the one place where that is done.
func (b *Bot) failure(ctx context.Context, name string, req command.Request, err error) answer {
	r := card.Reply{Alarm: true}
	var bad *briefing.InputError
	switch {
	case errors.As(err, &bad):
		r.Lead = []card.Markdown{b.correction(bad)}
	case errors.Is(err, card.ErrForeignButton):
		r.Lead = []card.Markdown{"This button does not work here. Ask again for a card of your own."}
	case errors.Is(err, context.DeadlineExceeded):
		r.Lead = []card.Markdown{"That took too long. Try fewer or rarer words, or a shorter stretch of days."}
	default:
		id := rand.Text()[:8]
		b.log.ErrorContext(ctx, "command failed", "command", name, "id", id, "err", redact(err, req.Typed()))
		r.Lead = []card.Markdown{card.Markdown("Something went wrong; the operators can find it as " + id + ".")}
	}
	r = b.pressable(r)
	return answer{kind: discord.AnswerMessage, message: card.Render(r, card.Pages(r)[0], nil, "")}
}

// correction is what a member typed wrong, headed by the option it is about.
func (b *Bot) correction(bad *briefing.InputError) card.Markdown {
	text := card.Explain(bad.Problem, func(name string) bool { return command.FindCommand(b.services.Table, name) != nil })
	if bad.Option == "" {
		return text
	}
	return "**" + card.Escape(bad.Option) + "**: " + text
}
