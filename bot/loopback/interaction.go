package loopback

import (
	"strconv"
	"time"
)

// Kinds of interaction.
const (
	interactionCommand      = 2
	interactionComponent    = 3
	interactionAutocomplete = 4
	interactionModal        = 5
)

// Kinds of first answer to an interaction.
const (
	AnswerMessage     = 4 // a message
	AnswerDefer       = 5 // "thinking", a message follows
	AnswerDeferUpdate = 6 // a change of the component's message follows
	AnswerUpdate      = 7 // a change of the component's message
	AnswerChoices     = 8 // autocomplete
	AnswerModal       = 9 // a form
)

// How long an interaction waits for its first answer where Options do not say, and its
// token lives.
// Source: developers/interactions/receiving-and-responding.
const (
	firstAnswerLimit = 3 * time.Second
	tokenLife        = 15 * time.Minute
)

// An interaction is one deed of a member, from being told to the bot until its
// token ends.
type interaction struct {
	id, token string
	kind      int
	name      string // of the command
	at        time.Time
	who       resolved
	source    *Message // the message a component or modal belongs to
	answered  bool
	late      bool // answered, but after the limit: the member saw an error
	reply     Reply
	original  *Message // @original: the answer, or the component's message once updated
	thinking  bool     // deferred, and nothing sent yet
}

func interactionRoutes() []route {
	const hook = "/webhooks/{webhook_id}/{webhook_token}"
	return []route{
		{pattern: "POST /interactions/{interaction_id}/{interaction_token}/callback", do: answerInteraction, open: true},
		{pattern: "POST " + hook, do: followUp, open: true},
		{pattern: "GET " + hook + "/messages/@original", do: getAnswer, open: true},
		{pattern: "PATCH " + hook + "/messages/@original", do: editAnswer, open: true},
		{pattern: "DELETE " + hook + "/messages/@original", do: deleteAnswer, open: true},
		{pattern: "GET " + hook + "/messages/{message_id}", do: getAnswer, open: true},
		{pattern: "PATCH " + hook + "/messages/{message_id}", do: editAnswer, open: true},
		{pattern: "DELETE " + hook + "/messages/{message_id}", do: deleteAnswer, open: true},
	}
}

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
	in := s.asked[c.vars("interaction_id")]
	if in == nil || in.token != c.vars("interaction_token") {
		return nil, unknownInteraction()
	}
	if in.answered {
		return nil, alreadyAnswered()
	}
	in.reply.After = s.opts.Now().Sub(in.at)
	if in.reply.After > s.opts.Patience {
		in.late = true
		return nil, unknownInteraction()
	}
	var form answerForm
	if err := c.into(&form); err != nil {
		return nil, err
	}
	if err := in.allows(form.Type); err != nil {
		return nil, err
	}
	if err := s.take(in, &form, c.Files); err != nil {
		return nil, err
	}
	in.answered = true
	in.reply.Type = form.Type
	if c.Query.Get("with_response") == "true" {
		return in.callbackObject(), nil
	}
	return nil, nil
}

// allows says which answers fit which interaction.
func (in *interaction) allows(answer int) error {
	fits := false
	switch answer {
	case AnswerMessage, AnswerDefer:
		fits = in.kind != interactionAutocomplete
	case AnswerDeferUpdate, AnswerUpdate:
		fits = in.source != nil
	case AnswerChoices:
		fits = in.kind == interactionAutocomplete
	case AnswerModal:
		fits = in.kind == interactionCommand || in.kind == interactionComponent
	}
	if fits {
		return nil
	}
	t := tree{}
	t.add("type", "INTERACTION_CALLBACK_INVALID_TYPE", "Invalid interaction callback type "+strconv.Itoa(answer)+".")
	return t.err()
}

// take carries the first answer out.
func (s *Server) take(in *interaction, f *answerForm, files []File) error {
	form := &f.Data.messageForm
	switch f.Type {
	case AnswerMessage:
		if err := s.checkMessage("data", form, files, purpose{flags: answerFlags}); err != nil {
			return err
		}
		in.original = s.answerMessage(in, form.flags()&FlagEphemeral)
		s.fill(in.original, form, files, "users")
		s.post(in.original)
	case AnswerDefer:
		if form.flags()&^FlagEphemeral != 0 {
			t := tree{}
			t.add("data.flags", "MESSAGE_FLAGS_INVALID", "Only the EPHEMERAL flag is allowed on a deferred answer.")
			return t.err()
		}
		in.original = s.answerMessage(in, form.flags()&FlagEphemeral|FlagLoading)
		in.thinking = true
		s.post(in.original)
	case AnswerDeferUpdate:
		in.original = in.source
	case AnswerUpdate:
		if err := s.checkMessage("data", form, files, purpose{flags: editFlags | FlagEphemeral, prior: in.source}); err != nil {
			return err
		}
		in.original = in.source
		s.fill(in.source, form, files)
		s.touch(in.source)
		in.reply.Updated = true
	case AnswerChoices:
		return s.suggest(in, f.Data.Choices)
	case AnswerModal:
		modal := &Modal{CustomID: f.Data.CustomID, Title: f.Data.Title}
		if form.Components != nil {
			modal.Components = *form.Components
		}
		if err := checkModal("data", modal); err != nil {
			return err
		}
		in.reply.Modal = modal
	}
	return nil
}

func (s *Server) suggest(in *interaction, choices *[]Choice) error {
	if choices == nil {
		return nil
	}
	t := tree{}
	checkChoices(t, "data.choices", *choices)
	if err := t.err(); err != nil {
		return err
	}
	in.reply.Choices = *choices
	return nil
}

// answerMessage begins a message of the bot in answer to an interaction.
func (s *Server) answerMessage(in *interaction, flags int) *Message {
	m := s.newMessage(in.who.channel, botUser())
	m.Type, m.Flags = 20, flags
	m.ApplicationID, m.WebhookID = ApplicationID, ApplicationID
	m.Interaction = &Origin{ID: in.id, Type: in.kind, Name: in.name, User: userOf(in.who.member)}
	if flags&FlagEphemeral != 0 {
		m.seenBy = in.who.member.ID
	}
	return m
}

func (in *interaction) callbackObject() map[string]any {
	about := map[string]any{"id": in.id, "type": in.kind}
	resource := map[string]any{"type": in.reply.Type}
	if in.original != nil {
		about["response_message_id"] = in.original.ID
		about["response_message_loading"] = in.thinking
		about["response_message_ephemeral"] = in.original.Ephemeral()
		resource["message"] = *in.original
	}
	return map[string]any{"interaction": about, "resource": resource}
}
