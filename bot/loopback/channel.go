package loopback

import (
	"slices"
	"strconv"
)

func channelRoutes() []route {
	return []route{
		{pattern: "GET /channels/{channel_id}", do: getChannel},
		{pattern: "GET /channels/{channel_id}/messages", do: listMessages},
		{pattern: "POST /channels/{channel_id}/messages", do: createMessage},
		{pattern: "GET /channels/{channel_id}/messages/{message_id}", do: getMessage},
		{pattern: "PATCH /channels/{channel_id}/messages/{message_id}", do: editMessage},
		{pattern: "DELETE /channels/{channel_id}/messages/{message_id}", do: deleteMessage},
		{pattern: "POST /channels/{channel_id}/messages/{message_id}/crosspost", do: crosspost},
		{pattern: "POST /channels/{channel_id}/messages/{message_id}/threads", do: startThreadFromMessage},
		{pattern: "POST /channels/{channel_id}/threads", do: startThread},
		{pattern: "POST /channels/{channel_id}/typing", do: typing},
	}
}

// channel finds the channel of a call and demands permissions in it: without
// ViewChannel the bot has no access at all.
func (s *Server) channel(c *call, want Permissions) (*Channel, error) {
	ch := s.world.channels[c.vars("channel_id")]
	if ch == nil {
		return nil, unknownChannel()
	}
	may := s.world.botMay(ch)
	switch {
	case !may.Has(ViewChannel):
		return nil, missingAccess()
	case !may.Has(want):
		return nil, missingPermission()
	}
	return ch, nil
}

func (s *Server) channelMessage(c *call, want Permissions) (*Message, error) {
	ch, err := s.channel(c, want)
	if err != nil {
		return nil, err
	}
	m := s.world.message(ch.ID, c.vars("message_id"))
	if m == nil || m.seenBy != "" {
		return nil, unknownMessage()
	}
	return m, nil
}

func getChannel(s *Server, c *call) (any, error) {
	ch, err := s.channel(c, 0)
	if err != nil {
		return nil, err
	}
	return s.channelObject(ch), nil
}

func typing(s *Server, c *call) (any, error) {
	_, err := s.channel(c, SendMessages)
	return nil, err
}

func getMessage(s *Server, c *call) (any, error) {
	m, err := s.channelMessage(c, ReadMessageHistory)
	if err != nil {
		return nil, err
	}
	return *m, nil
}

// listMessages answers newest first; with "after" the ones that follow it first
// in time are taken, with "before" or neither the newest.
func listMessages(s *Server, c *call) (any, error) {
	ch, err := s.channel(c, ReadMessageHistory)
	if err != nil {
		return nil, err
	}
	limit := 50
	if text := c.Query.Get("limit"); text != "" {
		limit, err = strconv.Atoi(text)
		if err != nil || limit < 1 || limit > 100 {
			t := tree{}
			t.add("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.")
			return nil, t.err()
		}
	}
	after, before := number(c.Query.Get("after")), number(c.Query.Get("before"))
	list := []Message{}
	for _, m := range s.world.messages[ch.ID] {
		id := number(m.ID)
		if m.seenBy == "" && id > after && (before == 0 || id < before) {
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
	ch := s.world.channels[c.vars("channel_id")]
	want := SendMessages
	if ch != nil && ch.isThread() {
		want = SendInThreads
	}
	if len(c.Files) > 0 {
		want |= AttachFiles
	}
	ch, err := s.channel(c, want)
	if err != nil {
		return nil, err
	}
	var form messageForm
	if err := c.into(&form); err != nil {
		return nil, err
	}
	if ch.Type == ForumChannel {
		return nil, refuse(400, 50008, "Cannot send messages in a non-text channel")
	}
	if err := s.checkMessage("", &form, c.Files, purpose{flags: channelFlags}); err != nil {
		return nil, err
	}
	if old, err := s.repeated(&form); old != nil || err != nil {
		return old, err
	}
	m := s.newMessage(ch, botUser())
	s.fill(m, &form, c.Files, "users", "roles", "everyone")
	m.Nonce = form.Nonce
	s.post(m)
	s.remember(&form, m)
	return *m, nil
}

func editMessage(s *Server, c *call) (any, error) {
	m, err := s.channelMessage(c, 0)
	if err != nil {
		return nil, err
	}
	if m.Author.ID != ApplicationID {
		return nil, notAuthor()
	}
	return s.edit(m, c)
}

// edit changes a message of the bot as the call's body says.
func (s *Server) edit(m *Message, c *call) (any, error) {
	var form messageForm
	if err := c.into(&form); err != nil {
		return nil, err
	}
	if err := s.checkMessage("", &form, c.Files, purpose{flags: editFlags, prior: m}); err != nil {
		return nil, err
	}
	s.fill(m, &form, c.Files)
	s.touch(m)
	return *m, nil
}

func deleteMessage(s *Server, c *call) (any, error) {
	m, err := s.channelMessage(c, 0)
	if err != nil {
		return nil, err
	}
	if m.Author.ID != ApplicationID && !s.world.botMay(s.world.channels[m.ChannelID]).Has(ManageMessages) {
		return nil, missingPermission()
	}
	s.world.remove(m)
	return nil, nil
}

// crosspost publishes a message of an announcement channel to its followers.
func crosspost(s *Server, c *call) (any, error) {
	m, err := s.channelMessage(c, SendMessages)
	if err != nil {
		return nil, err
	}
	if s.world.channels[m.ChannelID].Type != AnnouncementChannel {
		return nil, refuse(400, 50024, "Cannot execute action on this channel type")
	}
	m.Flags |= FlagCrossposted
	return *m, nil
}
