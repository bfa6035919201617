package loopback

import (
	"fmt"
	"slices"
	"strings"
)

// An Actor is a person in a place. The zero Actor is the first member of the
// first guild, in its first text channel.
type Actor struct {
	User    string // user ID; "" is the first member of the guild
	Channel string // channel ID, name or "#name"; "" is the first text channel
	Guild   string // guild ID; "" is the channel's, or the first
	Direct  bool   // in direct messages with the bot; Channel and Guild are ignored
	Locale  string // client language; "" is the member's own
	Force   bool   // see commands that the guild hides from the member, as an administrator can allow
}

// A resolved actor names what an Actor stands for.
type resolved struct {
	member  *Member
	channel *Channel
	guild   string // "" in direct messages
	locale  string
	force   bool
}

// resolve finds an actor's member and channel. The caller holds s.mu.
func (s *Server) resolve(a Actor) (resolved, error) {
	r := resolved{force: a.Force, locale: "en-US"}
	if a.Direct {
		r.member = s.world.person(a.User)
		if a.User == "" && len(s.world.order) > 0 {
			r.member = first(s.world.guilds[s.world.order[0]])
		}
		if r.member == nil {
			return r, fmt.Errorf("no user %q", a.User)
		}
		r.channel = s.directChannel(r.member.ID)
	} else if err := s.resolveGuild(a, &r); err != nil {
		return r, err
	}
	for _, locale := range []string{r.member.Locale, a.Locale} {
		if locale != "" {
			r.locale = locale
		}
	}
	return r, nil
}

func (s *Server) resolveGuild(a Actor, r *resolved) error {
	r.guild = a.Guild
	if r.guild == "" && s.world.channels[a.Channel] != nil {
		r.guild = s.world.channels[a.Channel].GuildID
	}
	if r.guild == "" && len(s.world.order) > 0 {
		r.guild = s.world.order[0]
	}
	g := s.world.guilds[r.guild]
	if g == nil {
		return fmt.Errorf("no guild %q", r.guild)
	}
	if r.member = s.world.member(r.guild, a.User); a.User == "" {
		r.member = first(g)
	}
	if r.member == nil {
		return fmt.Errorf("no member %q in guild %s", a.User, r.guild)
	}
	if a.Channel != "" {
		r.channel = s.world.channelNamed(r.guild, a.Channel)
	} else {
		r.channel = s.firstChannel(r.guild)
	}
	if r.channel == nil {
		return fmt.Errorf("no channel %q in guild %s", a.Channel, r.guild)
	}
	return nil
}

func first(g *Guild) *Member {
	if len(g.Members) == 0 {
		return nil
	}
	return &g.Members[0]
}

func (s *Server) firstChannel(guild string) *Channel {
	for _, c := range s.world.channelsOf(guild) {
		if c.Type == TextChannel {
			return c
		}
	}
	return nil
}

// payload is what every interaction of an actor carries.
func (s *Server) payload(in *interaction) map[string]any {
	r := in.who
	channel := s.channelObject(r.channel)
	p := map[string]any{
		"id": in.id, "application_id": ApplicationID, "type": in.kind, "token": in.token, "version": 1,
		"channel_id": r.channel.ID, "channel": channel, "locale": r.locale,
		"app_permissions": bits(s.world.botMay(r.channel)), "attachment_size_limit": fileLimit,
		"entitlements": []any{}, "entitlement_sku_ids": []any{},
	}
	if r.guild == "" {
		p["user"], p["context"] = userOf(r.member), 1
		p["authorizing_integration_owners"] = map[string]string{"0": "0"}
		return p
	}
	channel["permissions"] = bits(r.member.Permissions)
	p["guild_id"], p["guild_locale"], p["context"] = r.guild, "en-US", 0
	p["guild"] = map[string]any{"id": r.guild, "locale": "en-US", "features": []string{}}
	p["member"] = memberObject(r.member)
	p["authorizing_integration_owners"] = map[string]string{"0": r.guild}
	return p
}

// may reports whether Discord shows a command to the actor at all.
func (r resolved) may(d *Definition) bool {
	if r.force {
		return true
	}
	here := 0
	if r.guild == "" {
		here = 1
		if d.DMPermission != nil && !*d.DMPermission || d.GuildID != "" {
			return false
		}
	}
	if d.Contexts != nil && !slices.Contains(d.Contexts, here) {
		return false
	}
	if r.guild == "" || d.Permissions == nil {
		return true
	}
	needs := Permissions(number(*d.Permissions))
	if needs == 0 {
		return r.member.Permissions.Has(Administrator)
	}
	return r.member.Permissions.Has(needs)
}

// find looks a command up as the actor's client would: the guild's own first.
func (s *Server) find(r resolved, kind int, name string) (*Definition, error) {
	for _, guild := range []string{r.guild, ""} {
		if d := s.defined(guild, kind, name); d != nil {
			if !r.may(d) {
				return nil, fmt.Errorf("%w: %s in %s", ErrHidden, name, place(r))
			}
			return d, nil
		}
	}
	return nil, fmt.Errorf("%w: %s", ErrNoCommand, strings.TrimSpace(name))
}

func place(r resolved) string {
	if r.guild == "" {
		return "direct messages"
	}
	return "#" + r.channel.Name
}
