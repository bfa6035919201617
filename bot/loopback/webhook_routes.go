package loopback

// onInteraction answers a webhook call about an interaction: known once answered, and until its token ends.
func onInteraction(do func(*Server, *call, *interaction) (any, error)) handler {
	return func(s *Server, c *call) (any, error) {
		in := s.tokens[c.vars("webhook_token")]
		switch {
		case in == nil || c.vars("webhook_id") != ApplicationID || !in.answered:
			return nil, unknownWebhook()
		case s.opts.Now().Sub(in.at) > tokenLife:
			return nil, webhookExpired()
		}
		return do(s, c, in)
	}
}

// onAnswer answers a webhook call about a message of an interaction: @original when the path names none.
func onAnswer(do func(*Server, *call, *interaction, *Message) (any, error)) handler {
	return onInteraction(func(s *Server, c *call, in *interaction) (any, error) {
		m := in.original
		if id := c.vars("message_id"); id != "" {
			m = s.state.message(in.actor.channel.ID, id)
			if m != nil && (m.Interaction == nil || m.Interaction.ID != in.id) && m != in.original {
				m = nil
			}
		}
		if m == nil || s.state.message(m.ChannelID, m.ID) == nil {
			return nil, unknownMessage()
		}
		return do(s, c, in, m)
	})
}

// followUp is a further message. The first after a deferral replaces the "thinking" message, as private as that one.
func followUp(s *Server, c *call, in *interaction) (any, error) {
	if in.kind == interactionAutocomplete {
		return nil, unknownWebhook()
	}
	f, err := s.messageBody(c, answerFlags, nil)
	if err != nil {
		return nil, err
	}
	if in.thinking {
		in.thinking = false
		s.update(in.original, f, c.Files, "users")
		return *in.original, nil
	}
	m := s.answerMessage(in, f.flags()&FlagEphemeral)
	s.fill(m, f, c.Files, "users")
	s.post(m)
	in.followUps = append(in.followUps, m.ID)
	return *m, nil
}

// answerMessage begins a message of the bot in answer to an interaction.
func (s *Server) answerMessage(in *interaction, flags int) *Message {
	m := s.newMessage(in.actor.channel, botUser())
	m.Type, m.Flags = 20, flags
	m.ApplicationID, m.WebhookID = ApplicationID, ApplicationID
	m.Interaction = &InteractionMetadata{ID: in.id, Type: in.kind, Name: in.name, User: userOf(in.actor.member)}
	if flags&FlagEphemeral != 0 {
		m.visibleTo = in.actor.member.ID
	}
	return m
}

func getAnswer(_ *Server, _ *call, _ *interaction, m *Message) (any, error) { return *m, nil }

func editAnswer(s *Server, c *call, in *interaction, m *Message) (any, error) {
	edited, err := s.editMessage(c, m)
	if err == nil && m == in.original {
		in.thinking = false
		in.reply.Updated = m == in.source
	}
	return edited, err
}

func deleteAnswer(s *Server, _ *call, in *interaction, m *Message) (any, error) {
	s.state.removeMessage(m)
	if m == in.original {
		in.thinking = false
	}
	return nil, nil
}
