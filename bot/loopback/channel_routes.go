package loopback

import (
	"fmt"
	"slices"
	"strconv"
)

func getChannel(s *Server, _ *call, ch *Channel) (any, error) { return s.state.channelObject(ch), nil }

func typing(*Server, *call, *Channel) (any, error) { return nil, nil }

// listMessages lists the newest message first: of those that follow "after" the first ones, without it the newest.
func listMessages(s *Server, c *call, ch *Channel) (any, error) {
	limit := 50
	if text := c.Query.Get("limit"); text != "" {
		var err error
		limit, err = strconv.Atoi(text)
		if err != nil || limit < 1 || limit > 100 {
			return nil, badForm("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.")
		}
	}
	after, before := number(c.Query.Get("after")), number(c.Query.Get("before"))
	list := []Message{}
	for _, m := range s.state.messages[ch.ID] {
		id := number(m.ID)
		if m.visibleTo == "" && id > after && (before == 0 || id < before) {
			list = append(list, *m)
		}
	}
	if over := len(list) - limit; over > 0 && after > 0 {
		list = list[:limit]
	} else if over > 0 {
		list = list[over:]
	}
	slices.Reverse(list)
	return list, nil
}

func createMessage(s *Server, c *call) (any, error) {
	want := SendMessages
	if ch := s.state.channels[c.vars("channel_id")]; ch != nil && ch.isThread() {
		want = SendInThreads
	}
	if len(c.Files) > 0 {
		want |= AttachFiles
	}
	ch, err := s.channel(c, want)
	if err != nil {
		return nil, err
	}
	if ch.Type == ForumChannel {
		return nil, refuse(400, 50008, "Cannot send messages in a non-text channel")
	}
	f, err := s.messageBody(c, channelFlags, nil)
	if err != nil {
		return nil, err
	}
	enforced := f.EnforceNonce && f.Nonce != nil
	if use, ok := s.state.nonces[fmt.Sprint(f.Nonce)]; enforced && ok && s.opts.Now().Sub(use.at) < s.opts.NonceWindow {
		if m := s.state.anyMessage(use.message); m != nil {
			return *m, nil
		}
		return nil, unknownMessage()
	}
	m := s.newMessage(ch, botUser())
	s.fill(m, f, c.Files, "users", "roles", "everyone")
	m.Nonce = f.Nonce
	s.post(m)
	if enforced {
		s.state.nonces[fmt.Sprint(f.Nonce)] = nonceUse{message: m.ID, at: s.opts.Now()}
	}
	return *m, nil
}

func editOwnMessage(s *Server, c *call, m *Message) (any, error) {
	if m.Author.ID != ApplicationID {
		return nil, notAuthor()
	}
	return s.editMessage(c, m)
}

func deleteMessage(s *Server, _ *call, m *Message) (any, error) {
	if m.Author.ID != ApplicationID && !s.state.botMay(s.state.channels[m.ChannelID]).Has(ManageMessages) {
		return nil, missingPermission()
	}
	s.state.removeMessage(m)
	return nil, nil
}

// crosspost publishes a message of an announcement channel to its followers.
func crosspost(s *Server, _ *call, m *Message) (any, error) {
	if s.state.channels[m.ChannelID].Type != AnnouncementChannel {
		return nil, refuse(400, 50024, "Cannot execute action on this channel type")
	}
	m.Flags |= FlagCrossposted
	return *m, nil
}
