package loopback

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// A state is what Discord keeps in its database: guilds, channels, messages, registered commands.
type state struct {
	ids      idMaker
	guilds   map[string]*Guild
	order    []string // guild IDs as given
	channels map[string]*Channel
	messages map[string][]*Message // by channel, oldest first, private ones too
	dms      map[string]string     // user ID to channel ID
	commands map[string]*CommandDefinition
	creates  map[string][]time.Time // by guild, "" for all guilds: when commands were created
	nonces   map[string]nonceUse    // by nonce; the bot is the only author
}

type nonceUse struct {
	message string
	at      time.Time
}

func newState(guilds []Guild, now func() time.Time) state {
	st := state{
		ids:      idMaker{now: now},
		guilds:   map[string]*Guild{},
		channels: map[string]*Channel{},
		messages: map[string][]*Message{},
		dms:      map[string]string{},
		commands: map[string]*CommandDefinition{},
		creates:  map[string][]time.Time{},
		nonces:   map[string]nonceUse{},
	}
	for _, g := range guilds {
		st.add(g)
	}
	return st
}

func (st *state) add(g Guild) {
	g.Bot = cmp.Or(g.Bot, botDefaults)
	g.Members = slices.Clone(g.Members)
	for i := range g.Members {
		g.Members[i].Permissions = cmp.Or(g.Members[i].Permissions, memberDefaults)
	}
	for _, c := range g.Channels {
		c.GuildID = g.ID
		st.channels[c.ID] = &c
	}
	g.Channels = nil
	st.guilds[g.ID] = &g
	st.order = append(st.order, g.ID)
}

// first is the first of a list that is accepted, nil if none.
func first[T any](list []*T, accept func(*T) bool) *T {
	if i := slices.IndexFunc(list, accept); i >= 0 {
		return list[i]
	}
	return nil
}

// channelsOf lists a guild's channels and threads by ID.
func (st *state) channelsOf(guild string) []*Channel {
	return byID(st.channels, func(c *Channel) bool { return c.GuildID == guild })
}

// channelNamed finds a channel of a guild by ID, name or "#name"; nil if none.
func (st *state) channelNamed(guild, name string) *Channel {
	name = strings.TrimPrefix(name, "#")
	return first(st.channelsOf(guild), func(c *Channel) bool { return c.ID == name || strings.EqualFold(c.Name, name) })
}

func (st *state) directChannel(user string) *Channel {
	id := st.dms[user]
	if id == "" {
		id = st.ids.next()
		st.dms[user] = id
		st.channels[id] = &Channel{ID: id, Type: DirectMessage}
	}
	return st.channels[id]
}

// memberWhere finds the first member of a guild that is accepted, nil if none.
func (st *state) memberWhere(guild string, accept func(*Member) bool) *Member {
	if g := st.guilds[guild]; g != nil {
		for i := range g.Members {
			if accept(&g.Members[i]) {
				return &g.Members[i]
			}
		}
	}
	return nil
}

// member finds a member of a guild by ID; "" is its first member.
func (st *state) member(guild, user string) *Member {
	return st.memberWhere(guild, func(m *Member) bool { return user == "" || m.ID == user })
}

// user finds a person in any guild by ID, nil if none.
func (st *state) user(id string) *Member {
	for _, guild := range st.order {
		if m := st.member(guild, id); m != nil && id != "" {
			return m
		}
	}
	return nil
}

// botMay is what the bot is allowed in a channel: everything in direct messages, nothing in a guild it has left.
func (st *state) botMay(c *Channel) Permissions {
	if c.GuildID == "" {
		return botDefaults
	}
	g := st.guilds[c.GuildID]
	if g == nil {
		return 0
	}
	denied := c.Denied
	if parent := st.channels[c.ParentID]; parent != nil {
		denied |= parent.Denied
	}
	return g.Bot &^ denied
}

// message finds a message of a channel, nil if none.
func (st *state) message(channel, id string) *Message {
	return first(st.messages[channel], func(m *Message) bool { return m.ID == id })
}

// anyMessage finds a message in any channel, nil if none.
func (st *state) anyMessage(id string) *Message {
	for channel := range st.messages {
		if m := st.message(channel, id); m != nil {
			return m
		}
	}
	return nil
}

func (st *state) removeMessage(m *Message) {
	list := st.messages[m.ChannelID]
	st.messages[m.ChannelID] = slices.DeleteFunc(list, func(x *Message) bool { return x == m })
}

// commandsOf lists the commands registered for a guild, "" for all guilds, by ID.
func (st *state) commandsOf(guild string) []*CommandDefinition {
	return byID(st.commands, func(d *CommandDefinition) bool { return d.GuildID == guild })
}

// command finds a registered command by kind and name, nil if none.
func (st *state) command(guild string, kind int, name string) *CommandDefinition {
	return first(st.commandsOf(guild), func(d *CommandDefinition) bool { return d.Type == kind && d.Name == name })
}
