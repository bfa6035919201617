package loopback

import "time"

// Identities a Server has when its Options name none.
const (
	Token         = "loopback-token"     // the bot's token, without "Bot "
	ApplicationID = "500000000000000001" // also the bot's user ID
	DefaultGuild  = "100000000000000001"
	DefaultPlace  = "200000000000000001" // #briefings, the first text channel
	AdminID       = "300000000000000001" // Ada, who administers the default guild
	MemberID      = "300000000000000002" // Ben, an ordinary member of it
)

// Options tune a Server. The zero value is one guild with three text channels,
// an administrator and an ordinary member, on the wall clock.
type Options struct {
	Token         string              // the only token accepted; "" means Token
	Guilds        []Guild             // nil means one guild, DefaultGuild
	Now           func() time.Time    // clock of every limit; nil means time.Now
	Judge         func(Request) error // asked about every body; what it objects to is kept for Problems
	NoPings       bool                // refuse a message whose allowed_mentions is absent or allows any mention
	Patience      time.Duration       // how long an interaction waits for its first answer; 0 means Discord's 3 s
	NonceWindow   time.Duration       // how long enforce_nonce remembers; 0 means 180 s
	Identifies    int                 // Identifies a day before the token is reset; 0 means 1000
	IdentifyEvery time.Duration       // Identifies closer together get op 9; 0 means no limit (Discord: 5 s)
	Heartbeat     time.Duration       // interval told in Hello; 0 means 45 s
	Privileged    int                 // privileged intents granted, as bits; others close with 4014
	Shards        int                 // number of shards /gateway/bot recommends; 0 means 1
	Buckets       bool                // limit POST of messages to 5 in 5 s a channel, with headers

	wallClock bool // Now is time.Now
}

// A Guild is a Discord server the bot is in.
type Guild struct {
	ID       string
	Name     string
	Channels []Channel
	Members  []Member
	Bot      Permissions // what the bot may do; 0 means everything a bot needs, without administering
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
	Denied   Permissions // what the bot may not do here, whatever the guild allows
}

// A Member is a person in a guild.
type Member struct {
	ID          string
	Name        string
	Permissions Permissions // as computed for every channel; 0 means an ordinary member's
	Locale      string      // client language; "" means en-US
}

// Permissions are Discord's permission bits.
type Permissions uint64

// The permissions this server looks at.
const (
	Administrator       Permissions = 1 << 3
	ManageGuild         Permissions = 1 << 5
	ViewChannel         Permissions = 1 << 10
	SendMessages        Permissions = 1 << 11
	ManageMessages      Permissions = 1 << 13
	EmbedLinks          Permissions = 1 << 14
	AttachFiles         Permissions = 1 << 15
	ReadMessageHistory  Permissions = 1 << 16
	MentionEveryone     Permissions = 1 << 17
	UseCommands         Permissions = 1 << 31
	CreatePublicThreads Permissions = 1 << 35
	SendInThreads       Permissions = 1 << 38

	ordinary = ViewChannel | SendMessages | ReadMessageHistory | UseCommands
	botNeeds = ordinary | EmbedLinks | AttachFiles | CreatePublicThreads | SendInThreads
)

// Has reports whether p includes every one of want; an administrator has all.
func (p Permissions) Has(want Permissions) bool {
	return p&Administrator != 0 || p&want == want
}

func (o Options) withDefaults() Options {
	if o.Token == "" {
		o.Token = Token
	}
	if o.Now == nil {
		o.Now, o.wallClock = time.Now, true
	}
	if o.Patience == 0 {
		o.Patience = firstAnswerLimit
	}
	if o.NonceWindow == 0 {
		o.NonceWindow = 180 * time.Second
	}
	if o.Identifies == 0 {
		o.Identifies = 1000
	}
	if o.Heartbeat == 0 {
		o.Heartbeat = 45 * time.Second
	}
	if o.Shards == 0 {
		o.Shards = 1
	}
	if o.Guilds == nil {
		o.Guilds = []Guild{defaultGuild()}
	}
	return o
}

func defaultGuild() Guild {
	return Guild{
		ID:   DefaultGuild,
		Name: "The Newsroom",
		Channels: []Channel{
			{ID: DefaultPlace, Name: "briefings"},
			{ID: "200000000000000002", Name: "news"},
			{ID: "200000000000000003", Name: "general"},
		},
		Members: []Member{
			{ID: AdminID, Name: "Ada", Permissions: ordinary | ManageGuild | Administrator},
			{ID: MemberID, Name: "Ben"},
		},
	}
}
