package discord

import (
	"context"
	"fmt"
)

// A ChannelAccess is what the bot may do in a channel.
type ChannelAccess struct {
	Name        string   // of the channel, without "#"
	Guild       string   // the guild's name
	Missing     []string // permissions that the bot does not have there, as Discord names them
	Unreachable string   // why the bot cannot be there at all; "" when it can
}

// ChannelHidden is the reason in ChannelAccess.Gone when Discord shows nothing of a channel.
const ChannelHidden = "the channel is gone, or hidden from the bot"

// Channel reads a channel. A thread comes with the overwrites of its parent, which apply there.
func (c *Client) Channel(ctx context.Context, id string) (ChannelInfo, error) {
	var info, parent ChannelInfo
	if err := c.get(ctx, "channels/"+id, "channels", &info); err != nil || !isThread(info.Type) {
		return info, err
	}
	if err := c.get(ctx, "channels/"+info.Parent, "channels", &parent); err != nil && !IsGone(err) {
		return info, err
	}
	info.Overwrites = parent.Overwrites
	return info, nil
}

// Channels reads a guild's channels, by ID, without threads and those that the bot may not see.
func (c *Client) Channels(ctx context.Context, guild string) (map[string]ChannelInfo, error) {
	var list []ChannelInfo
	if err := c.get(ctx, "guilds/"+guild+"/channels", "guilds/channels", &list); err != nil {
		return nil, err
	}
	byID := make(map[string]ChannelInfo, len(list))
	for _, info := range list {
		byID[info.ID] = info
	}
	return byID, nil
}

// A Membership is the bot's roles in a guild.
type Membership struct {
	me     string // its user ID
	guild  guildInfo
	member memberInfo
}

// Membership reads the bot's roles in a guild.
func (c *Client) Membership(ctx context.Context, me, guild string) (Membership, error) {
	m := Membership{me: me}
	if err := c.get(ctx, "guilds/"+guild, "guilds", &m.guild); err != nil {
		return m, fmt.Errorf("look up a guild: %w", err)
	}
	if err := c.get(ctx, "guilds/"+guild+"/members/"+me, "guilds/members", &m.member); err != nil {
		return m, fmt.Errorf("look up the bot in a guild: %w", err)
	}
	return m, nil
}

// Access is what the bot may do in a channel of the guild; with threads also whether it may start threads there.
func (m Membership) Access(info ChannelInfo, threads bool) ChannelAccess {
	held := permissionsIn(m.me, m.guild, info, m.member)
	return ChannelAccess{Name: info.Name, Guild: m.guild.Name, Missing: missing(held, isThread(info.Type), threads)}
}
