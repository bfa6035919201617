package loopback

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"time"
)

// What can go wrong when a member does something.
var (
	ErrNoCommand = errors.New("no such command is registered")
	ErrHidden    = errors.New("the command is not shown to this member here")
	ErrNoAnswer  = errors.New("the application did not respond")
	ErrOffline   = errors.New("no bot is connected")
)

// A Reply is what a member sees in answer to what he did.
type Reply struct {
	Interaction string        // ID of the interaction
	Type        int           // kind of the first answer, AnswerMessage for example
	Message     *Message      // the answer, or the message pressed on once changed; nil if there is none
	Updated     bool          // Message is the message pressed on, changed
	FollowUps   []Message     // further messages, oldest first
	Choices     []Choice      // of an autocompletion
	Modal       *Modal        // the form opened
	After       time.Duration // from the deed to the first answer, by Options.Now

	followUps []string
}

// All lists the reply's messages in the order they are shown.
func (r Reply) All() []Message {
	var list []Message
	if r.Message != nil {
		list = append(list, *r.Message)
	}
	return append(list, r.FollowUps...)
}

// A Value is a value given for a command option.
type Value struct {
	Name  string
	Value any // string, bool, an integer or float64; for users, channels and roles an ID or name
}

// Command has an actor use a slash command. The name of a subcommand is written
// with spaces: "admin digest add". It returns once the member has seen an answer;
// a deferred answer is waited for.
//
// ErrNoCommand, ErrHidden and ErrOffline say why nothing was sent; ErrNoAnswer
// that the bot let Options.Patience pass, by the wall clock if Options.Now is nil.
func (s *Server) Command(ctx context.Context, a Actor, name string, values ...Value) (Reply, error) {
	in, err := s.sendCommand(a, interactionCommand, name, values, "")
	if err != nil {
		return Reply{}, fmt.Errorf("use /%s: %w", name, err)
	}
	return s.seen(ctx, in)
}

// Autocomplete asks what the bot suggests for the option named focused, which
// must be among the values given, partly typed.
func (s *Server) Autocomplete(ctx context.Context, a Actor, name, focused string, values ...Value) ([]Choice, error) {
	in, err := s.sendCommand(a, interactionAutocomplete, name, values, focused)
	if err != nil {
		return nil, fmt.Errorf("complete /%s %s: %w", name, focused, err)
	}
	reply, err := s.seen(ctx, in)
	return reply.Choices, err
}

// MessageCommand has an actor use a message command on a message.
func (s *Server) MessageCommand(ctx context.Context, a Actor, name, message string) (Reply, error) {
	in, err := s.sendMessageCommand(a, name, message)
	if err != nil {
		return Reply{}, fmt.Errorf("use %q on message %s: %w", name, message, err)
	}
	return s.seen(ctx, in)
}

// Press has an actor press the button, or choose values in the select, that
// bears a custom_id on a message he sees.
func (s *Server) Press(ctx context.Context, a Actor, message, customID string, values ...string) (Reply, error) {
	in, err := s.sendPress(a, message, customID, values)
	if err != nil {
		return Reply{}, fmt.Errorf("press %q: %w", customID, err)
	}
	return s.seen(ctx, in)
}

// Submit has an actor send the form a reply opened. values go by custom_id; what
// they leave out keeps the value the form came with.
func (s *Server) Submit(ctx context.Context, a Actor, form Reply, values map[string]string) (Reply, error) {
	in, err := s.sendForm(a, form, values)
	if err != nil {
		return Reply{}, fmt.Errorf("send the form: %w", err)
	}
	return s.seen(ctx, in)
}

// Await waits until the reply to an interaction is as enough wants it: a
// follow-up, a second edit.
func (s *Server) Await(ctx context.Context, interaction string, enough func(Reply) bool) (Reply, error) {
	var reply Reply
	err := s.Wait(ctx, func() bool {
		reply = s.Reply(interaction)
		return enough(reply)
	})
	return reply, err
}

// Reply is the reply to an interaction as it stands now.
func (s *Server) Reply(interaction string) Reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	in := s.asked[interaction]
	if in == nil {
		return Reply{Interaction: interaction}
	}
	return s.replyTo(in)
}

// replyTo copies a reply with its messages as they stand.
func (s *Server) replyTo(in *interaction) Reply {
	r := in.reply
	r.Interaction = in.id
	if in.original != nil && !in.thinking && (in.original != in.source || r.Updated) {
		if m := s.world.message(in.original.ChannelID, in.original.ID); m != nil {
			shown := *m
			r.Message = &shown
		}
	}
	r.FollowUps = nil
	for _, id := range r.followUps {
		if m := s.world.message(in.who.channel.ID, id); m != nil {
			r.FollowUps = append(r.FollowUps, *m)
		}
	}
	return r
}

// begin makes an interaction and hands its payload to the bot. The caller holds
// s.mu.
func (s *Server) begin(in *interaction, data map[string]any, extra map[string]any) error {
	in.id, in.token, in.at = s.ids.next(), "token-"+s.ids.next(), s.opts.Now()
	p := s.payload(in)
	p["data"] = data
	maps.Copy(p, extra)
	s.asked[in.id], s.tokens[in.token] = in, in
	if s.dispatch(in.who.guild, "INTERACTION_CREATE", p, intentAlways) == 0 {
		return ErrOffline
	}
	return nil
}

// seen waits until the member sees the answer: at most Options.Patience of the wall
// clock for the first, and as long as ctx allows for what a deferral promised.
func (s *Server) seen(ctx context.Context, in *interaction) (Reply, error) {
	patience, cancel := ctx, context.CancelFunc(func() {})
	if s.opts.wallClock {
		patience, cancel = context.WithTimeout(ctx, s.opts.Patience+time.Second/2)
	}
	defer cancel()
	err := s.Wait(patience, func() bool { return s.is(in, (*interaction).decided) })
	switch {
	case s.is(in, func(in *interaction) bool { return in.late }), err != nil && ctx.Err() == nil && patience.Err() != nil:
		return s.Reply(in.id), ErrNoAnswer
	case err == nil:
		err = s.Wait(ctx, func() bool { return s.is(in, (*interaction).settled) })
	}
	if err != nil {
		return s.Reply(in.id), fmt.Errorf("wait for the answer: %w", err)
	}
	return s.Reply(in.id), nil
}

func (s *Server) is(in *interaction, state func(*interaction) bool) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return state(in)
}

// decided reports whether the first answer has come, in time or not.
func (in *interaction) decided() bool { return in.late || in.answered }

// settled reports whether what the first answer promised has come.
func (in *interaction) settled() bool {
	switch in.reply.Type {
	case AnswerDefer:
		return !in.thinking
	case AnswerDeferUpdate:
		return in.reply.Updated || len(in.reply.followUps) > 0
	}
	return true
}
