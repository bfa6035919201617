package loopback

import (
	"fmt"
	"slices"
	"strings"
)

// newMessage begins a message; post puts it into its channel.
func (s *Server) newMessage(ch *Channel, author User) *Message {
	return &Message{
		ID: s.state.ids.next(), ChannelID: ch.ID, GuildID: ch.GuildID, Author: author,
		Timestamp: timestamp(s.opts.Now()),
		Mentions:  []User{}, MentionRoles: []string{}, Attachments: []Attachment{},
		Embeds: []Embed{}, Components: []Component{},
	}
}

func (s *Server) post(m *Message) {
	s.state.messages[m.ChannelID] = append(s.state.messages[m.ChannelID], m)
	intent := intentGuildMessages
	if m.GuildID == "" {
		intent = intentDirectMessages
	}
	if m.visibleTo == "" {
		s.gateway.dispatch(m.GuildID, "MESSAGE_CREATE", *m, intent)
	}
}

// update writes an edit, or the answer after a deferral, into a message.
func (s *Server) update(m *Message, f *messageForm, files []File, pings ...string) {
	s.fill(m, f, files, pings...)
	m.EditedTimestamp = new(timestamp(s.opts.Now()))
	m.Flags &^= FlagLoading
}

// fill writes a checked form into a message. pings are the kinds of mention that notify when the form has no
// allowed_mentions; without them the message notifies no one, like an edit.
func (s *Server) fill(m *Message, f *messageForm, files []File, pings ...string) {
	if f.Content != nil {
		m.Content = strings.TrimSpace(*f.Content)
	}
	if f.Embeds != nil {
		m.Embeds = slices.Clone(f.Embeds)
		for i := range m.Embeds {
			m.Embeds[i].Type = "rich"
		}
	}
	if f.Components != nil {
		id := 0
		m.Components = numbered(f.Components, &id)
	}
	if f.Flags != nil {
		const lasting = FlagEphemeral | FlagComponentsV2
		m.Flags = m.Flags&lasting | *f.Flags&^FlagEphemeral
	}
	if f.Reference != nil {
		m.Reference, m.Type = f.Reference, 19
	}
	s.attach(m, f, files)
	if len(pings) > 0 {
		m.notifyAll(f.AllowedMentions, pings)
	}
}

// numbered gives an ID to every component without one, in the order they are shown.
func numbered(list []Component, id *int) []Component {
	list = append([]Component{}, list...)
	for i := range list {
		*id++
		if list[i].ID == 0 {
			list[i].ID = *id
		}
		list[i].Components = numbered(list[i].Components, id)
	}
	return list
}

// attach keeps the attachments the form names and adds its uploads.
func (s *Server) attach(m *Message, f *messageForm, files []File) {
	described := map[string]string{}
	if f.Attachments != nil {
		kept := map[string]bool{}
		for _, a := range f.Attachments {
			id := fmt.Sprint(a.ID)
			kept[id] = true
			described["files["+id+"]"] = a.Description
		}
		m.Attachments = slices.DeleteFunc(slices.Clone(m.Attachments), func(a Attachment) bool { return !kept[a.ID] })
	}
	for _, file := range files {
		id := s.state.ids.next()
		address := s.URL() + "/attachments/" + m.ChannelID + "/" + id + "/" + file.Name
		m.Attachments = append(m.Attachments, Attachment{
			ID: id, Filename: file.Name, Size: len(file.Data), ContentType: file.Type,
			Description: described[file.Field], URL: address, ProxyURL: address,
		})
	}
}
