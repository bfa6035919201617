package bot

import (
	"slices"
	"strconv"
	"strings"
)

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
