package loopback

// An answerForm is the bot's first answer.
type answerForm struct {
	Type int `json:"type"`
	Data struct {
		messageForm
		Choices  *[]Choice `json:"choices"`
		CustomID string    `json:"custom_id"`
		Title    string    `json:"title"`
	} `json:"data"`
}

func answerInteraction(s *Server, c *call) (any, error) {
	in := s.interactions[c.vars("interaction_id")]
	if in == nil || in.token != c.vars("interaction_token") {
		return nil, unknownInteraction()
	}
	if in.answered {
		return nil, alreadyAnswered()
	}
	in.reply.Latency = s.opts.Now().Sub(in.at)
	if in.reply.Latency > s.opts.AnswerTimeout {
		in.late = true
		return nil, unknownInteraction()
	}
	var form answerForm
	if err := c.into(&form); err != nil {
		return nil, err
	}
	if !in.accepts(form.Type) {
		return nil, badForm("type", "INTERACTION_CALLBACK_INVALID_TYPE", "Invalid interaction callback type %d.", form.Type)
	}
	if err := s.applyAnswer(in, &form, c.Files); err != nil {
		return nil, err
	}
	in.answered = true
	in.reply.Type = form.Type
	if c.Query.Get("with_response") == "true" {
		return in.callbackObject(), nil
	}
	return nil, nil
}

// applyAnswer carries the first answer out.
func (s *Server) applyAnswer(in *interaction, f *answerForm, files []File) error {
	form := &f.Data.messageForm
	switch f.Type {
	case AnswerMessage:
		if err := form.check("data", files, answerFlags, nil, s.opts.NoPings); err != nil {
			return err
		}
		in.original = s.answerMessage(in, form.flags()&FlagEphemeral)
		s.fill(in.original, form, files, "users")
		s.post(in.original)
	case AnswerDefer:
		if form.flags()&^FlagEphemeral != 0 {
			return badForm("data.flags", "MESSAGE_FLAGS_INVALID", "Only the EPHEMERAL flag is allowed on a deferred answer.")
		}
		in.original = s.answerMessage(in, form.flags()&FlagEphemeral|FlagLoading)
		in.thinking = true
		s.post(in.original)
	case AnswerDeferUpdate:
		in.original = in.source
	case AnswerUpdate:
		if err := form.check("data", files, editFlags|FlagEphemeral, in.source, s.opts.NoPings); err != nil {
			return err
		}
		in.original = in.source
		s.update(in.source, form, files)
		in.reply.Updated = true
	case AnswerChoices:
		e, choices := formErrors{}, valueOr(f.Data.Choices, nil)
		checkChoices(e, "data.choices", choices)
		if err := e.err(); err != nil {
			return err
		}
		in.reply.Choices = choices
	case AnswerModal:
		modal := &Modal{CustomID: f.Data.CustomID, Title: f.Data.Title, Components: form.Components}
		if err := checkModal("data", modal); err != nil {
			return err
		}
		in.reply.Modal = modal
	}
	return nil
}
