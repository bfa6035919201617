package loopback

import (
	"cmp"
	"slices"
)

type threadForm struct {
	Name    string       `json:"name"`
	Type    int          `json:"type"`
	Archive *int         `json:"auto_archive_duration"`
	Message *messageForm `json:"message"`
}

func startThreadFromMessage(s *Server, c *call, m *Message) (any, error) {
	if s.state.channels[m.ID] != nil {
		return nil, refuse(400, 160004, "A thread has already been created for this message")
	}
	return s.openThread(c, s.state.channels[m.ChannelID], m.ID, PublicThread)
}

func startThread(s *Server, c *call, ch *Channel) (any, error) {
	if ch.Type == ForumChannel {
		return s.openForumThread(c, ch)
	}
	return s.openThread(c, ch, s.state.ids.next(), 0)
}

// openThread opens a thread; kind 0 takes the body's, private if it names none, as Discord does.
func (s *Server) openThread(c *call, parent *Channel, id string, kind int) (map[string]any, error) {
	var form threadForm
	if err := c.into(&form); err != nil {
		return nil, err
	}
	e := formErrors{}
	e.between("name", form.Name, 100)
	if form.Archive != nil && !slices.Contains([]int{60, 1440, 4320, 10080}, *form.Archive) {
		e.notOneOf("auto_archive_duration", "60, 1440, 4320, 10080")
	}
	if err := e.err(); err != nil {
		return nil, err
	}
	kind = cmp.Or(kind, form.Type, PrivateThread)
	thread := &Channel{ID: id, Name: form.Name, Type: kind, GuildID: parent.GuildID, ParentID: parent.ID}
	s.state.channels[id] = thread
	s.gateway.dispatch(thread.GuildID, "THREAD_CREATE", s.state.channelObject(thread), intentGuilds)
	return s.state.channelObject(thread), nil
}

// openForumThread opens a thread of a forum with its first message, which has the same ID.
func (s *Server) openForumThread(c *call, forum *Channel) (any, error) {
	var form threadForm
	if err := c.into(&form); err != nil {
		return nil, err
	}
	if form.Message == nil {
		return nil, badForm("message", "BASE_TYPE_REQUIRED", "This field is required")
	}
	if err := form.Message.check("message", c.Files, channelFlags, nil, s.opts.NoPings); err != nil {
		return nil, err
	}
	id := s.state.ids.next()
	object, err := s.openThread(c, forum, id, PublicThread)
	if err != nil {
		return nil, err
	}
	m := s.newMessage(s.state.channels[id], botUser())
	m.ID = id
	s.fill(m, form.Message, c.Files, "users", "roles", "everyone")
	s.post(m)
	object["message"] = *m
	return object, nil
}
