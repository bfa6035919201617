package bot

import (
	"context"
	"fmt"
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

// definitions is the command table as Discord wants it: rows that share their first
// word become one command with subcommands.
func definitions(table []Command) []commandDef {
	var all []commandDef
	for _, c := range table {
		words := strings.Fields(c.Name)
		if c.OnMessage {
			words = []string{c.Name}
		}
		i := slices.IndexFunc(all, func(d commandDef) bool { return d.Name == words[0] })
		if i < 0 {
			all = append(all, topLevel(c, words[0], len(words) > 1))
			i = len(all) - 1
		}
		if len(words) > 1 {
			all[i].Options = nest(all[i].Options, c, words[1:])
		}
	}
	return all
}

// topLevel is a command without its subcommands.
func topLevel(c Command, name string, nested bool) commandDef {
	d := commandDef{
		Type: slashCommand, Name: name, Description: c.Help,
		Contexts:     []int{contextGuild, contextBotDM, contextPrivate},
		Integrations: []int{installGuild, installUser},
	}
	if c.OnMessage {
		d.Type, d.Description = messageCommand, ""
	}
	if c.Access == Moderators {
		manage := strconv.Itoa(manageGuild)
		d.Permissions, d.Contexts, d.Integrations = &manage, []int{contextGuild}, []int{installGuild}
	}
	if nested {
		d.Description = groupHelp(name)
	} else {
		d.Options = optionDefs(c.Options)
	}
	return d
}

// groupHelp describes the words that only group subcommands.
func groupHelp(word string) string {
	switch word {
	case "admin":
		return "For moderators: digests and the time zone of this server"
	case "digest":
		return "Digests that are posted on schedule"
	}
	return word
}

// nest puts a subcommand under its group, if it has one.
func nest(level []optionDef, c Command, words []string) []optionDef {
	if len(words) == 1 {
		return append(level, optionDef{Type: optionSubcommand, Name: words[0], Description: c.Help, Options: optionDefs(c.Options)})
	}
	i := slices.IndexFunc(level, func(o optionDef) bool { return o.Name == words[0] })
	if i < 0 {
		level = append(level, optionDef{Type: optionGroup, Name: words[0], Description: groupHelp(words[0])})
		i = len(level) - 1
	}
	level[i].Options = nest(level[i].Options, c, words[1:])
	return level
}

func optionDefs(options []Option) []optionDef {
	var all []optionDef
	for _, o := range options {
		d := optionDef{Type: optionString, Name: o.Name, Description: o.Help, Required: o.Required, MaxLength: maxTypedLen}
		switch o.Kind {
		case Channel:
			d.Type, d.MaxLength, d.ChannelTypes = optionChannel, 0, postableChannels()
		case Number:
			d.Type, d.MaxLength = optionInteger, 0
		case Flag:
			d.Type, d.MaxLength = optionBoolean, 0
		case DigestKind:
			d.Choices = digestKinds()
		}
		d.Autocomplete = o.Kind.offers()
		all = append(all, d)
	}
	return all
}

// register tells Discord the command table, where it differs from what Discord has:
// each new name costs one of 200 creations a day.
func (b *Bot) register(ctx context.Context, app string) error {
	want := definitions(b.table)
	have, err := b.rest.commands(ctx, app)
	if err != nil {
		return fmt.Errorf("list the registered commands: %w", err)
	}
	if sameCommands(want, have) {
		b.noteIDs(have)
		return nil
	}
	have, err = b.rest.overwriteCommands(ctx, app, want)
	if err != nil {
		return fmt.Errorf("register %d commands: %w", len(want), err)
	}
	b.noteIDs(have)
	b.log.InfoContext(ctx, "commands registered", "commands", len(want))
	return nil
}

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
