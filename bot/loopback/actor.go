package loopback

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Why a member cannot do something, or sees no answer.
var (
	ErrNoCommand = errors.New("no such command is registered")
	ErrHidden    = errors.New("the command is not shown to this member here")
	ErrNoAnswer  = errors.New("the application did not respond")
	ErrOffline   = errors.New("no bot is connected")
)

// An Actor is a person in a place. The zero Actor is the first member of the first guild, in its first text channel.
type Actor struct {
	User    string // user ID; "" is the first member of the guild
	Channel string // channel ID, name or "#name"; "" is the first text channel
	Guild   string // guild ID; "" is the channel's, or the first
	Direct  bool   // in direct messages with the bot; Channel and Guild are ignored
	Force   bool   // see commands that the guild hides from the member, as an administrator can allow
}

// A resolvedActor is what an Actor's IDs and names stand for.
type resolvedActor struct {
	member  *Member
	channel *Channel
	guild   string // "" in direct messages
	force   bool
}

// resolve finds an actor's member and channel.
func (st *state) resolve(a Actor) (resolvedActor, error) {
	if !a.Direct {
		return st.resolveInGuild(a)
	}
	r := resolvedActor{member: st.user(a.User), force: a.Force}
	if a.User == "" && len(st.order) > 0 {
		r.member = st.member(st.order[0], "")
	}
	if r.member == nil {
		return r, fmt.Errorf("no user %q", a.User)
	}
	r.channel = st.directChannel(r.member.ID)
	return r, nil
}

func (st *state) resolveInGuild(a Actor) (resolvedActor, error) {
	r := resolvedActor{guild: a.Guild, force: a.Force}
	if c := st.channels[a.Channel]; r.guild == "" && c != nil {
		r.guild = c.GuildID
	}
	if r.guild == "" && len(st.order) > 0 {
		r.guild = st.order[0]
	}
	if st.guilds[r.guild] == nil {
		return r, fmt.Errorf("no guild %q", r.guild)
	}
	if r.member = st.member(r.guild, a.User); r.member == nil {
		return r, fmt.Errorf("no member %q in guild %s", a.User, r.guild)
	}
	if a.Channel != "" {
		r.channel = st.channelNamed(r.guild, a.Channel)
	} else {
		r.channel = first(st.channelsOf(r.guild), func(c *Channel) bool { return c.Type == TextChannel })
	}
	if r.channel == nil {
		return r, fmt.Errorf("no channel %q in guild %s", a.Channel, r.guild)
	}
	return r, nil
}

// sees reports whether Discord shows a command to the actor at all.
func (r resolvedActor) sees(d *CommandDefinition) bool {
	direct, context := r.guild == "", 0
	if direct {
		context = 1
	}
	switch {
	case r.force:
		return true
	case direct && (d.GuildID != "" || !valueOr(d.DMPermission, true)):
		return false
	case d.Contexts != nil && !slices.Contains(d.Contexts, context):
		return false
	case direct || d.Permissions == nil:
		return true
	}
	return r.member.Permissions.Has(cmp.Or(Permissions(number(*d.Permissions)), Administrator))
}

// find looks a command up as the actor's client does: the guild's own first.
func (st *state) find(r resolvedActor, kind int, name string) (*CommandDefinition, error) {
	for _, guild := range []string{r.guild, ""} {
		if d := st.command(guild, kind, name); d != nil {
			if !r.sees(d) {
				return nil, fmt.Errorf("%w: %s in %s", ErrHidden, name, r.place())
			}
			return d, nil
		}
	}
	return nil, fmt.Errorf("%w: %s", ErrNoCommand, strings.TrimSpace(name))
}

func (r resolvedActor) place() string {
	if r.guild == "" {
		return "direct messages"
	}
	return "#" + r.channel.Name
}
