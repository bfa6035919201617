package loopback

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// inScope answers a call about the commands of a guild, "" for those of all guilds.
func inScope(do func(s *Server, c *call, guild string) (any, error)) handler {
	return func(s *Server, c *call) (any, error) {
		if c.vars("application_id") != ApplicationID {
			return nil, refuse(403, 20012, "You are not authorized to perform this action on this application")
		}
		guild := c.vars("guild_id")
		if guild != "" && s.state.guilds[guild] == nil {
			return nil, missingAccess()
		}
		return do(s, c, guild)
	}
}

// onCommand answers a call about one command.
func onCommand(do func(*Server, *call, *CommandDefinition) (any, error)) handler {
	return inScope(func(s *Server, c *call, guild string) (any, error) {
		d := s.state.commands[c.vars("command_id")]
		if d == nil || d.GuildID != guild {
			return nil, unknownCommand()
		}
		return do(s, c, d)
	})
}

func listCommands(s *Server, _ *call, guild string) (any, error) {
	return s.state.commandsOf(guild), nil
}

// overwriteCommands replaces every command of the scope; names that existed keep their ID and do not count as created.
func overwriteCommands(s *Server, c *call, guild string) (any, error) {
	var body []CommandDefinition
	if err := c.into(&body); err != nil {
		return nil, err
	}
	var list []*CommandDefinition
	e := formErrors{}
	for i := range body {
		d := &body[i]
		checkDefinition(e, join("", i), d)
		if slices.ContainsFunc(list, d.replaces) {
			e.add(join("", i), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
		}
		list = append(list, d)
	}
	if err := e.err(); err != nil {
		return nil, err
	}
	if err := s.countCommands(guild, list); err != nil {
		return nil, err
	}
	for _, old := range s.state.commandsOf(guild) {
		if !slices.ContainsFunc(list, old.replaces) {
			delete(s.state.commands, old.ID)
		}
	}
	for _, d := range list {
		s.register(guild, d)
	}
	return s.state.commandsOf(guild), nil
}

// replaces reports whether d and other cannot both be registered in one scope.
func (d *CommandDefinition) replaces(other *CommandDefinition) bool {
	return d.Type == other.Type && d.Name == other.Name
}

func createCommand(s *Server, c *call, guild string) (any, error) {
	d := &CommandDefinition{}
	if err := readDefinition(c, d); err != nil {
		return nil, err
	}
	all := append(slices.DeleteFunc(s.state.commandsOf(guild), d.replaces), d)
	if err := s.countCommands(guild, all); err != nil {
		return nil, err
	}
	return s.register(guild, d), nil
}

// readDefinition reads a call's body into a command and checks it.
func readDefinition(c *call, d *CommandDefinition) error {
	if err := c.into(d); err != nil {
		return err
	}
	e := formErrors{}
	checkDefinition(e, "", d)
	return e.err()
}

// countCommands rejects too many commands in a scope, and too many that are new today.
func (s *Server) countCommands(guild string, list []*CommandDefinition) error {
	kinds, created := map[int]int{}, 0
	for _, d := range list {
		kinds[d.Type]++
		if s.state.command(guild, d.Type, d.Name) == nil {
			created++
		}
	}
	limits := map[int]int{SlashCommand: 100, UserCommand: maxMenuCommands, MessageCommand: maxMenuCommands}
	for kind, limit := range limits {
		if kinds[kind] > limit {
			return refuse(400, 30032, fmt.Sprintf("Maximum number of application commands reached (%d).", limit))
		}
	}
	now := s.opts.Now()
	recent := slices.DeleteFunc(s.state.creates[guild], func(t time.Time) bool { return now.Sub(t) >= 24*time.Hour })
	s.state.creates[guild] = recent
	if len(recent)+created > 200 {
		return refuse(429, 30034, "Max number of daily application command creates has been reached (200)")
	}
	s.state.creates[guild] = append(recent, slices.Repeat([]time.Time{now}, created)...)
	return nil
}

// register stores a command, over the one of the same kind and name if any.
func (s *Server) register(guild string, d *CommandDefinition) *CommandDefinition {
	d.ID = s.state.ids.next()
	if old := s.state.command(guild, d.Type, d.Name); old != nil {
		d.ID = old.ID
	}
	d.Version, d.ApplicationID, d.GuildID = s.state.ids.next(), ApplicationID, guild
	s.state.commands[d.ID] = d
	return d
}

func editCommand(s *Server, c *call, d *CommandDefinition) (any, error) {
	var edited CommandDefinition
	json.Unmarshal(mustJSON(d), &edited) // the copy shares nothing with the command
	if err := readDefinition(c, &edited); err != nil {
		return nil, err
	}
	edited.ID, edited.GuildID, edited.Version = d.ID, d.GuildID, s.state.ids.next()
	s.state.commands[d.ID] = &edited
	return &edited, nil
}

func deleteCommand(s *Server, _ *call, d *CommandDefinition) (any, error) {
	delete(s.state.commands, d.ID)
	return nil, nil
}
