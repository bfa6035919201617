package loopback

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
)

// newMessage begins a message; post puts it into its channel.
func (s *Server) newMessage(ch *Channel, author User) *Message {
	return &Message{
		ID: s.ids.next(), ChannelID: ch.ID, GuildID: ch.GuildID, Author: author,
		Timestamp: stamp(s.opts.Now()),
		Mentions:  []User{}, MentionRoles: []string{}, Attachments: []Attachment{},
		Embeds: []Embed{}, Components: []Component{},
	}
}

func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000000-07:00") }

func (s *Server) post(m *Message) {
	s.world.messages[m.ChannelID] = append(s.world.messages[m.ChannelID], m)
	if m.seenBy == "" {
		s.dispatch(m.GuildID, "MESSAGE_CREATE", *m, messageIntent(m))
	}
	s.notify()
}

func messageIntent(m *Message) int {
	if m.GuildID == "" {
		return intentDirectMessages
	}
	return intentGuildMessages
}

func (s *Server) touch(m *Message) {
	at := stamp(s.opts.Now())
	m.EditedTimestamp = &at
	m.Flags &^= FlagLoading
	s.notify()
}

// fill writes a checked form into a message. pings are the kinds of mention that
// notify when the form has no allowed_mentions; without any the message notifies
// nobody, as an edit does.
func (s *Server) fill(m *Message, f *messageForm, files []File, pings ...string) {
	if f.Content != nil {
		m.Content = strings.TrimSpace(*f.Content)
	}
	if f.Embeds != nil {
		m.Embeds = slices.Clone(*f.Embeds)
		for i := range m.Embeds {
			m.Embeds[i].Type = "rich"
		}
	}
	if f.Components != nil {
		id := 0
		m.Components = numbered(*f.Components, &id)
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
		m.notifyAll(f, pings)
	}
}

// numbered gives every component without an ID one, in the order they are shown.
func numbered(list []Component, id *int) []Component {
	list = slices.Clone(list)
	for i := range list {
		*id++
		if list[i].ID == 0 {
			list[i].ID = *id
		}
		list[i].Components = numbered(list[i].Components, id)
	}
	if len(list) == 0 {
		return []Component{}
	}
	return list
}

// attach keeps the attachments the form names and adds its uploads.
func (s *Server) attach(m *Message, f *messageForm, files []File) {
	described := map[string]string{}
	if f.Attachments != nil {
		kept := map[string]bool{}
		for _, a := range *f.Attachments {
			id := fmt.Sprint(a.ID)
			kept[id] = true
			described["files["+id+"]"] = a.Description
		}
		m.Attachments = slices.DeleteFunc(slices.Clone(m.Attachments), func(a Attachment) bool { return !kept[a.ID] })
	}
	for _, file := range files {
		id := s.ids.next()
		address := s.URL() + "/attachments/" + m.ChannelID + "/" + id + "/" + file.Name
		s.rest.uploads[id] = file
		m.Attachments = append(m.Attachments, Attachment{
			ID: id, Filename: file.Name, Size: len(file.Data), ContentType: file.Type,
			Description: described[file.Field], URL: address, ProxyURL: address,
		})
	}
}

// Upload returns what a message's attachment holds, nil for an unknown ID.
func (s *Server) Upload(attachment string) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.rest.uploads[attachment].Data
}

var (
	mention = regexp.MustCompile(`@everyone|@here|<@!?\d+>|<@&\d+>`)
	// Discord removes these characters after a bot's own filter has run, so that
	// "@\u202Eeveryone" notifies everyone.
	invisible = regexp.MustCompile(`[\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{FEFF}]`)
)

// notifyAll works out whom the message notifies.
func (m *Message) notifyAll(f *messageForm, kinds []string) {
	a := f.AllowedMentions
	if a != nil {
		kinds = nil
		if a.Parse != nil {
			kinds = *a.Parse
		}
	} else {
		a = &allowedMentions{}
	}
	m.Pings = nil
	for _, found := range mention.FindAllString(m.shown(), -1) {
		id := strings.Trim(found, "<@!&>")
		switch {
		case found == "@everyone" || found == "@here":
			if slices.Contains(kinds, "everyone") {
				m.Pings = append(m.Pings, strings.TrimPrefix(found, "@"))
				m.MentionEveryone = true
			}
		case strings.HasPrefix(found, "<@&"):
			if slices.Contains(kinds, "roles") || slices.Contains(a.Roles, id) {
				m.Pings = append(m.Pings, "role:"+id)
				m.MentionRoles = append(m.MentionRoles, id)
			}
		case slices.Contains(kinds, "users") || slices.Contains(a.Users, id):
			m.Pings = append(m.Pings, "user:"+id)
		}
	}
}

// shown is the text in which mentions notify: content and text displays, not embeds.
func (m *Message) shown() string {
	text := m.Content
	Walk(m.Components, func(c Component) {
		if c.Type == TextDisplay {
			text += "\n" + c.Content
		}
	})
	return invisible.ReplaceAllString(text, "")
}

// repeated finds the message an enforced nonce stands for. A message deleted
// since answers 10008.
func (s *Server) repeated(f *messageForm) (any, error) {
	if !f.EnforceNonce || f.Nonce == nil {
		return nil, nil
	}
	use, ok := s.world.nonces[fmt.Sprint(f.Nonce)]
	if !ok || s.opts.Now().Sub(use.at) >= s.opts.NonceWindow {
		return nil, nil
	}
	m := s.world.anyMessage(use.message)
	if m == nil {
		return nil, unknownMessage()
	}
	return *m, nil
}

func (s *Server) remember(f *messageForm, m *Message) {
	if f.EnforceNonce && f.Nonce != nil {
		s.world.nonces[fmt.Sprint(f.Nonce)] = nonceUse{message: m.ID, at: s.opts.Now()}
	}
}
