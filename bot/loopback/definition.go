package loopback

import "encoding/json"

// Kinds of application command.
const (
	SlashCommand   = 1
	UserCommand    = 2
	MessageCommand = 3
)

// Kinds of command option.
const (
	SubcommandOption  = 1
	GroupOption       = 2
	StringOption      = 3
	IntegerOption     = 4
	BooleanOption     = 5
	UserOption        = 6
	ChannelOption     = 7
	RoleOption        = 8
	MentionableOption = 9
	NumberOption      = 10
	AttachmentOption  = 11
)

// A CommandDefinition is an application command as registered.
type CommandDefinition struct {
	ID            string             `json:"id"`
	ApplicationID string             `json:"application_id"`
	GuildID       string             `json:"guild_id,omitempty"` // "" is registered everywhere
	Version       string             `json:"version"`
	Type          int                `json:"type"`
	Name          string             `json:"name"`
	Names         map[string]string  `json:"name_localizations,omitempty"`
	Description   string             `json:"description"`
	Descriptions  map[string]string  `json:"description_localizations,omitempty"`
	Options       []OptionDefinition `json:"options,omitempty"`
	Permissions   *string            `json:"default_member_permissions"`
	DMPermission  *bool              `json:"dm_permission,omitempty"`
	NSFW          bool               `json:"nsfw"`
	Contexts      []int              `json:"contexts,omitempty"`
	Installs      []int              `json:"integration_types,omitempty"`
}

// An OptionDefinition is an option, subcommand or group of a Definition.
type OptionDefinition struct {
	Type         int                `json:"type"`
	Name         string             `json:"name"`
	Names        map[string]string  `json:"name_localizations,omitempty"`
	Description  string             `json:"description"`
	Descriptions map[string]string  `json:"description_localizations,omitempty"`
	Required     bool               `json:"required,omitempty"`
	Choices      []Choice           `json:"choices,omitempty"`
	Options      []OptionDefinition `json:"options,omitempty"`
	Channels     []int              `json:"channel_types,omitempty"`
	MinValue     *float64           `json:"min_value,omitempty"`
	MaxValue     *float64           `json:"max_value,omitempty"`
	MinLength    *int               `json:"min_length,omitempty"`
	MaxLength    *int               `json:"max_length,omitempty"`
	Autocomplete bool               `json:"autocomplete,omitempty"`
}

// A Choice is a value offered for an option: a string, an integer or a number.
type Choice struct {
	Name  string            `json:"name"`
	Names map[string]string `json:"name_localizations,omitempty"`
	Value json.RawMessage   `json:"value"`
}

// Text is the choice's value as a member's client would send it back: a string's own characters, a number's digits.
func (c Choice) Text() string {
	var text string
	if json.Unmarshal(c.Value, &text) == nil {
		return text
	}
	return string(c.Value)
}

// Nests reports whether o is a subcommand or a group of them.
func (o OptionDefinition) Nests() bool { return o.Type == SubcommandOption || o.Type == GroupOption }

// OptionNamed finds an option, nil when there is none of that name.
func OptionNamed(options []OptionDefinition, name string) *OptionDefinition {
	for i := range options {
		if options[i].Name == name {
			return &options[i]
		}
	}
	return nil
}
