package loopback

import (
	"strings"
	"time"
)

// A Message is a message as Discord stores and shows it.
type Message struct {
	ID              string               `json:"id"`
	ChannelID       string               `json:"channel_id"`
	GuildID         string               `json:"guild_id,omitempty"`
	Type            int                  `json:"type"`
	Author          User                 `json:"author"`
	Content         string               `json:"content"`
	Timestamp       string               `json:"timestamp"`
	EditedTimestamp *string              `json:"edited_timestamp"`
	TTS             bool                 `json:"tts"`
	MentionEveryone bool                 `json:"mention_everyone"`
	Mentions        []User               `json:"mentions"`
	MentionRoles    []string             `json:"mention_roles"`
	Attachments     []Attachment         `json:"attachments"`
	Embeds          []Embed              `json:"embeds"`
	Components      []Component          `json:"components"`
	Pinned          bool                 `json:"pinned"`
	Flags           int                  `json:"flags"`
	Nonce           any                  `json:"nonce,omitempty"`
	ApplicationID   string               `json:"application_id,omitempty"`
	WebhookID       string               `json:"webhook_id,omitempty"`
	Interaction     *InteractionMetadata `json:"interaction_metadata,omitempty"`
	Reference       *Reference           `json:"message_reference,omitempty"`

	// Pings names who was notified: "everyone", "here", "user:ID", "role:ID".
	Pings []string `json:"-"`

	visibleTo string // the only user who sees it; "" for everybody
}

// Flags of a message.
const (
	FlagCrossposted           = 1 << 0
	FlagSuppressEmbeds        = 1 << 2
	FlagEphemeral             = 1 << 6
	FlagLoading               = 1 << 7
	FlagSuppressNotifications = 1 << 12
	FlagComponentsV2          = 1 << 15
)

// Ephemeral reports whether only one member sees the message.
func (m Message) Ephemeral() bool { return m.Flags&FlagEphemeral != 0 }

// A User is an account.
type User struct {
	ID            string  `json:"id"`
	Username      string  `json:"username"`
	GlobalName    *string `json:"global_name"`
	Discriminator string  `json:"discriminator"`
	Avatar        *string `json:"avatar"`
	Bot           bool    `json:"bot,omitempty"`
	PublicFlags   int     `json:"public_flags"`
}

// An InteractionMetadata says which interaction a message answers.
type InteractionMetadata struct {
	ID   string `json:"id"`
	Type int    `json:"type"`
	Name string `json:"name,omitempty"`
	User User   `json:"user"`
}

// A Reference points to the message another one replies to.
type Reference struct {
	MessageID string `json:"message_id"`
	ChannelID string `json:"channel_id,omitempty"`
	GuildID   string `json:"guild_id,omitempty"`
}

// An Attachment is a file of a message.
type Attachment struct {
	ID          string `json:"id"`
	Filename    string `json:"filename"`
	Description string `json:"description,omitempty"`
	Size        int    `json:"size"`
	URL         string `json:"url"`
	ProxyURL    string `json:"proxy_url"`
	ContentType string `json:"content_type,omitempty"`
}

// userOf is the account of a member.
func userOf(m *Member) User {
	name := m.Name
	return User{ID: m.ID, Username: strings.ToLower(m.Name), GlobalName: &name, Discriminator: "0"}
}

func botUser() User {
	return User{ID: ApplicationID, Username: "rapporteur", Discriminator: "5421", Bot: true, PublicFlags: 1 << 19}
}

// timestamp writes a time as Discord's JSON does.
func timestamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000000-07:00") }
