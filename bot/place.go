package bot

import (
	"context"
	"fmt"
)

// A Place is a channel as the bot finds it.
type Place struct {
	Name    string   // of the channel, without "#"
	Guild   string   // the guild's name
	Missing []string // permissions that the bot lacks there, as Discord names them
	Gone    string   // why the bot cannot be there at all; "" when it can
}

// place finds a channel as the bot, whose user ID is me, finds it.
func (r *rest) place(ctx context.Context, me, channel string, threads bool) (Place, error) {
	c, err := r.channel(ctx, channel)
	switch {
	case refusedBy(err):
		return Place{Gone: hidden}, nil
	case err != nil:
		return Place{}, err
	}
	s, err := r.standing(ctx, me, c.Guild)
	switch {
	case refusedBy(err):
		return Place{Name: c.Name, Gone: "the bot is not in that server any more"}, nil
	case err != nil:
		return Place{}, err
	}
	return s.at(c, threads), nil
}

// hidden is what a channel is that Discord will not tell of.
const hidden = "the channel is gone, or hidden from the bot"

// channel finds a channel; a thread with the overwrites of its parent, which hold there.
func (r *rest) channel(ctx context.Context, id string) (channelInfo, error) {
	var c, parent channelInfo
	if err := r.get(ctx, "channels/"+id, "channels", &c); err != nil || !c.isThread() {
		return c, err
	}
	if err := r.get(ctx, "channels/"+c.Parent, "channels", &parent); err != nil && !refusedBy(err) {
		return c, err
	}
	c.Overwrites = parent.Overwrites
	return c, nil
}

// channels are those of a guild, by their IDs, but for its threads and those that the bot
// may not see.
func (r *rest) channels(ctx context.Context, guild string) (map[string]channelInfo, error) {
	var list []channelInfo
	if err := r.get(ctx, "guilds/"+guild+"/channels", "guilds/channels", &list); err != nil {
		return nil, err
	}
	all := make(map[string]channelInfo, len(list))
	for _, c := range list {
		all[c.ID] = c
	}
	return all, nil
}

// A standing is what the bot is in a guild.
type standing struct {
	me     string // its user ID
	guild  guildInfo
	member memberInfo
}

// standing finds what the bot is in a guild.
func (r *rest) standing(ctx context.Context, me, guild string) (standing, error) {
	s := standing{me: me}
	if err := r.get(ctx, "guilds/"+guild, "guilds", &s.guild); err != nil {
		return s, fmt.Errorf("look at a guild: %w", err)
	}
	if err := r.get(ctx, "guilds/"+guild+"/members/"+me, "guilds/members", &s.member); err != nil {
		return s, fmt.Errorf("look at the bot in a guild: %w", err)
	}
	return s, nil
}

// at is one of the guild's channels as the bot finds it.
func (s standing) at(c channelInfo, threads bool) Place {
	return Place{Name: c.Name, Guild: s.guild.Name, Missing: lacking(held(s.me, s.guild, c, s.member), c.isThread(), threads)}
}
