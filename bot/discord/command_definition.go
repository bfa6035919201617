package discord

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Kinds of command (Discord, "Application Command Types").
const (
	SlashCommand   = 1
	MessageCommand = 3
)

// Types of option (Discord, "Application Command Option Type").
const (
	OptionSubcommand = 1
	OptionGroup      = 2
	OptionString     = 3
	OptionInteger    = 4
	OptionBoolean    = 5
	OptionChannel    = 7
)

// Where a command may be used and how it may be installed (Discord, "Interaction
// Context Types", "Application Integration Types").
const (
	ContextGuild   = 0
	ContextBotDM   = 1 // a conversation with the bot alone
	ContextPrivate = 2
	InstallGuild   = 0
	InstallUser    = 1
)

// A CommandDefinition is a command as Discord stores it, without the fields that Discord
// adds, so that two definitions are equal when they mean the same.
type CommandDefinition struct {
	ID           string             `json:"id,omitempty"` // assigned by Discord; "" in this program's definitions
	Type         int                `json:"type"`
	Name         string             `json:"name"`
	Description  string             `json:"description"`
	Options      []OptionDefinition `json:"options,omitempty"`
	Permissions  *string            `json:"default_member_permissions"`
	Contexts     []int              `json:"contexts"`
	Integrations []int              `json:"integration_types"`
}

// An OptionDefinition is an option of a command, or a subcommand with its options.
type OptionDefinition struct {
	Type         int                `json:"type"`
	Name         string             `json:"name"`
	Description  string             `json:"description"`
	Required     bool               `json:"required,omitempty"`
	Autocomplete bool               `json:"autocomplete,omitempty"`
	MaxLength    int                `json:"max_length,omitempty"`
	ChannelTypes []int              `json:"channel_types,omitempty"`
	Choices      []Choice           `json:"choices,omitempty"`
	Options      []OptionDefinition `json:"options,omitempty"`
}

// PostableChannels are text and announcement channels and their threads (Discord, "Channel Types").
func PostableChannels() []int { return []int{0, 5, 10, 11, 12} }

// SameCommands reports whether two lists define the same commands, in any order.
func SameCommands(a, b []CommandDefinition) bool {
	return reflect.DeepEqual(canonical(a), canonical(b))
}

// canonical puts a list of definitions into one order and one form.
func canonical(all []CommandDefinition) []CommandDefinition {
	all = slices.Clone(all)
	for i := range all {
		all[i].ID = ""
		all[i].Contexts = slices.Sorted(slices.Values(all[i].Contexts))
		all[i].Integrations = slices.Sorted(slices.Values(all[i].Integrations))
		all[i].Options = canonicalOptions(all[i].Options)
		if all[i].Type == 0 {
			all[i].Type = SlashCommand
		}
	}
	slices.SortFunc(all, func(x, y CommandDefinition) int {
		return strings.Compare(strconv.Itoa(x.Type)+x.Name, strconv.Itoa(y.Type)+y.Name)
	})
	return all
}

// canonicalOptions keeps the order, which members see, and makes empty lists nil.
func canonicalOptions(all []OptionDefinition) []OptionDefinition {
	if len(all) == 0 {
		return nil
	}
	all = slices.Clone(all)
	for i := range all {
		all[i].Options = canonicalOptions(all[i].Options)
		all[i].ChannelTypes = slices.Sorted(slices.Values(all[i].ChannelTypes))
	}
	return all
}
