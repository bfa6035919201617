package bot

import (
	"cmp"
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

// How long a handler may take, and after it the sending of its answer.
const (
	workLimit  = 20 * time.Second
	replyLimit = 10 * time.Second
)

// An answer is the message that a job ends with.
type answer struct {
	kind    int // discord.AnswerMessage, or discord.AnswerUpdate to replace the card
	message discord.Message
}

// respond answers one interaction: at once when that is quick, else with a deferral first,
// since Discord forgets an interaction without an answer in 3 s. A job that has to wait for
// a worker is deferred immediately, because a busy machine may have no time for that later.
func (b *Bot) respond(ctx context.Context, i *discord.Interaction, arrived time.Time) {
	ctx, cancel := context.WithTimeout(ctx, workLimit+replyLimit)
	defer cancel()
	if i.Type == discord.InteractionAutocomplete {
		b.complete(ctx, i)
		return
	}
	j, err := b.parse(ctx, i)
	if err != nil {
		b.sendFirst(ctx, i, b.failure(ctx, "interaction", command.Request{}, err))
		return
	}
	deferIn := b.deferAfter - time.Since(arrived)
	done, queued := b.start(ctx, j)
	if queued {
		deferIn = 0
	}
	select {
	case a := <-done:
		b.sendFirst(ctx, i, a)
	case <-time.After(deferIn):
		err := b.client.Answer(ctx, i, j.deferral)
		if err != nil && !discord.HasCode(err, discord.CodeAlreadyAnswered) {
			b.log.ErrorContext(ctx, "an answer could not be deferred", "command", j.name, "err", err)
			return
		}
		b.sendLate(ctx, i, j, <-done)
	}
	b.log.InfoContext(ctx, "answered", "command", j.name, "took", time.Since(arrived).Round(time.Millisecond))
}

// start runs a job in a goroutine, and reports whether it has to wait for a worker first.
// The answer comes within workLimit at the latest.
func (b *Bot) start(ctx context.Context, j job) (answers <-chan answer, queued bool) {
	done, result := make(chan answer, 1), make(chan answer, 1)
	work, cancel := context.WithTimeout(ctx, workLimit)
	select {
	case b.workers <- struct{}{}:
	default:
		queued = true
	}
	go func() {
		if queued {
			select {
			case b.workers <- struct{}{}:
			case <-work.Done():
				return
			}
		}
		defer func() { <-b.workers }()
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

// sendFirst sends an answer as the interaction's first. A card that Discord rejects is
// replaced by an error in words.
func (b *Bot) sendFirst(ctx context.Context, i *discord.Interaction, a answer) {
	err := b.client.Answer(ctx, i, discord.Callback{Type: a.kind, Data: a.message})
	if discord.StatusOf(err) == http.StatusBadRequest && !discord.HasCode(err, discord.CodeAlreadyAnswered) {
		a = b.failure(ctx, "card", command.Request{}, err)
		err = b.client.Answer(ctx, i, discord.Callback{Type: a.kind, Data: a.message})
	}
	if err != nil && !discord.HasCode(err, discord.CodeAlreadyAnswered) {
		b.log.ErrorContext(ctx, "an answer was not delivered", "err", err)
	}
}

// sendLate sends an answer after its deferral. Where an update of the card was deferred, an
// error goes into a follow-up, so that the card stays.
func (b *Bot) sendLate(ctx context.Context, i *discord.Interaction, j job, a answer) {
	send := b.client.EditAnswer
	if j.deferral.Type == discord.AnswerDeferredUpdate && a.kind != discord.AnswerUpdate {
		send = b.client.FollowUp
	} else {
		a.message.Flags &^= discord.FlagEphemeral // fixed by the deferral
	}
	err := send(ctx, i, a.message)
	if discord.StatusOf(err) == http.StatusBadRequest {
		err = send(ctx, i, b.failure(ctx, j.name, j.request, err).message)
	}
	if err != nil {
		b.log.ErrorContext(ctx, "a deferred answer was not delivered", "command", j.name, "err", err)
	}
}

// perform runs a job and lays out its result. It does not panic.
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

// layOut makes the message of a result, with signed buttons.
func (b *Bot) layOut(ctx context.Context, j job, out command.Result) (answer, error) {
	out.Reply = b.ids.Load().LinkCommands(out.Reply)
	pages := card.Pages(out.Reply)
	page := pages[min(out.Page, len(pages)-1)]
	token, asked := j.token, cmp.Or(out.Asked, &j.request)
	buttons := len(pages) > 1 || out.Reply.Share || len(out.Reply.Suggestions) > 0 || card.HasReasons(page.Items)
	if token == "" && buttons {
		var err error
		token, err = b.signer.Save(ctx, j.scope, card.SavedQuestion{
			Command: asked.Command, Options: asked.Options, Message: asked.Message,
			User: asked.User, At: asked.Now.Unix(), Shared: out.Share,
		})
		if err != nil {
			return answer{}, err
		}
	}
	sign := func(v card.Verb, arg, token string) string {
		return b.signer.Sign(j.scope, card.CustomID{Verb: v, Arg: arg, Token: token})
	}
	a := answer{kind: discord.AnswerMessage, message: card.Render(out.Reply, page, sign, token)}
	if out.Update {
		a.kind = discord.AnswerUpdate
		a.message.Flags &^= discord.FlagEphemeral // as the card already is
	}
	return a, nil
}

// failure turns an error into words for the member. No other function does.
func (b *Bot) failure(ctx context.Context, name string, req command.Request, err error) answer {
	r := card.Reply{Alarm: true}
	var bad *briefing.InputError
	switch {
	case errors.As(err, &bad):
		r.Lead = []card.Markdown{b.explainInputError(bad)}
	case errors.Is(err, card.ErrForeignButton):
		r.Lead = []card.Markdown{"This button does not work here. Ask again for your own card."}
	case errors.Is(err, context.DeadlineExceeded):
		r.Lead = []card.Markdown{"That took too long. Try fewer or rarer words, or fewer days."}
	default:
		id := rand.Text()[:8]
		b.log.ErrorContext(ctx, "command failed", "command", name, "id", id, "err", redact(err, req.Typed()))
		r.Lead = []card.Markdown{card.Markdown("Something went wrong; the operators can find it as " + id + ".")}
	}
	r = b.ids.Load().LinkCommands(r)
	return answer{kind: discord.AnswerMessage, message: card.Render(r, card.Pages(r)[0], nil, "")}
}

// explainInputError is what a member typed wrong, headed by the option it is about.
func (b *Bot) explainInputError(bad *briefing.InputError) card.Markdown {
	text := card.Explain(bad.Problem, func(name string) bool {
		return command.FindCommand(b.services.Table, name) != nil
	})
	if bad.Option == "" {
		return text
	}
	return "**" + card.Escape(bad.Option) + "**: " + text
}
