package loopback

// A Guild is a Discord server the bot is in.
type Guild struct {
	ID       string
	Name     string
	Channels []Channel
	Members  []Member
	Bot      Permissions // the bot's permissions; 0 means all that a bot needs, without Administrator
}

// Kinds of channel.
const (
	TextChannel         = 0
	DirectMessage       = 1
	AnnouncementChannel = 5
	AnnouncementThread  = 10
	PublicThread        = 11
	PrivateThread       = 12
	ForumChannel        = 15
)

// A Channel is a place for messages.
type Channel struct {
	ID       string
	Name     string      // without '#'
	Type     int         // 0 is a text channel
	GuildID  string      // filled by the Server; "" in direct messages
	ParentID string      // channel a thread belongs to
	Denied   Permissions // withheld from the bot in this channel, even if the guild allows them
}

func (c *Channel) isThread() bool {
	return c.Type == PublicThread || c.Type == PrivateThread || c.Type == AnnouncementThread
}

// A Member is a person in a guild.
type Member struct {
	ID          string
	Name        string
	Permissions Permissions // as computed for every channel; 0 means an ordinary member's
}
