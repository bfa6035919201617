package loopback

import "time"

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

// tokenLife is how long an interaction's token works. Source: developers/interactions/receiving-and-responding.
const tokenLife = 15 * time.Minute

// A Reply is what a member sees in answer to an action.
type Reply struct {
	Interaction string        // ID of the interaction
	Type        int           // kind of the first answer, AnswerMessage for example
	Message     *Message      // the answer, or the component's message once changed; nil if there is none
	Updated     bool          // Message is the component's message, changed
	FollowUps   []Message     // further messages, oldest first
	Choices     []Choice      // of an autocompletion
	Modal       *Modal        // the form opened
	Latency     time.Duration // from the action to the first answer, by Options.Now
}

// All lists the reply's messages in the order they are shown.
func (r Reply) All() []Message {
	var list []Message
	if r.Message != nil {
		list = append(list, *r.Message)
	}
	return append(list, r.FollowUps...)
}

// An interaction is one action of a member, from its event until its token ends.
type interaction struct {
	id, token string
	kind      int
	name      string // of the command
	at        time.Time
	actor     resolvedActor
	source    *Message // the message a component or modal belongs to
	answered  bool
	late      bool // answered after the limit: the member saw an error
	reply     Reply
	followUps []string // IDs of further messages
	original  *Message // @original: the answer, or the component's message once updated
	thinking  bool     // deferred, and nothing sent yet
}

// hasFirstAnswer reports whether the first answer has come, in time or not.
func (in *interaction) hasFirstAnswer() bool { return in.late || in.answered }

// complete reports whether what the first answer promised has come.
func (in *interaction) complete() bool {
	switch in.reply.Type {
	case AnswerDefer:
		return !in.thinking
	case AnswerDeferUpdate:
		return in.reply.Updated || len(in.followUps) > 0
	}
	return true
}

// accepts reports whether an answer of a kind fits the interaction.
func (in *interaction) accepts(answer int) bool {
	switch answer {
	case AnswerMessage, AnswerDefer:
		return in.kind != interactionAutocomplete
	case AnswerDeferUpdate, AnswerUpdate:
		return in.source != nil
	case AnswerChoices:
		return in.kind == interactionAutocomplete
	case AnswerModal:
		return in.kind == interactionCommand || in.kind == interactionComponent
	}
	return false
}

// payload is what every interaction carries, of any kind.
func (st *state) payload(in *interaction) map[string]any {
	a := in.actor
	channel := st.channelObject(a.channel)
	p := map[string]any{
		"id": in.id, "application_id": ApplicationID, "type": in.kind, "token": in.token, "version": 1,
		"channel_id": a.channel.ID, "channel": channel, "locale": "en-US",
		"app_permissions": st.botMay(a.channel).decimal(), "attachment_size_limit": fileLimit,
		"entitlements": []any{}, "entitlement_sku_ids": []any{},
	}
	if a.guild == "" {
		p["user"], p["context"] = userOf(a.member), 1
		p["authorizing_integration_owners"] = map[string]string{"0": "0"}
		return p
	}
	channel["permissions"] = a.member.Permissions.decimal()
	p["guild_id"], p["guild_locale"], p["context"] = a.guild, "en-US", 0
	p["guild"] = map[string]any{"id": a.guild, "locale": "en-US", "features": []string{}}
	p["member"] = memberObject(a.member)
	p["authorizing_integration_owners"] = map[string]string{"0": a.guild}
	return p
}

// currentReply copies a reply with its messages as they are now.
func (st *state) currentReply(in *interaction) Reply {
	r := in.reply
	r.Interaction = in.id
	if in.original != nil && !in.thinking && (in.original != in.source || r.Updated) {
		if m := st.message(in.original.ChannelID, in.original.ID); m != nil {
			shown := *m
			r.Message = &shown
		}
	}
	for _, id := range in.followUps {
		if m := st.message(in.actor.channel.ID, id); m != nil {
			r.FollowUps = append(r.FollowUps, *m)
		}
	}
	return r
}

// callbackObject is the answer to a callback that asks for one.
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
