package loopback

import (
	"context"
	"fmt"
	"slices"
)

// Messages lists the messages of a channel that everybody can read, oldest first, without replies to one member only.
func (s *Server) Messages(channel string) []Message {
	return locked(s, func() []Message {
		all := slices.Clone(s.state.messages[channel])
		return values(slices.DeleteFunc(all, func(m *Message) bool { return m.visibleTo != "" }))
	})
}

// Commands lists the registered commands, those of all guilds first, in the order they were registered.
func (s *Server) Commands() []CommandDefinition {
	return locked(s, func() []CommandDefinition {
		guilds := byID(s.state.commands, func(d *CommandDefinition) bool { return d.GuildID != "" })
		return values(append(s.state.commandsOf(""), guilds...))
	})
}

// Channels lists the channels of a guild by ID.
func (s *Server) Channels(guild string) []Channel {
	return locked(s, func() []Channel { return values(s.state.channelsOf(guild)) })
}

func values[T any](list []*T) []T {
	var all []T
	for _, one := range list {
		all = append(all, *one)
	}
	return all
}

// Guilds lists the guilds the bot is in, without their channels.
func (s *Server) Guilds() []Guild {
	return locked(s, func() []Guild {
		var list []Guild
		for _, id := range s.state.order {
			g := *s.state.guilds[id]
			g.Members = slices.Clone(g.Members)
			list = append(list, g)
		}
		return list
	})
}

// DirectMessages is the ID of the channel between the bot and a user.
func (s *Server) DirectMessages(user string) string {
	return locked(s, func() string { return s.state.directChannel(user).ID })
}

// Requests lists every request answered so far, in the order they were answered.
func (s *Server) Requests() []Request {
	return locked(s, func() []Request { return slices.Clone(s.rest.requests) })
}

// Held counts the requests that a RESTFault's Hold keeps now.
func (s *Server) Held() int { return locked(s, func() int { return s.rest.held }) }

// ValidationErrors lists the errors that the validation of bodies returned, in order. A test that ends with none
// has sent only bodies that Discord's own document allows.
func (s *Server) ValidationErrors() []error {
	return locked(s, func() []error { return slices.Clone(s.rest.problems) })
}

// Counters counts what has happened on the gateway.
func (s *Server) Counters() Counters { return locked(s, s.gateway.currentCounters) }

// WaitReady blocks until a bot is connected and identified, or has resumed.
func (s *Server) WaitReady(ctx context.Context) error {
	if err := s.Wait(ctx, func() bool { return s.Counters().Live > 0 }); err != nil {
		return fmt.Errorf("wait for a bot to connect: %w", err)
	}
	return nil
}

// WaitCommands blocks until at least one command is registered and a bot is connected to answer it.
func (s *Server) WaitCommands(ctx context.Context) error {
	err := s.Wait(ctx, func() bool { return s.Counters().Live > 0 && len(s.Commands()) > 0 })
	if err != nil {
		return fmt.Errorf("wait for a bot to register its commands: %w", err)
	}
	return nil
}
