package loopback

// hooked finds the interaction of a webhook call: known once answered, and until
// its token ends.
func (s *Server) hooked(c *call) (*interaction, error) {
	in := s.tokens[c.vars("webhook_token")]
	switch {
	case in == nil || c.vars("webhook_id") != ApplicationID || !in.answered:
		return nil, unknownWebhook()
	case s.opts.Now().Sub(in.at) > tokenLife:
		return nil, webhookExpired()
	}
	return in, nil
}

// followUp is a further message; the first after a deferral takes the place of
// "thinking", with the privacy the deferral chose.
func followUp(s *Server, c *call) (any, error) {
	in, err := s.hooked(c)
	if err != nil {
		return nil, err
	}
	var form messageForm
	if err := c.into(&form); err != nil {
		return nil, err
	}
	if in.kind == interactionAutocomplete {
		return nil, unknownWebhook()
	}
	if err := s.checkMessage("", &form, c.Files, purpose{flags: answerFlags}); err != nil {
		return nil, err
	}
	if in.thinking {
		in.thinking = false
		s.fill(in.original, &form, c.Files, "users")
		s.touch(in.original)
		return *in.original, nil
	}
	m := s.answerMessage(in, form.flags()&FlagEphemeral)
	s.fill(m, &form, c.Files, "users")
	s.post(m)
	in.reply.followUps = append(in.reply.followUps, m.ID)
	return *m, nil
}

// answerOf finds the message a webhook call is about: @original when it names none.
func (s *Server) answerOf(c *call) (*interaction, *Message, error) {
	in, err := s.hooked(c)
	if err != nil {
		return nil, nil, err
	}
	m := in.original
	if id := c.vars("message_id"); id != "" {
		m = s.world.message(in.who.channel.ID, id)
		if m != nil && (m.Interaction == nil || m.Interaction.ID != in.id) && m != in.original {
			m = nil
		}
	}
	if m == nil || s.world.message(m.ChannelID, m.ID) == nil {
		return nil, nil, unknownMessage()
	}
	return in, m, nil
}

func getAnswer(s *Server, c *call) (any, error) {
	_, m, err := s.answerOf(c)
	if err != nil {
		return nil, err
	}
	return *m, nil
}

func editAnswer(s *Server, c *call) (any, error) {
	in, m, err := s.answerOf(c)
	if err != nil {
		return nil, err
	}
	edited, err := s.edit(m, c)
	if err != nil {
		return nil, err
	}
	if m == in.original {
		in.thinking = false
		in.reply.Updated = m == in.source
	}
	return edited, nil
}

func deleteAnswer(s *Server, c *call) (any, error) {
	in, m, err := s.answerOf(c)
	if err != nil {
		return nil, err
	}
	s.world.remove(m)
	if m == in.original {
		in.thinking = false
	}
	s.notify()
	return nil, nil
}
