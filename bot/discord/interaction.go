package discord

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// The kinds of interaction, numbered as Discord numbers them (Receiving and
// Responding, "Interaction Type").
const (
	InteractionCommand      = 2
	InteractionComponent    = 3
	InteractionAutocomplete = 4
)

// An interaction is the part of INTERACTION_CREATE that this program reads. It is
// decoded from the raw event: discordgo's own type fails as a whole on a component
// type it does not know.
type Interaction struct {
	ID      string          `json:"id"`
	AppID   string          `json:"application_id"`
	Type    int             `json:"type"`
	Token   string          `json:"token"`
	Guild   string          `json:"guild_id"`
	Channel string          `json:"channel_id"`
	Context int             `json:"context"`
	Locale  string          `json:"locale"` // of the member's client
	Place   channelKind     `json:"channel"`
	Member  *Member         `json:"member"`
	User    *User           `json:"user"`
	Ours    *Permissions    `json:"app_permissions"` // what this bot may do in the channel; nil where Discord does not say
	Data    InteractionData `json:"data"`
}

type channelKind struct {
	Type int `json:"type"`
}

// posting is the permission to post in such a place. Threads are the channel types 10 to
// 12.
func (p channelKind) PostPermission() Permissions {
	if p.Type >= 10 && p.Type <= 12 {
		return sendMessagesInThreads
	}
	return SendMessages
}

type Member struct {
	User        User        `json:"user"`
	Permissions Permissions `json:"permissions"`
}

type User struct {
	ID string `json:"id"`
}

type InteractionData struct {
	Name     string        `json:"name"`
	Type     int           `json:"type"` // of command: 1 slash, 3 message
	CustomID string        `json:"custom_id"`
	TargetID string        `json:"target_id"`
	Options  []TypedOption `json:"options"`
	Resolved struct {
		Messages map[string]chosenMessage `json:"messages"`
		Channels map[string]struct{}      `json:"channels"` // of the guild, that options name
	} `json:"resolved"`
}

// A chosenMessage is the one whose menu a command was chosen from. News often comes as an
// embed without content, and a message that is passed on as a snapshot.
type chosenMessage struct {
	Content string `json:"content"`
	Embeds  []struct {
		Title       string `json:"title"`
		Description string `json:"description"`
	} `json:"embeds"`
	Snapshots []struct {
		Message struct {
			Content string `json:"content"`
		} `json:"message"`
	} `json:"message_snapshots"`
}

// words are what the message says: its content, else what it passes on, else the first
// words of an embed; "" when it has none.
func (m chosenMessage) Text() string {
	all := []string{m.Content}
	for _, s := range m.Snapshots {
		all = append(all, s.Message.Content)
	}
	for _, e := range m.Embeds {
		all = append(all, e.Description, e.Title)
	}
	for _, words := range all {
		if PlainText(words) != "" {
			return words
		}
	}
	return ""
}

type TypedOption struct {
	Name    string          `json:"name"`
	Type    int             `json:"type"`
	Value   json.RawMessage `json:"value"`
	Focused bool            `json:"focused"`
	Options []TypedOption   `json:"options"`
}

// text is the option's value as it was typed, whatever its JSON type.
func (o TypedOption) Text() string {
	var s string
	if json.Unmarshal(o.Value, &s) == nil {
		return s
	}
	return string(o.Value)
}

// dayFirst reports whether the member's language writes 3/4 for the third of April.
func (ix *Interaction) DayFirst() bool {
	switch ix.Locale {
	case "", "en-US", "ja", "ko", "zh-CN", "zh-TW", "hu", "lt":
		return false
	}
	return true
}

// userID is who pressed: in a guild the member, elsewhere the user.
func (ix *Interaction) UserID() string {
	switch {
	case ix.Member != nil:
		return ix.Member.User.ID
	case ix.User != nil:
		return ix.User.ID
	}
	return ""
}

// may reports whether the member holds one of the permissions here. Outside a guild
// nobody holds any.
func (ix *Interaction) HasPermission(any Permissions) bool {
	return ix.Guild != "" && ix.Member != nil && ix.Member.Permissions&(any|Administrator) != 0
}

// shut reports whether Discord says that this bot may not post in the channel.
func (ix *Interaction) CannotPost() bool {
	need := viewChannel | ix.Place.PostPermission()
	return ix.Guild != "" && ix.Ours != nil && *ix.Ours&Administrator == 0 && *ix.Ours&need != need
}

// made is when Discord made the interaction, read from its ID; zero when the ID is no
// snowflake.
func (ix *Interaction) Created() time.Time {
	n, err := strconv.ParseUint(ix.ID, 10, 64)
	if err != nil {
		return time.Time{}
	}
	return time.UnixMilli(int64(n>>22) + DiscordEpoch)
}

// readInteraction decodes the data of an INTERACTION_CREATE event.
func ReadInteraction(raw []byte) (*Interaction, error) {
	var ix Interaction
	if err := json.Unmarshal(raw, &ix); err != nil {
		return nil, fmt.Errorf("decode interaction: %w", err)
	}
	if ix.ID == "" || ix.Token == "" {
		return nil, fmt.Errorf("decode interaction: it has no id or no token")
	}
	return &ix, nil
}

// path is a command's full name, with the options under its last word.
func (d InteractionData) Path() (string, []TypedOption) {
	const subcommand, group = 1, 2
	words, options := []string{d.Name}, d.Options
	for len(options) == 1 && (options[0].Type == subcommand || options[0].Type == group) {
		words, options = append(words, options[0].Name), options[0].Options
	}
	return strings.Join(words, " "), options
}

// typed is everything that a member has typed so far.
func (d InteractionData) Typed() []string {
	_, options := d.Path()
	var all []string
	for _, o := range options {
		all = append(all, o.Text())
	}
	return all
}
