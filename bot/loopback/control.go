package loopback

import (
	"fmt"
	"slices"
)

// Say posts a message of a member in the actor's channel.
func (s *Server) Say(a Actor, content string) (Message, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	defer s.notify()
	who, err := s.state.resolve(a)
	if err != nil {
		return Message{}, fmt.Errorf("say something: %w", err)
	}
	m := s.newMessage(who.channel, userOf(who.member))
	m.Content = content
	s.post(m)
	return *m, nil
}

// AddGuild lets a guild invite the bot.
func (s *Server) AddGuild(g Guild) {
	s.change(func() {
		s.state.add(g)
		s.gateway.dispatch(g.ID, "GUILD_CREATE", s.state.guildCreate(g.ID), intentGuilds)
	})
}

// RemoveGuild removes the bot from a guild: its channels answer 50001 from now on.
func (s *Server) RemoveGuild(id string) {
	s.change(func() {
		delete(s.state.guilds, id)
		s.state.order = slices.DeleteFunc(s.state.order, func(x string) bool { return x == id })
		s.gateway.dispatch(id, "GUILD_DELETE", map[string]any{"id": id}, intentGuilds)
	})
}

// RemoveChannel deletes a channel: it answers 10003 from now on.
func (s *Server) RemoveChannel(id string) {
	s.change(func() {
		if c := s.state.channels[id]; c != nil {
			delete(s.state.channels, id)
			delete(s.state.messages, id)
			s.gateway.dispatch(c.GuildID, "CHANNEL_DELETE", s.state.channelObject(c), intentGuilds)
		}
	})
}

// Deny withholds permissions from the bot in a channel, in place of those withheld there before.
func (s *Server) Deny(channel string, denied Permissions) {
	s.change(func() {
		if c := s.state.channels[channel]; c != nil {
			c.Denied = denied
			s.gateway.dispatch(c.GuildID, "CHANNEL_UPDATE", s.state.channelObject(c), intentGuilds)
		}
	})
}

// Grant gives a member exactly these permissions from now on.
func (s *Server) Grant(guild, user string, p Permissions) {
	s.change(func() {
		if m := s.state.member(guild, user); m != nil {
			m.Permissions = p
		}
	})
}

// Fail applies a fault to requests from now on; of the faults that fit a request the newest is applied. lift ends it.
func (s *Server) Fail(f RESTFault) (lift func()) {
	fault := &f
	s.change(func() { s.rest.faults = append(s.rest.faults, fault) })
	return func() { s.change(func() { fault.Times = -1 }) }
}

// ScriptNext treats the next connections in this way, one after the other; those after them go by the lasting script.
func (s *Server) ScriptNext(scripts ...GatewayScript) {
	s.change(func() { s.gateway.scripts = append(s.gateway.scripts, scripts...) })
}

// ScriptAlways treats every further connection in this way; the zero value returns to the normal course.
func (s *Server) ScriptAlways(script GatewayScript) { s.change(func() { s.gateway.always = script }) }

// Reconnect asks every connected bot to reconnect (op 7); sessions stay resumable.
func (s *Server) Reconnect() { s.eachConn(func(c *conn) { c.send(packet{Op: opReconnect}) }) }

// Invalidate tells every connected bot that its session is invalid (op 9), and forgets it unless it may be resumed.
func (s *Server) Invalidate(resumable bool) {
	s.eachConn(func(c *conn) {
		c.send(packet{Op: opInvalidSession, Data: resumable})
		if one := s.gateway.conns[c]; one != nil && !resumable {
			delete(s.gateway.sessions, one.id)
			s.gateway.conns[c] = nil
		}
	})
}

// AskHeartbeat asks every connected bot for a heartbeat now (op 1).
func (s *Server) AskHeartbeat() { s.eachConn(func(c *conn) { c.send(packet{Op: opHeartbeat}) }) }

// Drop cuts every gateway connection without a close frame.
func (s *Server) Drop() { s.eachConn(s.gateway.drop) }

// CloseWith closes every gateway connection with a code, 4000 to 4014 for example.
func (s *Server) CloseWith(code int) { s.eachConn(func(c *conn) { s.gateway.close(c, code) }) }

// StopAcks leaves heartbeats of the present connections unanswered from now on.
func (s *Server) StopAcks() { s.eachConn(func(c *conn) { c.script.NoAcks = true }) }

func (s *Server) eachConn(do func(*conn)) {
	s.change(func() {
		for c := range s.gateway.conns {
			do(c)
		}
	})
}
