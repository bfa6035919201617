package loopback

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A Value is a value given for a command option.
type Value struct {
	Name  string
	Value any // string, bool, an integer or float64; for users, channels and roles an ID or name
}

// fields are members of the event INTERACTION_CREATE, or of a part of it.
type fields = map[string]any

// An optionFiller writes option values as a member's client sends them.
type optionFiller struct {
	state    *state
	guild    string
	focused  string            // the option being typed, "" when the command is sent
	resolved map[string]fields // users and channels named by the values, by kind and ID
}

// fillBelow fills in the options of the subcommand that a path of groups and subcommands leads to.
func (f optionFiller) fillBelow(options []OptionDefinition, path []string, values []Value) ([]any, error) {
	if len(path) == 0 {
		if len(options) > 0 && options[0].Nests() {
			return nil, fmt.Errorf("%w: a subcommand is missing", ErrNoCommand)
		}
		return f.fill(options, values)
	}
	o := OptionNamed(options, path[0])
	if o == nil || !o.Nests() {
		return nil, fmt.Errorf("%w: there is no subcommand %q", ErrNoCommand, path[0])
	}
	filled, err := f.fillBelow(o.Options, path[1:], values)
	nest := fields{"type": o.Type, "name": o.Name}
	if len(filled) > 0 {
		nest["options"] = filled
	}
	return []any{nest}, err
}

// fill checks the values against the options and orders them as defined. It rejects what a client would reject.
func (f optionFiller) fill(options []OptionDefinition, values []Value) ([]any, error) {
	given := map[string]any{}
	for _, v := range values {
		if OptionNamed(options, v.Name) == nil {
			return nil, fmt.Errorf("there is no option %q", v.Name)
		}
		given[v.Name] = v.Value
	}
	if _, ok := given[f.focused]; f.focused != "" && !ok {
		return nil, fmt.Errorf("there is no value for option %q", f.focused)
	}
	list := []any{}
	for _, o := range options {
		value, ok := given[o.Name]
		if !ok && o.Required && f.focused == "" {
			return nil, fmt.Errorf("option %q is required", o.Name)
		}
		if !ok {
			continue
		}
		filled := fields{"type": o.Type, "name": o.Name}
		if o.Name == f.focused {
			filled["value"], filled["focused"] = fmt.Sprint(value), true
		} else {
			typed, err := f.typed(o, fmt.Sprint(value))
			if err != nil {
				return nil, fmt.Errorf("option %q: %w", o.Name, err)
			}
			filled["value"] = typed
		}
		list = append(list, filled)
	}
	return list, nil
}

// typed is a value in the form that its option's kind has in an interaction.
func (f optionFiller) typed(o OptionDefinition, text string) (any, error) {
	if len(o.Choices) > 0 {
		for _, c := range o.Choices {
			if c.Text() == text || strings.EqualFold(c.Name, text) {
				return c.Value, nil
			}
		}
		return nil, fmt.Errorf("%q is not among the choices", text)
	}
	switch o.Type {
	case StringOption:
		return text, inRange(runes(text), o.MinLength, o.MaxLength, " characters")
	case IntegerOption:
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("%q is not a whole number", text)
		}
		return n, inRange(float64(n), o.MinValue, o.MaxValue, "")
	case NumberOption:
		n, err := strconv.ParseFloat(text, 64)
		if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
			return nil, fmt.Errorf("%q is not a number", text)
		}
		return n, inRange(n, o.MinValue, o.MaxValue, "")
	case BooleanOption:
		yes, err := strconv.ParseBool(strings.ToLower(text))
		if err != nil {
			return nil, fmt.Errorf("%q is neither true nor false", text)
		}
		return yes, nil
	case ChannelOption:
		return f.channel(o, text)
	case UserOption:
		return f.user(text)
	case RoleOption, MentionableOption:
		return text, nil
	}
	return nil, errors.New("files cannot be given here")
}

func inRange[N int | float64](n N, low, high *N, unit string) error {
	switch {
	case low != nil && n < *low:
		return fmt.Errorf("must be at least %v%s", *low, unit)
	case high != nil && n > *high:
		return fmt.Errorf("must be at most %v%s", *high, unit)
	}
	return nil
}

func (f optionFiller) channel(o OptionDefinition, name string) (any, error) {
	c := f.state.channelNamed(f.guild, strings.Trim(name, "<>"))
	if c == nil {
		return nil, fmt.Errorf("there is no channel %q", name)
	}
	if len(o.Channels) > 0 && !slices.Contains(o.Channels, c.Type) {
		return nil, fmt.Errorf("#%s is not a kind of channel that this option takes", c.Name)
	}
	return f.resolve("channels", c.ID, fields{
		"id": c.ID, "name": c.Name, "type": c.Type, "permissions": botDefaults.decimal(), "parent_id": nil, "flags": 0,
	}), nil
}

func (f optionFiller) user(name string) (any, error) {
	m := f.state.user(strings.Trim(name, "<@!>"))
	if m == nil {
		m = f.state.memberWhere(f.guild, func(m *Member) bool {
			return strings.EqualFold(m.Name, strings.TrimPrefix(name, "@"))
		})
	}
	if m == nil {
		return nil, fmt.Errorf("there is no user %q", name)
	}
	return f.resolve("users", m.ID, userOf(m)), nil
}

// resolve adds what an ID stands for to the payload, and returns the ID.
func (f optionFiller) resolve(kind, id string, object any) string {
	if f.resolved[kind] == nil {
		f.resolved[kind] = fields{}
	}
	f.resolved[kind][id] = object
	return id
}
