package loopback

import "strconv"

// guildCreate is a guild as GUILD_CREATE carries it.
func (s *Server) guildCreate(id string) map[string]any {
	g := s.guildObject(id)
	channels := []any{}
	for _, c := range s.world.channelsOf(id) {
		channels = append(channels, s.channelObject(c))
	}
	g["channels"] = channels
	g["threads"] = []any{}
	g["members"] = []any{botMember()}
	g["member_count"] = len(s.world.guilds[id].Members) + 1
	g["joined_at"] = joined
	g["large"] = false
	g["unavailable"] = false
	for _, empty := range []string{"voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds"} {
		g[empty] = []any{}
	}
	return g
}

// botRole is the role that every guild gave the bot when it joined.
const botRole = "600000000000000001"

func botMember() map[string]any {
	return map[string]any{"user": botUser(), "roles": []string{botRole}, "joined_at": joined, "deaf": false, "mute": false, "flags": 0}
}

// joined is when everybody joined every guild.
const joined = "2025-02-28T14:56:24.701000+00:00"

// guildObject is a guild as REST answers it.
func (s *Server) guildObject(id string) map[string]any {
	g := s.world.guilds[id]
	owner := ApplicationID
	if len(g.Members) > 0 {
		owner = g.Members[0].ID
	}
	return map[string]any{
		"id": g.ID, "name": g.Name, "icon": nil, "description": nil, "owner_id": owner,
		"features": []string{}, "emojis": []any{}, "stickers": []any{},
		"roles": []any{
			map[string]any{
				"id": g.ID, "name": "@everyone", "color": 0, "hoist": false, "position": 0,
				"permissions": bits(ordinary & g.Bot), "managed": false, "mentionable": false, "flags": 0,
			},
			map[string]any{
				"id": botRole, "name": "Rapporteur", "color": 0, "hoist": false, "position": 1,
				"permissions": bits(g.Bot), "managed": true, "mentionable": false, "flags": 0,
			},
		},
		"verification_level": 0, "default_message_notifications": 0, "explicit_content_filter": 0,
		"mfa_level": 0, "nsfw_level": 0, "premium_tier": 0, "preferred_locale": "en-US",
		"afk_channel_id": nil, "afk_timeout": 300, "system_channel_id": nil, "system_channel_flags": 0,
		"rules_channel_id": nil, "public_updates_channel_id": nil, "application_id": nil,
		"vanity_url_code": nil, "banner": nil, "splash": nil, "discovery_splash": nil,
	}
}

// channelObject is a channel as REST and events carry it.
func (s *Server) channelObject(c *Channel) map[string]any {
	o := map[string]any{"id": c.ID, "type": c.Type, "flags": 0, "last_message_id": nil}
	if list := s.world.messages[c.ID]; len(list) > 0 {
		o["last_message_id"] = list[len(list)-1].ID
	}
	if c.Type == DirectMessage {
		o["recipients"] = []User{}
		return o
	}
	o["guild_id"], o["name"], o["position"] = c.GuildID, c.Name, 0
	o["parent_id"], o["topic"], o["nsfw"] = nil, nil, false
	o["rate_limit_per_user"], o["permission_overwrites"] = 0, []any{}
	if c.Denied != 0 {
		o["permission_overwrites"] = []any{map[string]any{"id": ApplicationID, "type": 1, "allow": "0", "deny": bits(c.Denied)}}
	}
	if c.ParentID != "" {
		o["parent_id"] = c.ParentID
	}
	if c.isThread() {
		o["owner_id"], o["message_count"], o["member_count"] = ApplicationID, len(s.world.messages[c.ID]), 1
		o["thread_metadata"] = map[string]any{
			"archived": false, "auto_archive_duration": 1440, "locked": false, "archive_timestamp": joined,
		}
	}
	return o
}

func (c *Channel) isThread() bool {
	return c.Type == PublicThread || c.Type == PrivateThread || c.Type == AnnouncementThread
}

// memberObject is a member as interactions carry it, with the computed permissions.
func memberObject(m *Member) map[string]any {
	return map[string]any{
		"user": userOf(m), "roles": []string{}, "joined_at": joined, "permissions": bits(m.Permissions),
		"nick": nil, "avatar": nil, "deaf": false, "mute": false, "pending": false, "flags": 0,
		"premium_since": nil, "communication_disabled_until": nil,
	}
}

// bits writes permissions as Discord does: a decimal string. An administrator has all.
func bits(p Permissions) string {
	if p&Administrator != 0 {
		p |= 1<<53 - 1
	}
	return strconv.FormatUint(uint64(p), 10)
}
