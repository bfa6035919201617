package loopback

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"strings"
	"time"
)

// Command has an actor use a slash command. The name of a subcommand is written with spaces: "admin digest add". It
// returns once the member has seen an answer; a deferred answer is waited for.
//
// ErrNoCommand, ErrHidden and ErrOffline say why nothing was sent; ErrNoAnswer
// that the bot did not answer in time, by the wall clock if Options.Now is nil.
func (s *Server) Command(ctx context.Context, a Actor, name string, values ...Value) (Reply, error) {
	return s.invoke(ctx, a, interactionCommand, "use /"+name, s.commandPayload(name, values, ""))
}

// Autocomplete asks what the bot suggests for the option named focused, whose value among those given is partly typed.
func (s *Server) Autocomplete(ctx context.Context, a Actor, name, focused string, values ...Value) ([]Choice, error) {
	doing := "complete /" + name + " " + focused
	reply, err := s.invoke(ctx, a, interactionAutocomplete, doing, s.commandPayload(name, values, focused))
	return reply.Choices, err
}

// MessageCommand has an actor use a message command on a message.
func (s *Server) MessageCommand(ctx context.Context, a Actor, name, message string) (Reply, error) {
	doing := fmt.Sprintf("use %q on message %s", name, message)
	return s.invoke(ctx, a, interactionCommand, doing, func(in *interaction) (fields, error) {
		d, err := s.state.find(in.actor, MessageCommand, name)
		if err != nil {
			return nil, err
		}
		m, err := s.state.visible(in.actor, message)
		if err != nil {
			return nil, err
		}
		resolved := fields{"messages": fields{m.ID: *m}}
		return in.commandData(d, fields{"target_id": m.ID, "resolved": resolved}), nil
	})
}

// Press has an actor press the button that has a custom_id, or choose values in that select menu, on a visible message.
func (s *Server) Press(ctx context.Context, a Actor, message, customID string, values ...string) (Reply, error) {
	if a.Channel == "" && !a.Direct {
		a = locked(s, func() Actor { return s.besideMessage(a, message) })
	}
	doing := fmt.Sprintf("press %q", customID)
	return s.invoke(ctx, a, interactionComponent, doing, func(in *interaction) (fields, error) {
		m, err := s.state.visible(in.actor, message)
		if err != nil {
			return nil, err
		}
		var pressed *Component
		WalkComponents(m.Components, func(c Component) {
			if c.CustomID == customID && customID != "" {
				pressed = &c
			}
		})
		switch {
		case pressed == nil:
			return nil, errors.New("the message has no such component")
		case pressed.Disabled:
			return nil, errors.New("the component is disabled")
		}
		data := fields{"component_type": pressed.Type, "custom_id": customID, "id": pressed.ID}
		if pressed.Type != Button {
			if err := checkChosen(*pressed, values); err != nil {
				return nil, err
			}
			data["values"] = append([]string{}, values...)
		}
		in.source = m
		return fields{"data": data, "message": *m}, nil
	})
}

// Submit has an actor send the form that a reply opened. An input without a value, by custom_id, keeps the form's own.
func (s *Server) Submit(ctx context.Context, a Actor, form Reply, values map[string]string) (Reply, error) {
	return s.invoke(ctx, a, interactionModal, "send the form", func(in *interaction) (fields, error) {
		if form.Modal == nil {
			return nil, errors.New("the reply opened none")
		}
		parts, err := submittedAll(form.Modal.Components, values)
		if err != nil {
			return nil, err
		}
		p := fields{"data": fields{"custom_id": form.Modal.CustomID, "components": parts}}
		if opener := s.interactions[form.Interaction]; opener != nil && opener.source != nil {
			in.source = opener.source
			p["message"] = *in.source
		}
		return p, nil
	})
}

// Reply is the reply to an interaction as it is now.
func (s *Server) Reply(interaction string) Reply {
	return locked(s, func() Reply {
		if in := s.interactions[interaction]; in != nil {
			return s.state.currentReply(in)
		}
		return Reply{Interaction: interaction}
	})
}

// invoke sends an actor's interaction and waits for the answer. describe returns what its event has of its own.
func (s *Server) invoke(
	ctx context.Context, a Actor, kind int, doing string, describe func(*interaction) (fields, error),
) (Reply, error) {
	in := &interaction{kind: kind}
	send := func() (err error) {
		defer s.notify()
		if in.actor, err = s.state.resolve(a); err != nil {
			return err
		}
		special, err := describe(in)
		if err != nil {
			return err
		}
		in.id, in.token, in.at = s.state.ids.next(), "token-"+s.state.ids.next(), s.opts.Now()
		s.interactions[in.id], s.tokens[in.token] = in, in
		event := s.state.payload(in)
		maps.Copy(event, special)
		if s.gateway.dispatch(in.actor.guild, "INTERACTION_CREATE", event, intentAlways) == 0 {
			return ErrOffline
		}
		return nil
	}
	if err := locked(s, send); err != nil {
		return Reply{}, fmt.Errorf("%s: %w", doing, err)
	}
	return s.awaitAnswer(ctx, in)
}

// awaitAnswer waits until the member sees the answer: for the first one within its
// time limit by the wall clock, for what a deferral promised as long as ctx allows.
func (s *Server) awaitAnswer(ctx context.Context, in *interaction) (Reply, error) {
	patience, cancel := ctx, context.CancelFunc(func() {})
	if s.opts.wallClock {
		patience, cancel = context.WithTimeout(ctx, s.opts.AnswerTimeout+time.Second/2)
	}
	defer cancel()
	err := s.Wait(patience, func() bool { return locked(s, in.hasFirstAnswer) })
	switch late := locked(s, func() bool { return in.late }); {
	case late, err != nil && ctx.Err() == nil && patience.Err() != nil:
		return s.Reply(in.id), ErrNoAnswer
	case err == nil:
		err = s.Wait(ctx, func() bool { return locked(s, in.complete) })
	}
	if err != nil {
		err = fmt.Errorf("wait for the answer: %w", err)
	}
	return s.Reply(in.id), err
}

// commandPayload describes the use of a slash command, or the completion of its option that is focused.
func (s *Server) commandPayload(name string, values []Value, focused string) func(*interaction) (fields, error) {
	return func(in *interaction) (fields, error) {
		words := strings.Fields(name)
		if len(words) == 0 {
			return nil, ErrNoCommand
		}
		d, err := s.state.find(in.actor, SlashCommand, words[0])
		if err != nil {
			return nil, err
		}
		f := optionFiller{state: &s.state, guild: in.actor.guild, focused: focused, resolved: map[string]fields{}}
		options, err := f.fillBelow(d.Options, words[1:], values)
		if err != nil {
			return nil, err
		}
		data := fields{"version": d.Version}
		if len(options) > 0 {
			data["options"] = options
		}
		if len(f.resolved) > 0 {
			data["resolved"] = f.resolved
		}
		return in.commandData(d, data), nil
	}
}

// commandData completes the data of an interaction by a command.
func (in *interaction) commandData(d *CommandDefinition, data fields) fields {
	in.name = d.Name
	data["id"], data["name"], data["type"] = d.ID, d.Name, d.Type
	if d.GuildID != "" {
		data["guild_id"] = d.GuildID
	}
	return fields{"data": data}
}

// visible finds a message the actor can see.
func (st *state) visible(a resolvedActor, id string) (*Message, error) {
	m := st.anyMessage(id)
	if m == nil || m.visibleTo != "" && m.visibleTo != a.member.ID {
		return nil, fmt.Errorf("no message %q is shown to %s", id, a.member.Name)
	}
	return m, nil
}

// besideMessage puts an actor into the channel of a message.
func (s *Server) besideMessage(a Actor, message string) Actor {
	if m := s.state.anyMessage(message); m != nil {
		a.Channel = m.ChannelID
		if c := s.state.channels[m.ChannelID]; c != nil {
			a.Direct = c.Type == DirectMessage
		}
	}
	return a
}
