package loopback

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

func (s *Server) sendCommand(a Actor, kind int, name string, values []Value, focused string) (*interaction, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	who, err := s.resolve(a)
	if err != nil {
		return nil, err
	}
	words := strings.Fields(name)
	if len(words) == 0 {
		return nil, ErrNoCommand
	}
	d, err := s.find(who, SlashCommand, words[0])
	if err != nil {
		return nil, err
	}
	leaf, wrap, err := descend(d.Options, words[1:])
	if err != nil {
		return nil, err
	}
	resolvedParts := map[string]any{}
	f := filler{s: s, guild: who.guild, focused: focused, resolved: resolvedParts}
	options, err := f.fill(leaf, values)
	if err != nil {
		return nil, err
	}
	data := map[string]any{"id": d.ID, "name": d.Name, "type": SlashCommand, "version": d.Version}
	if options = wrap(options); len(options) > 0 {
		data["options"] = options
	}
	if len(resolvedParts) > 0 {
		data["resolved"] = resolvedParts
	}
	if d.GuildID != "" {
		data["guild_id"] = d.GuildID
	}
	in := &interaction{kind: kind, who: who, name: d.Name}
	return in, s.begin(in, data, nil)
}

// descend follows a path of groups and subcommands to the options of the last.
// wrap puts filled-in options back below that path.
func descend(options []OptionDef, path []string) (leaf []OptionDef, wrap func([]map[string]any) []map[string]any, err error) {
	wrap = func(filled []map[string]any) []map[string]any { return filled }
	for _, word := range path {
		o := optionNamed(options, word)
		if o == nil || o.Type != SubcommandOption && o.Type != GroupOption {
			return nil, nil, fmt.Errorf("%w: there is no subcommand %q", ErrNoCommand, word)
		}
		outer := wrap
		wrap = func(filled []map[string]any) []map[string]any {
			nest := map[string]any{"type": o.Type, "name": o.Name}
			if len(filled) > 0 {
				nest["options"] = filled
			}
			return outer([]map[string]any{nest})
		}
		options = o.Options
	}
	if len(options) > 0 && (options[0].Type == SubcommandOption || options[0].Type == GroupOption) {
		return nil, nil, fmt.Errorf("%w: a subcommand is missing", ErrNoCommand)
	}
	return options, wrap, nil
}

func optionNamed(options []OptionDef, name string) *OptionDef {
	for i := range options {
		if options[i].Name == name {
			return &options[i]
		}
	}
	return nil
}

// A filler writes option values as a member's client sends them.
type filler struct {
	s        *Server
	guild    string
	focused  string         // the option being typed, "" when the command is sent
	resolved map[string]any // users, channels and the like named by the values
}

// fill checks the values against the options and orders them as defined. A
// client refuses what is missing or does not fit, so this does.
func (f filler) fill(options []OptionDef, values []Value) ([]map[string]any, error) {
	given := map[string]any{}
	for _, v := range values {
		if optionNamed(options, v.Name) == nil {
			return nil, fmt.Errorf("there is no option %q", v.Name)
		}
		given[v.Name] = v.Value
	}
	if _, ok := given[f.focused]; f.focused != "" && !ok {
		return nil, fmt.Errorf("there is no value for option %q", f.focused)
	}
	list := []map[string]any{}
	for _, o := range options {
		value, ok := given[o.Name]
		if !ok && o.Required && f.focused == "" {
			return nil, fmt.Errorf("option %q is required", o.Name)
		}
		if !ok {
			continue
		}
		if o.Name == f.focused {
			list = append(list, map[string]any{"type": o.Type, "name": o.Name, "value": fmt.Sprint(value), "focused": true})
			continue
		}
		typed, err := f.typed(o, value)
		if err != nil {
			return nil, fmt.Errorf("option %q: %w", o.Name, err)
		}
		list = append(list, map[string]any{"type": o.Type, "name": o.Name, "value": typed})
	}
	return list, nil
}

// typed is a value in the form its option's kind has in an interaction.
func (f filler) typed(o OptionDef, value any) (any, error) {
	text := fmt.Sprint(value)
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
		return text, fits(float64(runes(text)), length(o.MinLength), length(o.MaxLength), "characters")
	case IntegerOption:
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("%q is not a whole number", text)
		}
		return n, fits(float64(n), o.MinValue, o.MaxValue, "")
	case NumberOption:
		n, err := strconv.ParseFloat(text, 64)
		if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
			return nil, fmt.Errorf("%q is not a number", text)
		}
		return n, fits(n, o.MinValue, o.MaxValue, "")
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

func length(n *int) *float64 {
	if n == nil {
		return nil
	}
	f := float64(*n)
	return &f
}

func fits(n float64, low, high *float64, unit string) error {
	switch {
	case low != nil && n < *low:
		return fmt.Errorf("must be at least %g %s", *low, unit)
	case high != nil && n > *high:
		return fmt.Errorf("must be at most %g %s", *high, unit)
	}
	return nil
}

func (f filler) channel(o OptionDef, name string) (any, error) {
	c := f.s.world.channelNamed(f.guild, strings.Trim(name, "<>"))
	if c == nil {
		return nil, fmt.Errorf("there is no channel %q", name)
	}
	kinds := map[int]bool{}
	for _, k := range o.Channels {
		kinds[k] = true
	}
	if len(kinds) > 0 && !kinds[c.Type] {
		return nil, fmt.Errorf("#%s is not of a kind this option takes", c.Name)
	}
	f.resolve("channels", c.ID, map[string]any{
		"id": c.ID, "name": c.Name, "type": c.Type, "permissions": bits(botNeeds), "parent_id": nil, "flags": 0,
	})
	return c.ID, nil
}

func (f filler) user(name string) (any, error) {
	m := f.s.world.person(strings.Trim(name, "<@!>"))
	if g := f.s.world.guilds[f.guild]; m == nil && g != nil {
		for i := range g.Members {
			if strings.EqualFold(g.Members[i].Name, strings.TrimPrefix(name, "@")) {
				m = &g.Members[i]
			}
		}
	}
	if m == nil {
		return nil, fmt.Errorf("there is no user %q", name)
	}
	f.resolve("users", m.ID, userOf(m))
	return m.ID, nil
}

func (f filler) resolve(kind, id string, object any) {
	all, ok := f.resolved[kind].(map[string]any)
	if !ok {
		all = map[string]any{}
		f.resolved[kind] = all
	}
	all[id] = object
}
