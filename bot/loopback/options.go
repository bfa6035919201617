package loopback

import (
	"cmp"
	"time"
)

// Identities a Server has when its Options name none.
const (
	Token          = "loopback-token"     // the bot's token, without "Bot "
	ApplicationID  = "500000000000000001" // also the bot's user ID
	DefaultGuild   = "100000000000000001"
	DefaultChannel = "200000000000000001" // #briefings, the first text channel
	AdminID        = "300000000000000001" // Ada, an administrator of the default guild
	MemberID       = "300000000000000002" // Ben, an ordinary member of it
)

// Options tune a Server. The zero value is one guild with three text channels,
// an administrator and an ordinary member, on the wall clock.
type Options struct {
	Token             string              // the only token accepted; "" means Token
	Guilds            []Guild             // nil means one guild, DefaultGuild
	Now               func() time.Time    // clock of every limit; nil means time.Now
	Validate          func(Request) error // validates every body; its errors are kept, the request goes on
	NoPings           bool                // reject a message whose allowed_mentions is absent or allows any mention
	AnswerTimeout     time.Duration       // how long an interaction waits for its first answer; 0 means Discord's 3 s
	NonceWindow       time.Duration       // how long enforce_nonce remembers a nonce; 0 means 180 s
	IdentifiesPerDay  int                 // Identifies per day before the token is reset; 0 means 1000
	IdentifyInterval  time.Duration       // Identifies closer together get op 9; 0 means no limit (Discord: 5 s)
	HeartbeatInterval time.Duration       // heartbeat interval sent in Hello; 0 means 45 s
	Shards            int                 // number of shards /gateway/bot recommends; 0 means 1
	RateLimitMessages bool                // limit posted messages to 5 in 5 s per channel, with headers

	wallClock bool // Now is time.Now
}

// firstAnswerLimit is how long Discord waits for the first answer to an interaction.
// Source: developers/interactions/receiving-and-responding.
const firstAnswerLimit = 3 * time.Second

func (o Options) withDefaults() Options {
	if o.Now == nil {
		o.Now, o.wallClock = time.Now, true
	}
	if o.Guilds == nil {
		o.Guilds = []Guild{defaultGuild()}
	}
	o.Token = cmp.Or(o.Token, Token)
	o.AnswerTimeout = cmp.Or(o.AnswerTimeout, firstAnswerLimit)
	o.NonceWindow = cmp.Or(o.NonceWindow, 180*time.Second)
	o.IdentifiesPerDay = cmp.Or(o.IdentifiesPerDay, 1000)
	o.HeartbeatInterval = cmp.Or(o.HeartbeatInterval, 45*time.Second)
	o.Shards = cmp.Or(o.Shards, 1)
	return o
}

func defaultGuild() Guild {
	return Guild{
		ID:   DefaultGuild,
		Name: "The Newsroom",
		Channels: []Channel{
			{ID: DefaultChannel, Name: "briefings"},
			{ID: "200000000000000002", Name: "news"},
			{ID: "200000000000000003", Name: "general"},
		},
		Members: []Member{
			{ID: AdminID, Name: "Ada", Permissions: memberDefaults | ManageGuild | Administrator},
			{ID: MemberID, Name: "Ben"},
		},
	}
}
