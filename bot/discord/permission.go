package discord

import (
	"slices"
	"strconv"
)

// Permissions are a set of permissions, which Discord writes as a decimal string.
type Permissions uint64

// The permissions that this program knows (Discord, "Permissions").
const (
	administrator         = 1 << 3
	ManageGuild           = 1 << 5
	viewChannel           = 1 << 10
	sendMessages          = 1 << 11
	attachFiles           = 1 << 15
	readMessageHistory    = 1 << 16
	createPublicThreads   = 1 << 35
	sendMessagesInThreads = 1 << 38
)

// UnmarshalText reads the decimal string.
func (b *Permissions) UnmarshalText(text []byte) error {
	n, err := strconv.ParseUint(string(text), 10, 64)
	*b = Permissions(n)
	return err
}

// The parts of a channel, a guild and a member that decide who may do what there.
type (
	ChannelInfo struct {
		ID         string      `json:"id"`
		Type       int         `json:"type"`
		Name       string      `json:"name"`
		Guild      string      `json:"guild_id"`
		Parent     string      `json:"parent_id"`
		Overwrites []overwrite `json:"permission_overwrites"`
	}
	overwrite struct {
		ID    string      `json:"id"`   // of a role or a member; a role with the guild's ID is everyone
		Type  int         `json:"type"` // 0 role, 1 member
		Allow Permissions `json:"allow"`
		Deny  Permissions `json:"deny"`
	}
	guildInfo struct {
		ID    string `json:"id"`
		Name  string `json:"name"`
		Roles []struct {
			ID          string      `json:"id"`
			Permissions Permissions `json:"permissions"`
		} `json:"roles"`
	}
	memberInfo struct {
		Roles []string `json:"roles"`
	}
)

// isThread reports whether a channel type is a thread's (Discord, "Channel Types").
func isThread(channelType int) bool { return channelType >= 10 && channelType <= 12 }

// permissionsIn is what a member may do in a channel (Discord, "Permission Overwrites"):
// the roles together, then the channel's overwrites for everyone, the roles, the member.
func permissionsIn(member string, g guildInfo, c ChannelInfo, m memberInfo) Permissions {
	var all Permissions
	for _, r := range g.Roles {
		if r.ID == g.ID || slices.Contains(m.Roles, r.ID) {
			all |= r.Permissions
		}
	}
	if all&administrator != 0 {
		return ^Permissions(0)
	}
	var allow, deny Permissions
	for _, o := range c.Overwrites {
		switch {
		case o.Type == 0 && o.ID == g.ID:
			all = all&^o.Deny | o.Allow
		case o.Type == 0 && slices.Contains(m.Roles, o.ID):
			allow, deny = allow|o.Allow, deny|o.Deny
		}
	}
	all = all&^deny | allow
	for _, o := range c.Overwrites {
		if o.Type == 1 && o.ID == member {
			all = all&^o.Deny | o.Allow
		}
	}
	return all
}

// permissionsNeeded is what the bot asks for when it is invited.
const permissionsNeeded = viewChannel | sendMessages | attachFiles | readMessageHistory |
	createPublicThreads | sendMessagesInThreads

// missing names the permissions that a digest needs and held does not include.
func missing(held Permissions, inThread, threads bool) []string {
	send := Permissions(sendMessages)
	if inThread {
		send = sendMessagesInThreads
	}
	var names []string
	for _, need := range []struct {
		bit  Permissions
		name string
		when bool
	}{
		{viewChannel, "View Channel", true},
		{send, "Send Messages", !inThread},
		{send, "Send Messages in Threads", inThread},
		{readMessageHistory, "Read Message History", true},
		{attachFiles, "Attach Files", true},
		{createPublicThreads, "Create Public Threads", threads && !inThread},
		{sendMessagesInThreads, "Send Messages in Threads", threads && !inThread},
	} {
		if need.when && held&need.bit == 0 {
			names = append(names, need.name)
		}
	}
	return names
}
