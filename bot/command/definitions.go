package command

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur/bot/discord"
)

// Definitions is the command table as Discord wants it: rows that share their first
// word become one command with subcommands.
func Definitions(table []Command) []discord.CommandDefinition {
	var all []discord.CommandDefinition
	for _, c := range table {
		words := strings.Fields(c.Name)
		if c.OnMessage {
			words = []string{c.Name}
		}
		i := slices.IndexFunc(all, func(d discord.CommandDefinition) bool { return d.Name == words[0] })
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
func topLevel(c Command, name string, nested bool) discord.CommandDefinition {
	d := discord.CommandDefinition{
		Type: discord.SlashCommand, Name: name, Description: c.Help,
		Contexts:     []int{discord.ContextGuild, discord.ContextBotDM, discord.ContextPrivate},
		Integrations: []int{discord.InstallGuild, discord.InstallUser},
	}
	if c.OnMessage {
		d.Type, d.Description = discord.MessageCommand, ""
	}
	if c.Access == Moderators {
		manage := strconv.Itoa(discord.ManageGuild)
		d.Permissions, d.Contexts, d.Integrations = &manage, []int{discord.ContextGuild}, []int{discord.InstallGuild}
	}
	if nested {
		d.Description = groupHelp(name)
	} else {
		d.Options = optionDefinitions(c.Options)
	}
	return d
}

// groupHelp describes the words that only group subcommands.
func groupHelp(word string) string {
	switch word {
	case "admin":
		return "For moderators: the digests and time zone of this server"
	case "digest":
		return "Digests posted on a schedule"
	}
	return word
}

// nest puts a subcommand under its group, if it has one.
func nest(level []discord.OptionDefinition, c Command, words []string) []discord.OptionDefinition {
	if len(words) == 1 {
		return append(level, discord.OptionDefinition{
			Type: discord.OptionSubcommand, Name: words[0], Description: c.Help, Options: optionDefinitions(c.Options),
		})
	}
	i := slices.IndexFunc(level, func(o discord.OptionDefinition) bool { return o.Name == words[0] })
	if i < 0 {
		group := discord.OptionDefinition{Type: discord.OptionGroup, Name: words[0], Description: groupHelp(words[0])}
		level = append(level, group)
		i = len(level) - 1
	}
	level[i].Options = nest(level[i].Options, c, words[1:])
	return level
}

func optionDefinitions(options []Option) []discord.OptionDefinition {
	var all []discord.OptionDefinition
	for _, o := range options {
		d := discord.OptionDefinition{
			Type: discord.OptionString, Name: o.Name, Description: o.Help, Required: o.Required,
			MaxLength: discord.MaxOptionText, Autocomplete: o.Kind.autocompletes(),
		}
		switch o.Kind {
		case Channel:
			d.Type, d.MaxLength, d.ChannelTypes = discord.OptionChannel, 0, discord.PostableChannels()
		case Number:
			d.Type, d.MaxLength = discord.OptionInteger, 0
		case Flag:
			d.Type, d.MaxLength = discord.OptionBoolean, 0
		case DigestKind:
			d.Choices = digestKinds()
		}
		all = append(all, d)
	}
	return all
}
