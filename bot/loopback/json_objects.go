package loopback

import "maps"

// guildCreate is a guild as GUILD_CREATE carries it.
func (st *state) guildCreate(id string) map[string]any {
	g := st.guildObject(id)
	channels := []any{}
	for _, c := range st.channelsOf(id) {
		channels = append(channels, st.channelObject(c))
	}
	maps.Copy(g, map[string]any{
		"channels": channels, "threads": []any{}, "members": []any{botMember()},
		"member_count": len(st.guilds[id].Members) + 1, "joined_at": joined, "large": false, "unavailable": false,
		"voice_states": []any{}, "presences": []any{}, "stage_instances": []any{},
		"guild_scheduled_events": []any{}, "soundboard_sounds": []any{},
	})
	return g
}

// botRole is the role of the bot in every guild.
const botRole = "600000000000000001"

func botMember() map[string]any {
	return map[string]any{
		"user": botUser(), "roles": []string{botRole}, "joined_at": joined, "deaf": false, "mute": false, "flags": 0,
	}
}

// joined is when every member joined every guild.
const joined = "2025-02-28T14:56:24.701000+00:00"

// guildObject is a guild as REST answers it.
func (st *state) guildObject(id string) map[string]any {
	g := st.guilds[id]
	owner := ApplicationID
	if len(g.Members) > 0 {
		owner = g.Members[0].ID
	}
	return map[string]any{
		"id": g.ID, "name": g.Name, "icon": nil, "description": nil, "owner_id": owner,
		"features": []string{}, "emojis": []any{}, "stickers": []any{},
		"roles":              []any{role(g.ID, "@everyone", 0, memberDefaults&g.Bot), role(botRole, "Rapporteur", 1, g.Bot)},
		"verification_level": 0, "default_message_notifications": 0, "explicit_content_filter": 0,
		"mfa_level": 0, "nsfw_level": 0, "premium_tier": 0, "preferred_locale": "en-US",
		"afk_channel_id": nil, "afk_timeout": 300, "system_channel_id": nil, "system_channel_flags": 0,
		"rules_channel_id": nil, "public_updates_channel_id": nil, "application_id": nil,
		"vanity_url_code": nil, "banner": nil, "splash": nil, "discovery_splash": nil,
	}
}

func role(id, name string, position int, p Permissions) map[string]any {
	return map[string]any{
		"id": id, "name": name, "color": 0, "hoist": false, "position": position, "permissions": p.decimal(),
		"managed": id == botRole, "mentionable": false, "flags": 0,
	}
}

// channelObject is a channel as REST and events carry it.
func (st *state) channelObject(c *Channel) map[string]any {
	o := map[string]any{"id": c.ID, "type": c.Type, "flags": 0, "last_message_id": nil}
	if list := st.messages[c.ID]; len(list) > 0 {
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
		o["permission_overwrites"] = []any{
			map[string]any{"id": ApplicationID, "type": 1, "allow": "0", "deny": c.Denied.decimal()},
		}
	}
	if c.ParentID != "" {
		o["parent_id"] = c.ParentID
	}
	if c.isThread() {
		o["owner_id"], o["message_count"], o["member_count"] = ApplicationID, len(st.messages[c.ID]), 1
		o["thread_metadata"] = map[string]any{
			"archived": false, "auto_archive_duration": 1440, "locked": false, "archive_timestamp": joined,
		}
	}
	return o
}

// memberObject is a member as interactions carry it, with the computed permissions.
func memberObject(m *Member) map[string]any {
	return map[string]any{
		"user": userOf(m), "roles": []string{}, "joined_at": joined, "permissions": m.Permissions.decimal(),
		"nick": nil, "avatar": nil, "deaf": false, "mute": false, "pending": false, "flags": 0,
		"premium_since": nil, "communication_disabled_until": nil,
	}
}
