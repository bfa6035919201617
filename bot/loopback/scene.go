package loopback

import (
	"cmp"
	"fmt"
	"slices"
)

// Messages lists what stands in a channel for everybody to read, oldest first.
// Replies only one member sees are not among them.
func (s *Server) Messages(channel string) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []Message
	for _, m := range s.world.messages[channel] {
		if m.seenBy == "" {
			list = append(list, *m)
		}
	}
	return list
}

// Commands lists the registered commands, those of every guild first, in the
// order they were registered.
func (s *Server) Commands() []Definition {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []Definition
	for _, d := range s.world.commands {
		list = append(list, *d)
	}
	slices.SortFunc(list, func(a, b Definition) int {
		if (a.GuildID == "") != (b.GuildID == "") {
			return len(a.GuildID) - len(b.GuildID)
		}
		return compareIDs(a.ID, b.ID)
	})
	return list
}

// Channels lists the channels of a guild by ID.
func (s *Server) Channels(guild string) []Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []Channel
	for _, c := range s.world.channelsOf(guild) {
		list = append(list, *c)
	}
	return list
}

// Guilds lists the guilds the bot is in, without their channels.
func (s *Server) Guilds() []Guild {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []Guild
	for _, id := range s.world.order {
		g := *s.world.guilds[id]
		g.Members = slices.Clone(g.Members)
		list = append(list, g)
	}
	return list
}

// Say puts a message of a member into the actor's channel.
func (s *Server) Say(a Actor, content string) (Message, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	who, err := s.resolve(a)
	if err != nil {
		return Message{}, fmt.Errorf("say something: %w", err)
	}
	m := s.newMessage(who.channel, userOf(who.member))
	m.Content = content
	s.post(m)
	return *m, nil
}

// AddGuild lets a guild invite the bot.
func (s *Server) AddGuild(g Guild) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.world.add(g)
	s.dispatch(g.ID, "GUILD_CREATE", s.guildCreate(g.ID), intentGuilds)
}

// RemoveGuild throws the bot out of a guild: its channels answer 50001 from now on.
func (s *Server) RemoveGuild(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.world.guilds, id)
	s.world.order = slices.DeleteFunc(s.world.order, func(x string) bool { return x == id })
	s.dispatch(id, "GUILD_DELETE", map[string]any{"id": id}, intentGuilds)
}

// RemoveChannel deletes a channel: it answers 10003 from now on.
func (s *Server) RemoveChannel(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.world.channels[id]
	if c == nil {
		return
	}
	delete(s.world.channels, id)
	delete(s.world.messages, id)
	s.dispatch(c.GuildID, "CHANNEL_DELETE", s.channelObject(c), intentGuilds)
}

// Deny takes permissions from the bot in a channel, and gives back those it had
// been denied there before.
func (s *Server) Deny(channel string, denied Permissions) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.world.channels[channel]; c != nil {
		c.Denied = denied
		s.dispatch(c.GuildID, "CHANNEL_UPDATE", s.channelObject(c), intentGuilds)
	}
}

// Grant gives a member exactly these permissions from now on.
func (s *Server) Grant(guild, user string, p Permissions) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if m := s.world.member(guild, user); m != nil {
		m.Permissions = p
	}
}

// DirectMessages is the ID of the channel between the bot and a user.
func (s *Server) DirectMessages(user string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.directChannel(user).ID
}

func (s *Server) directChannel(user string) *Channel {
	id := s.world.dms[user]
	if id == "" {
		id = s.ids.next()
		s.world.dms[user] = id
		s.world.channels[id] = &Channel{ID: id, Type: DirectMessage}
	}
	return s.world.channels[id]
}

func compareIDs(a, b string) int { return cmp.Compare(number(a), number(b)) }
