package loopback

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// A world is what stands in Discord's own database: guilds, channels, messages,
// registered commands.
type world struct {
	guilds   map[string]*Guild
	order    []string // guild IDs as given
	channels map[string]*Channel
	messages map[string][]*Message // by channel, oldest first, private ones too
	dms      map[string]string     // user ID to channel ID
	commands map[string]*Definition
	creates  map[string][]time.Time // by scope: when commands were created
	nonces   map[string]nonceUse    // by author and nonce
}

type nonceUse struct {
	message string
	at      time.Time
}

func newWorld(guilds []Guild) world {
	w := world{
		guilds:   map[string]*Guild{},
		channels: map[string]*Channel{},
		messages: map[string][]*Message{},
		dms:      map[string]string{},
		commands: map[string]*Definition{},
		creates:  map[string][]time.Time{},
		nonces:   map[string]nonceUse{},
	}
	for _, g := range guilds {
		w.add(g)
	}
	return w
}

func (w *world) add(g Guild) {
	if g.Bot == 0 {
		g.Bot = botNeeds
	}
	g.Members = slices.Clone(g.Members)
	for i := range g.Members {
		if g.Members[i].Permissions == 0 {
			g.Members[i].Permissions = ordinary
		}
	}
	channels := g.Channels
	g.Channels = nil
	w.guilds[g.ID] = &g
	w.order = append(w.order, g.ID)
	for _, c := range channels {
		c.GuildID = g.ID
		w.channels[c.ID] = &c
	}
}

// channelsOf lists a guild's channels and threads by ID.
func (w *world) channelsOf(guild string) []*Channel {
	var list []*Channel
	for _, id := range slices.Sorted(maps.Keys(w.channels)) {
		if c := w.channels[id]; c.GuildID == guild {
			list = append(list, c)
		}
	}
	return list
}

// channelNamed finds a channel of a guild by ID, name or "#name"; nil if none.
func (w *world) channelNamed(guild, name string) *Channel {
	name = strings.TrimPrefix(name, "#")
	for _, c := range w.channelsOf(guild) {
		if c.ID == name || strings.EqualFold(c.Name, name) {
			return c
		}
	}
	return nil
}

func (w *world) member(guild, user string) *Member {
	g := w.guilds[guild]
	if g == nil {
		return nil
	}
	for i := range g.Members {
		if g.Members[i].ID == user {
			return &g.Members[i]
		}
	}
	return nil
}

func (w *world) person(user string) *Member {
	for _, id := range w.order {
		if m := w.member(id, user); m != nil {
			return m
		}
	}
	return nil
}

// botMay is what the bot is allowed in a channel: everything in direct messages,
// nothing in a guild it has left.
func (w *world) botMay(c *Channel) Permissions {
	if c.GuildID == "" {
		return botNeeds
	}
	g := w.guilds[c.GuildID]
	if g == nil {
		return 0
	}
	denied := c.Denied
	if parent := w.channels[c.ParentID]; parent != nil {
		denied |= parent.Denied
	}
	return g.Bot &^ denied
}

func (w *world) message(channel, id string) *Message {
	for _, m := range w.messages[channel] {
		if m.ID == id {
			return m
		}
	}
	return nil
}

func (w *world) anyMessage(id string) *Message {
	for _, list := range w.messages {
		for _, m := range list {
			if m.ID == id {
				return m
			}
		}
	}
	return nil
}

func (w *world) remove(m *Message) {
	w.messages[m.ChannelID] = slices.DeleteFunc(w.messages[m.ChannelID], func(x *Message) bool { return x == m })
}

func userOf(m *Member) User {
	name := m.Name
	return User{ID: m.ID, Username: strings.ToLower(m.Name), GlobalName: &name, Discriminator: "0"}
}

func botUser() User {
	return User{ID: ApplicationID, Username: "rapporteur", Discriminator: "5421", Bot: true, PublicFlags: 1 << 19}
}
