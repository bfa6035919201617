package loopback

// A handler answers a call with s.mu held. A nil result is answered 204.
type handler func(*Server, *call) (any, error)

// A route is a method and path, and what answers it.
type route struct {
	pattern string // as http.ServeMux takes it
	do      handler
	open    bool // answered without a bot's token
}

// channel finds the channel of a call and requires permissions in it: without ViewChannel the bot has no access at all.
func (s *Server) channel(c *call, want Permissions) (*Channel, error) {
	ch := s.state.channels[c.vars("channel_id")]
	if ch == nil {
		return nil, unknownChannel()
	}
	may := s.state.botMay(ch)
	switch {
	case !may.Has(ViewChannel):
		return nil, missingAccess()
	case !may.Has(want):
		return nil, missingPermission()
	}
	return ch, nil
}

// inChannel answers a call about a channel in which the bot has permissions.
func inChannel(want Permissions, do func(*Server, *call, *Channel) (any, error)) handler {
	return func(s *Server, c *call) (any, error) {
		ch, err := s.channel(c, want)
		if err != nil {
			return nil, err
		}
		return do(s, c, ch)
	}
}

// onMessage answers a call about a message in a channel in which the bot has permissions.
func onMessage(want Permissions, do func(*Server, *call, *Message) (any, error)) handler {
	return inChannel(want, func(s *Server, c *call, ch *Channel) (any, error) {
		m := s.state.message(ch.ID, c.vars("message_id"))
		if m == nil || m.visibleTo != "" {
			return nil, unknownMessage()
		}
		return do(s, c, m)
	})
}

// show answers with what the call is about.
func show[T any](_ *Server, _ *call, about T) (any, error) { return about, nil }

// messageBody reads and checks the message in a call's body. flags are those it may have, edited the message it edits.
func (s *Server) messageBody(c *call, flags int, edited *Message) (*messageForm, error) {
	f := &messageForm{}
	if err := c.into(f); err != nil {
		return nil, err
	}
	return f, f.check("", c.Files, flags, edited, s.opts.NoPings)
}

// editMessage changes a message of the bot as the call's body says.
func (s *Server) editMessage(c *call, m *Message) (any, error) {
	f, err := s.messageBody(c, editFlags, m)
	if err != nil {
		return nil, err
	}
	s.update(m, f, c.Files)
	return *m, nil
}
