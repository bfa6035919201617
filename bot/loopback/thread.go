package loopback

import (
	"slices"
)

type threadForm struct {
	Name    string       `json:"name"`
	Type    int          `json:"type"`
	Archive *int         `json:"auto_archive_duration"`
	Message *messageForm `json:"message"`
}

func (f *threadForm) check() error {
	t := tree{}
	t.between("name", f.Name, maxThreadName)
	if f.Archive != nil && !slices.Contains([]int{60, 1440, 4320, 10080}, *f.Archive) {
		t.add("auto_archive_duration", "BASE_TYPE_CHOICES", "Value must be one of (60, 1440, 4320, 10080).")
	}
	return t.err()
}

func startThreadFromMessage(s *Server, c *call) (any, error) {
	m, err := s.channelMessage(c, CreatePublicThreads)
	if err != nil {
		return nil, err
	}
	if s.world.channels[m.ID] != nil {
		return nil, refuse(400, 160004, "A thread has already been created for this message")
	}
	return s.openThread(c, m.ID, PublicThread)
}

func startThread(s *Server, c *call) (any, error) {
	ch, err := s.channel(c, CreatePublicThreads)
	if err != nil {
		return nil, err
	}
	if ch.Type == ForumChannel {
		return s.openPost(c)
	}
	return s.openThread(c, s.ids.next(), 0)
}

// openThread opens a thread; kind 0 takes the body's, private if it names none,
// as Discord does.
func (s *Server) openThread(c *call, id string, kind int) (any, error) {
	var form threadForm
	if err := c.into(&form); err != nil {
		return nil, err
	}
	if err := form.check(); err != nil {
		return nil, err
	}
	if kind == 0 {
		kind = form.Type
	}
	if kind == 0 {
		kind = PrivateThread
	}
	parent := s.world.channels[c.vars("channel_id")]
	thread := &Channel{ID: id, Name: form.Name, Type: kind, GuildID: parent.GuildID, ParentID: parent.ID}
	s.world.channels[id] = thread
	s.dispatch(thread.GuildID, "THREAD_CREATE", s.channelObject(thread), intentGuilds)
	return s.channelObject(thread), nil
}

// openPost opens a thread of a forum: it carries its first message, of the same ID.
func (s *Server) openPost(c *call) (any, error) {
	var form threadForm
	if err := c.into(&form); err != nil {
		return nil, err
	}
	if form.Message == nil {
		t := tree{}
		t.add("message", "BASE_TYPE_REQUIRED", "This field is required")
		return nil, t.err()
	}
	if err := s.checkMessage("message", form.Message, c.Files, purpose{flags: channelFlags}); err != nil {
		return nil, err
	}
	id := s.ids.next()
	object, err := s.openThread(c, id, PublicThread)
	if err != nil {
		return nil, err
	}
	m := s.newMessage(s.world.channels[id], botUser())
	m.ID = id
	s.fill(m, form.Message, c.Files, "users", "roles", "everyone")
	s.post(m)
	object.(map[string]any)["message"] = *m
	return object, nil
}
