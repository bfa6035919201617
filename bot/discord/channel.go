package discord

import (
	"context"
	"fmt"
)

// A Place is a channel as the bot finds it.
type ChannelAccess struct {
	Name    string   // of the channel, without "#"
	Guild   string   // the guild's name
	Missing []string // permissions that the bot lacks there, as Discord names them
	Gone    string   // why the bot cannot be there at all; "" when it can
}

// place finds a channel as the bot, whose user ID is me, finds it.
func (r *Client) place(ctx context.Context, me, channel string, threads bool) (ChannelAccess, error) {
	c, err := r.Channel(ctx, channel)
	switch {
	case IsGone(err):
		return ChannelAccess{Gone: ChannelHidden}, nil
	case err != nil:
		return ChannelAccess{}, err
	}
	s, err := r.Membership(ctx, me, c.Guild)
	switch {
	case IsGone(err):
		return ChannelAccess{Name: c.Name, Gone: "the bot is not in that server any more"}, nil
	case err != nil:
		return ChannelAccess{}, err
	}
	return s.Access(c, threads), nil
}

// hidden is what a channel is that Discord will not tell of.
const ChannelHidden = "the channel is gone, or hidden from the bot"

// channel finds a channel; a thread with the overwrites of its parent, which hold there.
func (r *Client) Channel(ctx context.Context, id string) (ChannelInfo, error) {
	var c, parent ChannelInfo
	if err := r.get(ctx, "channels/"+id, "channels", &c); err != nil || !c.isThread() {
		return c, err
	}
	if err := r.get(ctx, "channels/"+c.Parent, "channels", &parent); err != nil && !IsGone(err) {
		return c, err
	}
	c.Overwrites = parent.Overwrites
	return c, nil
}

// channels are those of a guild, by their IDs, but for its threads and those that the bot
// may not see.
func (r *Client) Channels(ctx context.Context, guild string) (map[string]ChannelInfo, error) {
	var list []ChannelInfo
	if err := r.get(ctx, "guilds/"+guild+"/channels", "guilds/channels", &list); err != nil {
		return nil, err
	}
	all := make(map[string]ChannelInfo, len(list))
	for _, c := range list {
		all[c.ID] = c
	}
	return all, nil
}

// A standing is what the bot is in a guild.
type Membership struct {
	me     string // its user ID
	guild  guildInfo
	member memberInfo
}

// standing finds what the bot is in a guild.
func (r *Client) Membership(ctx context.Context, me, guild string) (Membership, error) {
	s := Membership{me: me}
	if err := r.get(ctx, "guilds/"+guild, "guilds", &s.guild); err != nil {
		return s, fmt.Errorf("look at a guild: %w", err)
	}
	if err := r.get(ctx, "guilds/"+guild+"/members/"+me, "guilds/members", &s.member); err != nil {
		return s, fmt.Errorf("look at the bot in a guild: %w", err)
	}
	return s, nil
}

// at is one of the guild's channels as the bot finds it.
func (s Membership) Access(c ChannelInfo, threads bool) ChannelAccess {
	return ChannelAccess{Name: c.Name, Guild: s.guild.Name, Missing: missing(permissionsIn(s.me, s.guild, c, s.member), c.isThread(), threads)}
}
