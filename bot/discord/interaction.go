package discord

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
)

// The kinds of interaction, numbered as Discord numbers them (Receiving and Responding, "Interaction Type").
const (
	InteractionCommand      = 2
	InteractionComponent    = 3
	InteractionAutocomplete = 4
)

// An Interaction is the part of INTERACTION_CREATE that this program reads. It is decoded
// from the raw event: decoding discordgo's own type fails on any unknown component type.
type Interaction struct {
	ID        string `json:"id"`
	AppID     string `json:"application_id"`
	Type      int    `json:"type"`
	Token     string `json:"token"`
	Guild     string `json:"guild_id"`
	Channel   string `json:"channel_id"`
	Context   int    `json:"context"`
	Locale    string `json:"locale"` // of the member's client
	InChannel struct {
		Type int `json:"type"`
	} `json:"channel"`
	Member         *Member         `json:"member"`
	User           *User           `json:"user"`
	BotPermissions *Permissions    `json:"app_permissions"` // nil where Discord does not say
	Data           InteractionData `json:"data"`
}

// A Member is a user in a guild, with their permissions in the channel.
type Member struct {
	User        User        `json:"user"`
	Permissions Permissions `json:"permissions"`
}

// A User is a Discord account.
type User struct {
	ID string `json:"id"`
}

// InteractionData is what was typed, chosen or pressed.
type InteractionData struct {
	Name     string        `json:"name"`
	CustomID string        `json:"custom_id"`
	TargetID string        `json:"target_id"`
	Options  []TypedOption `json:"options"`
	Resolved struct {
		Messages map[string]chosenMessage `json:"messages"`
		Channels map[string]struct{}      `json:"channels"` // of the guild, named by options
	} `json:"resolved"`
}

// A TypedOption is an option as the member typed it, or a subcommand with its options.
type TypedOption struct {
	Name    string          `json:"name"`
	Type    int             `json:"type"`
	Value   json.RawMessage `json:"value"`
	Focused bool            `json:"focused"`
	Options []TypedOption   `json:"options"`
}

// A chosenMessage is the message whose menu a command was chosen from. News often comes as
// an embed without content, and a forwarded message as a snapshot.
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

// ReadInteraction decodes the data of an INTERACTION_CREATE event.
func ReadInteraction(raw []byte) (*Interaction, error) {
	var i Interaction
	if err := json.Unmarshal(raw, &i); err != nil {
		return nil, fmt.Errorf("decode interaction: %w", err)
	}
	if i.ID == "" || i.Token == "" {
		return nil, errors.New("decode interaction: the id or the token is missing")
	}
	return &i, nil
}

// DayFirst reports whether the member's language writes 3/4 for the third of April.
func (i *Interaction) DayFirst() bool {
	switch i.Locale {
	case "", "en-US", "ja", "ko", "zh-CN", "zh-TW", "hu", "lt":
		return false
	}
	return true
}

// UserID is whose interaction it is: the member in a guild, the user elsewhere.
func (i *Interaction) UserID() string {
	switch {
	case i.Member != nil:
		return i.Member.User.ID
	case i.User != nil:
		return i.User.ID
	}
	return ""
}

// PostPermission is the permission that posting in this channel needs.
func (i *Interaction) PostPermission() Permissions {
	if isThread(i.InChannel.Type) {
		return sendMessagesInThreads
	}
	return sendMessages
}

// HasPermission reports whether the member has one of the permissions in this channel.
// Outside a guild the answer is no.
func (i *Interaction) HasPermission(any Permissions) bool {
	return i.Guild != "" && i.Member != nil && i.Member.Permissions&(any|administrator) != 0
}

// CannotPost reports whether Discord says that this bot may not post in the channel.
func (i *Interaction) CannotPost() bool {
	need, have := viewChannel|i.PostPermission(), i.BotPermissions
	return i.Guild != "" && have != nil && *have&administrator == 0 && *have&need != need
}

// Created is when Discord made the interaction, read from its ID; zero when the ID is not a snowflake.
func (i *Interaction) Created() time.Time { return snowflakeTime(i.ID) }

// Path is a command's full name, with the options under its last word.
func (d InteractionData) Path() (string, []TypedOption) {
	words, options := []string{d.Name}, d.Options
	for len(options) == 1 && (options[0].Type == OptionSubcommand || options[0].Type == OptionGroup) {
		words, options = append(words, options[0].Name), options[0].Options
	}
	return strings.Join(words, " "), options
}

// Typed is everything that the member has typed so far.
func (d InteractionData) Typed() []string {
	_, options := d.Path()
	var all []string
	for _, o := range options {
		all = append(all, o.Text())
	}
	return all
}

// Text is the option's value as it was typed, for every JSON type.
func (o TypedOption) Text() string {
	var s string
	if json.Unmarshal(o.Value, &s) == nil {
		return s
	}
	return string(o.Value)
}

// Text is the message's content, else the content that it forwards, else the first text of
// an embed; "" when it has none.
func (m chosenMessage) Text() string {
	all := []string{m.Content}
	for _, s := range m.Snapshots {
		all = append(all, s.Message.Content)
	}
	for _, e := range m.Embeds {
		all = append(all, e.Description, e.Title)
	}
	for _, text := range all {
		if PlainText(text) != "" {
			return text
		}
	}
	return ""
}
