package loopback

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"time"
)

func commandRoutes() []route {
	var list []route
	for _, base := range []string{
		"/applications/{application_id}/commands",
		"/applications/{application_id}/guilds/{guild_id}/commands",
	} {
		list = append(list,
			route{pattern: "GET " + base, do: listCommands},
			route{pattern: "PUT " + base, do: overwriteCommands},
			route{pattern: "POST " + base, do: createCommand},
			route{pattern: "GET " + base + "/{command_id}", do: getCommand},
			route{pattern: "PATCH " + base + "/{command_id}", do: editCommand},
			route{pattern: "DELETE " + base + "/{command_id}", do: deleteCommand},
		)
	}
	return list
}

// scope is the guild a command call is about, "" for everywhere.
func (s *Server) scope(c *call) (string, error) {
	if c.vars("application_id") != ApplicationID {
		return "", refuse(http.StatusForbidden, 20012, "You are not authorized to perform this action on this application")
	}
	guild := c.vars("guild_id")
	if guild != "" && s.world.guilds[guild] == nil {
		return "", missingAccess()
	}
	return guild, nil
}

func (s *Server) scoped(guild string) []*Definition {
	list := []*Definition{}
	for _, d := range s.world.commands {
		if d.GuildID == guild {
			list = append(list, d)
		}
	}
	slices.SortFunc(list, func(a, b *Definition) int { return compareIDs(a.ID, b.ID) })
	return list
}

func (s *Server) defined(guild string, kind int, name string) *Definition {
	for _, d := range s.scoped(guild) {
		if d.Type == kind && d.Name == name {
			return d
		}
	}
	return nil
}

func listCommands(s *Server, c *call) (any, error) {
	guild, err := s.scope(c)
	if err != nil {
		return nil, err
	}
	return s.scoped(guild), nil
}

// overwriteCommands replaces every command of the scope; names that existed keep
// their ID and do not count as created.
func overwriteCommands(s *Server, c *call) (any, error) {
	guild, err := s.scope(c)
	if err != nil {
		return nil, err
	}
	var body []Definition
	if err := c.into(&body); err != nil {
		return nil, err
	}
	var list []*Definition
	for i := range body {
		list = append(list, &body[i])
	}
	t := tree{}
	for i, d := range list {
		checkDefinition(t, join("", i), d)
		for _, earlier := range list[:i] {
			if earlier.Type == d.Type && earlier.Name == d.Name {
				t.add(join("", i), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
			}
		}
	}
	if err := t.err(); err != nil {
		return nil, err
	}
	if err := s.admit(guild, list); err != nil {
		return nil, err
	}
	for _, old := range s.scoped(guild) {
		if !slices.ContainsFunc(list, func(d *Definition) bool { return d.Type == old.Type && d.Name == old.Name }) {
			delete(s.world.commands, old.ID)
		}
	}
	for _, d := range list {
		s.define(guild, d)
	}
	return s.scoped(guild), nil
}

func createCommand(s *Server, c *call) (any, error) {
	guild, err := s.scope(c)
	if err != nil {
		return nil, err
	}
	d := &Definition{}
	if err := c.into(d); err != nil {
		return nil, err
	}
	t := tree{}
	checkDefinition(t, "", d)
	if err := t.err(); err != nil {
		return nil, err
	}
	all := append(slices.DeleteFunc(s.scoped(guild), func(x *Definition) bool { return x.Type == d.Type && x.Name == d.Name }), d)
	if err := s.admit(guild, all); err != nil {
		return nil, err
	}
	return s.define(guild, d), nil
}

// admit demands that a scope's commands are not too many and that not too many
// of them are new today.
func (s *Server) admit(guild string, list []*Definition) error {
	kinds, created := map[int]int{}, 0
	for _, d := range list {
		kinds[d.Type]++
		if s.defined(guild, d.Type, d.Name) == nil {
			created++
		}
	}
	for kind, limit := range map[int]int{SlashCommand: maxSlashCommands, UserCommand: maxMenuCommands, MessageCommand: maxMenuCommands} {
		if kinds[kind] > limit {
			return refuse(http.StatusBadRequest, 30032, fmt.Sprintf("Maximum number of application commands reached (%d).", limit))
		}
	}
	now := s.opts.Now()
	recent := slices.DeleteFunc(s.world.creates[guild], func(t time.Time) bool { return now.Sub(t) >= 24*time.Hour })
	if len(recent)+created > maxCreatesADay {
		s.world.creates[guild] = recent
		return refuse(http.StatusTooManyRequests, 30034, "Max number of daily application command creates has been reached (200)")
	}
	for range created {
		recent = append(recent, now)
	}
	s.world.creates[guild] = recent
	return nil
}

// define registers a command, over the one of the same kind and name if any.
func (s *Server) define(guild string, d *Definition) *Definition {
	d.ID = s.ids.next()
	if old := s.defined(guild, d.Type, d.Name); old != nil {
		d.ID = old.ID
	}
	d.Version, d.ApplicationID, d.GuildID = s.ids.next(), ApplicationID, guild
	s.world.commands[d.ID] = d
	s.notify()
	return d
}

func (s *Server) oneCommand(c *call) (*Definition, error) {
	guild, err := s.scope(c)
	if err != nil {
		return nil, err
	}
	d := s.world.commands[c.vars("command_id")]
	if d == nil || d.GuildID != guild {
		return nil, unknownCommand()
	}
	return d, nil
}

func getCommand(s *Server, c *call) (any, error) {
	d, err := s.oneCommand(c)
	if err != nil {
		return nil, err
	}
	return d, nil
}

func editCommand(s *Server, c *call) (any, error) {
	d, err := s.oneCommand(c)
	if err != nil {
		return nil, err
	}
	edited, err := d.clone()
	if err != nil {
		return nil, err
	}
	if err := c.into(edited); err != nil {
		return nil, err
	}
	t := tree{}
	checkDefinition(t, "", edited)
	if err := t.err(); err != nil {
		return nil, err
	}
	edited.ID, edited.GuildID, edited.Version = d.ID, d.GuildID, s.ids.next()
	s.world.commands[d.ID] = edited
	s.notify()
	return edited, nil
}

func (d *Definition) clone() (*Definition, error) {
	text, err := json.Marshal(d)
	if err != nil {
		return nil, fmt.Errorf("copy command %q: %w", d.Name, err)
	}
	var copied Definition
	if err := json.Unmarshal(text, &copied); err != nil {
		return nil, fmt.Errorf("copy command %q: %w", d.Name, err)
	}
	return &copied, nil
}

func deleteCommand(s *Server, c *call) (any, error) {
	d, err := s.oneCommand(c)
	if err != nil {
		return nil, err
	}
	delete(s.world.commands, d.ID)
	s.notify()
	return nil, nil
}
