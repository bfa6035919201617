package loopback

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// namedWell reports whether Discord's pattern for names of slash commands and options
// fits: ^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$, and no capital.
func namedWell(name string) bool {
	foreign := func(c rune) bool {
		return !strings.ContainsRune("-_'", c) && !unicode.In(c, unicode.L, unicode.N, unicode.Devanagari, unicode.Thai)
	}
	n := utf8.RuneCountInString(name)
	return 1 <= n && n <= maxCommandName && !strings.ContainsFunc(name, foreign) && strings.ToLower(name) == name
}

// checkDefinition demands what a command must keep to. path is its place in the
// request: its number in a bulk overwrite, or "".
func checkDefinition(t tree, path string, d *Definition) {
	if d.Type == 0 {
		d.Type = SlashCommand
	}
	switch d.Type {
	case SlashCommand:
		checkName(t, path, d.Name)
		for locale, name := range d.Names {
			checkName(t, join(path, "name_localizations", locale), name)
		}
		t.between(join(path, "description"), d.Description, maxCommandText)
		for locale, text := range d.Descriptions {
			t.between(join(path, "description_localizations", locale), text, maxCommandText)
		}
		checkOptions(t, join(path, "options"), d.Options, 0)
	case UserCommand, MessageCommand:
		t.between(join(path, "name"), d.Name, maxCommandName)
		if d.Description != "" {
			t.add(join(path, "description"), "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION", "Context menu commands cannot have description")
		}
		if len(d.Options) > 0 {
			t.add(join(path, "options"), "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS", "Context menu commands cannot have options")
		}
	default:
		t.add(join(path, "type"), "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3, 4).")
	}
	if d.size() > maxCommandSize {
		t.add(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)")
	}
}

func checkName(t tree, path, name string) {
	if !namedWell(name) {
		t.add(join(path, "name"), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
	}
}

// checkOptions checks one level of options. depth 0 stands in the command, 1 in a
// group or subcommand, 2 in a subcommand of a group.
func checkOptions(t tree, path string, list []OptionDef, depth int) {
	t.count(path, len(list), maxCommandOptions)
	seen := map[string]bool{}
	optional, nests, plain := false, 0, 0
	for i, o := range list {
		at := join(path, i)
		checkName(t, at, o.Name)
		t.between(join(at, "description"), o.Description, maxCommandText)
		if seen[o.Name] {
			t.add(path, "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option name already exists in the command")
		}
		seen[o.Name] = true
		if o.Required && optional {
			t.add(at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options")
		}
		optional = optional || !o.Required
		if o.Type == SubcommandOption || o.Type == GroupOption {
			nests++
			checkNest(t, at, o, depth)
			continue
		}
		plain++
		checkOption(t, at, o)
	}
	if nests > 0 && plain > 0 {
		t.add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types")
	}
}

// checkNest checks a subcommand or group: a group stands in the command only and
// holds subcommands only.
func checkNest(t tree, path string, o OptionDef, depth int) {
	misplaced := o.Type == GroupOption && depth > 0 || o.Type == SubcommandOption && depth > 1
	for _, in := range o.Options {
		nests := in.Type == SubcommandOption || in.Type == GroupOption
		misplaced = misplaced || o.Type == SubcommandOption && nests || o.Type == GroupOption && in.Type != SubcommandOption
	}
	if misplaced {
		t.add(join(path, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group nesting is invalid")
	}
	if o.Type == GroupOption && len(o.Options) == 0 {
		t.add(join(path, "options"), "BASE_TYPE_REQUIRED", "This field is required")
	}
	checkOptions(t, join(path, "options"), o.Options, depth+1)
}

func checkOption(t tree, path string, o OptionDef) {
	if o.Type < StringOption || o.Type > AttachmentOption {
		t.add(join(path, "type"), "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).")
	}
	takesChoices := o.Type == StringOption || o.Type == IntegerOption || o.Type == NumberOption
	if (len(o.Choices) > 0 || o.Autocomplete) && !takesChoices {
		t.add(join(path, "choices"), "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", "Choices are not allowed for this option type")
	}
	if len(o.Choices) > 0 && o.Autocomplete {
		t.add(join(path, "autocomplete"), "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES_INVALID", "Autocomplete and choices are mutually exclusive")
	}
	checkChoices(t, join(path, "choices"), o.Choices)
	for name, n := range map[string]*int{"min_length": o.MinLength, "max_length": o.MaxLength} {
		if n != nil && (*n < 0 || *n > maxOptionLength) {
			t.add(join(path, name), "NUMBER_TYPE_MAX", fmt.Sprintf("int value should be less than or equal to %d.", maxOptionLength))
		}
	}
}

// checkChoices demands at most 25 choices with names and string values of 1 to
// 100 characters, each name once.
func checkChoices(t tree, path string, list []Choice) {
	t.count(path, len(list), maxChoices)
	seen := map[string]bool{}
	for i, c := range list {
		t.between(join(path, i, "name"), c.Name, maxChoiceText)
		var text string
		if json.Unmarshal(c.Value, &text) == nil {
			t.between(join(path, i, "value"), text, maxChoiceText)
		}
		if seen[c.Name] {
			t.add(path, "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS", "Option choice name already exists")
		}
		seen[c.Name] = true
	}
}

// size is what counts towards the 8,000 characters of a command: its name,
// description and values, of the longest locale of each.
func (d *Definition) size() int {
	n := longest(d.Name, d.Names) + longest(d.Description, d.Descriptions)
	for _, o := range d.Options {
		n += o.size()
	}
	return n
}

func (o OptionDef) size() int {
	n := longest(o.Name, o.Names) + longest(o.Description, o.Descriptions)
	for _, c := range o.Choices {
		n += longest(c.Name, c.Names) + runes(c.Text())
	}
	for _, in := range o.Options {
		n += in.size()
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
