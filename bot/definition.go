package bot

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Kinds of command (Discord, "Application Command Types").
const (
	slashCommand   = 1
	messageCommand = 3
)

// Types of option (Discord, "Application Command Option Type").
const (
	optionSubcommand = 1
	optionGroup      = 2
	optionString     = 3
	optionInteger    = 4
	optionBoolean    = 5
	optionChannel    = 7
)

// Where a command may be used and how it may be installed (Discord, "Interaction
// Context Types", "Application Integration Types").
const (
	contextGuild   = 0
	contextPrivate = 2
	installGuild   = 0
	installUser    = 1
)

// A commandDef is a command as Discord keeps it. Fields that Discord adds are left
// out, so that two definitions are equal when they mean the same.
type commandDef struct {
	ID           string      `json:"id,omitempty"` // Discord's; "" in a definition of our own
	Type         int         `json:"type"`
	Name         string      `json:"name"`
	Description  string      `json:"description"`
	Options      []optionDef `json:"options,omitempty"`
	Permissions  *string     `json:"default_member_permissions"`
	Contexts     []int       `json:"contexts"`
	Integrations []int       `json:"integration_types"`
}

type optionDef struct {
	Type         int         `json:"type"`
	Name         string      `json:"name"`
	Description  string      `json:"description"`
	Required     bool        `json:"required,omitempty"`
	Autocomplete bool        `json:"autocomplete,omitempty"`
	MaxLength    int         `json:"max_length,omitempty"`
	ChannelTypes []int       `json:"channel_types,omitempty"`
	Choices      []choice    `json:"choices,omitempty"`
	Options      []optionDef `json:"options,omitempty"`
}

// postableChannels are text and announcement channels and their threads (Discord,
// "Channel Types").
func postableChannels() []int { return []int{0, 5, 10, 11, 12} }

// sameCommands reports whether two lists define the same commands, in any order.
func sameCommands(a, b []commandDef) bool {
	return reflect.DeepEqual(canonical(a), canonical(b))
}

// canonical puts a list of definitions into one order and one form.
func canonical(all []commandDef) []commandDef {
	all = slices.Clone(all)
	for i := range all {
		all[i].ID = ""
		all[i].Contexts = slices.Sorted(slices.Values(all[i].Contexts))
		all[i].Integrations = slices.Sorted(slices.Values(all[i].Integrations))
		all[i].Options = canonicalOptions(all[i].Options)
		if all[i].Type == 0 {
			all[i].Type = slashCommand
		}
	}
	slices.SortFunc(all, func(x, y commandDef) int {
		return strings.Compare(strconv.Itoa(x.Type)+x.Name, strconv.Itoa(y.Type)+y.Name)
	})
	return all
}

// canonicalOptions keeps the order, which members see, and unifies empty lists.
func canonicalOptions(all []optionDef) []optionDef {
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
