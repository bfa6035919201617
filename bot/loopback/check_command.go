package loopback

import (
	"encoding/json"
	"strings"
	"unicode"
)

// validName reports whether Discord's pattern for names of slash commands and options
// fits: ^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$, and no capital.
func validName(name string) bool {
	invalid := func(c rune) bool {
		return !strings.ContainsRune("-_'", c) && !unicode.In(c, unicode.L, unicode.N, unicode.Devanagari, unicode.Thai)
	}
	n := runes(name)
	return 1 <= n && n <= maxCommandName && !strings.ContainsFunc(name, invalid) && strings.ToLower(name) == name
}

// checkDefinition checks a command. path is its place in the request: its number in a bulk overwrite, or "".
func checkDefinition(e formErrors, path string, d *CommandDefinition) {
	if d.Type == 0 {
		d.Type = SlashCommand
	}
	switch d.Type {
	case SlashCommand:
		checkName(e, path, d.Name)
		for locale, name := range d.Names {
			checkName(e, join(path, "name_localizations", locale), name)
		}
		e.between(join(path, "description"), d.Description, maxCommandText)
		for locale, text := range d.Descriptions {
			e.between(join(path, "description_localizations", locale), text, maxCommandText)
		}
		checkOptions(e, join(path, "options"), d.Options, 0)
	case UserCommand, MessageCommand:
		e.between(join(path, "name"), d.Name, maxCommandName)
		if d.Description != "" {
			e.add(join(path, "description"), "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION",
				"Context menu commands cannot have description")
		}
		if len(d.Options) > 0 {
			e.add(join(path, "options"), "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS",
				"Context menu commands cannot have options")
		}
	default:
		e.notOneOf(join(path, "type"), "1, 2, 3, 4")
	}
	if d.size() > 8000 {
		e.add(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)")
	}
}

func checkName(e formErrors, path, name string) {
	if !validName(name) {
		e.add(join(path, "name"), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
	}
}

// checkOptions checks one level of options: depth 0 is the command's, 1 and 2 those of groups and subcommands in it.
func checkOptions(e formErrors, path string, list []OptionDefinition, depth int) {
	e.count(path, len(list), 25)
	seen := map[string]bool{}
	optional, nested := false, 0
	for i, o := range list {
		at := join(path, i)
		checkName(e, at, o.Name)
		e.between(join(at, "description"), o.Description, maxCommandText)
		unique(e, seen, o.Name, path, "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option name already exists in the command")
		if o.Required && optional {
			e.add(at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
				"Required options must be placed before non-required options")
		}
		optional = optional || !o.Required
		if o.Nests() {
			nested++
			checkSubcommand(e, at, o, depth)
		} else {
			checkOption(e, at, o)
		}
	}
	if nested > 0 && nested < len(list) {
		e.add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
			"Sub-command and sub-command group option types are mutually exclusive to all other types")
	}
}

// checkSubcommand checks a subcommand or group: a group is allowed in the command only, and holds subcommands only.
func checkSubcommand(e formErrors, path string, o OptionDefinition, depth int) {
	group := o.Type == GroupOption
	misplaced := group && depth > 0 || depth > 1
	for _, in := range o.Options {
		misplaced = misplaced || group && in.Type != SubcommandOption || !group && in.Nests()
	}
	if misplaced {
		e.add(join(path, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
			"Sub-command and sub-command group nesting is invalid")
	}
	if group && len(o.Options) == 0 {
		e.missing(join(path, "options"))
	}
	checkOptions(e, join(path, "options"), o.Options, depth+1)
}

func checkOption(e formErrors, path string, o OptionDefinition) {
	if o.Type < StringOption || o.Type > AttachmentOption {
		e.notOneOf(join(path, "type"), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11")
	}
	takesChoices := o.Type == StringOption || o.Type == IntegerOption || o.Type == NumberOption
	if (len(o.Choices) > 0 || o.Autocomplete) && !takesChoices {
		e.add(join(path, "choices"), "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID",
			"Choices are not allowed for this option type")
	}
	if len(o.Choices) > 0 && o.Autocomplete {
		e.add(join(path, "autocomplete"), "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES_INVALID",
			"Autocomplete and choices are mutually exclusive")
	}
	checkChoices(e, join(path, "choices"), o.Choices)
	for name, n := range map[string]*int{"min_length": o.MinLength, "max_length": o.MaxLength} {
		if n != nil && (*n < 0 || *n > maxOptionLength) {
			e.add(join(path, name), "NUMBER_TYPE_MAX", "int value should be less than or equal to %d.", maxOptionLength)
		}
	}
}

// checkChoices allows 25 choices, with names and string values of 1 to 100 characters, and each name once.
func checkChoices(e formErrors, path string, list []Choice) {
	e.count(path, len(list), 25)
	seen := map[string]bool{}
	for i, c := range list {
		e.between(join(path, i, "name"), c.Name, maxChoiceText)
		var text string
		if json.Unmarshal(c.Value, &text) == nil {
			e.between(join(path, i, "value"), text, maxChoiceText)
		}
		unique(e, seen, c.Name, path, "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS", "Option choice name already exists")
	}
}

// size is what counts towards a command's 8,000 characters: names, descriptions and values, the longest locale of each.
func (d *CommandDefinition) size() int {
	return longest(d.Name, d.Names) + longest(d.Description, d.Descriptions) + optionsSize(d.Options)
}

func optionsSize(list []OptionDefinition) int {
	n := 0
	for _, o := range list {
		n += longest(o.Name, o.Names) + longest(o.Description, o.Descriptions) + optionsSize(o.Options)
		for _, c := range o.Choices {
			n += longest(c.Name, c.Names) + runes(c.Text())
		}
	}
	return n
}

func longest(text string, locales map[string]string) int {
	n := runes(text)
	for _, other := range locales {
		n = max(n, runes(other))
	}
	return n
}
