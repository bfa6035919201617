package loopback

// inGuild answers a call about a guild the bot is in.
func inGuild(do func(s *Server, guild string) (any, error)) handler {
	return func(s *Server, c *call) (any, error) {
		id := c.vars("guild_id")
		if s.state.guilds[id] == nil {
			return nil, unknownGuild()
		}
		return do(s, id)
	}
}

func getSelf(*Server, *call) (any, error) { return botUser(), nil }

func getUser(s *Server, c *call) (any, error) {
	id := c.vars("user_id")
	if id == ApplicationID {
		return botUser(), nil
	}
	m := s.state.user(id)
	if m == nil {
		return nil, unknownUser()
	}
	return userOf(m), nil
}

func getGuilds(s *Server, _ *call) (any, error) {
	list := []map[string]any{}
	for _, id := range s.state.order {
		g := s.state.guilds[id]
		list = append(list, map[string]any{
			"id": g.ID, "name": g.Name, "icon": nil, "owner": false,
			"permissions": g.Bot.decimal(), "features": []string{},
		})
	}
	return list, nil
}

func openDirectChannel(s *Server, c *call) (any, error) {
	var body struct {
		Recipient string `json:"recipient_id"`
	}
	if err := c.into(&body); err != nil {
		return nil, err
	}
	if s.state.user(body.Recipient) == nil {
		return nil, unknownUser()
	}
	return s.state.channelObject(s.state.directChannel(body.Recipient)), nil
}

func getApplication(*Server, *call) (any, error) {
	return map[string]any{
		"id": ApplicationID, "name": "Rapporteur", "icon": nil, "description": "", "bot_public": true,
		"bot_require_code_grant": false, "verify_key": "", "flags": 0, "bot": botUser(),
		"owner": User{ID: AdminID, Username: "ada", Discriminator: "0"},
		"team":  nil,
	}, nil
}

func getGuild(s *Server, guild string) (any, error) { return s.state.guildObject(guild), nil }

func getGuildChannels(s *Server, guild string) (any, error) {
	list := []any{}
	for _, ch := range s.state.channelsOf(guild) {
		if !ch.isThread() && s.state.botMay(ch).Has(ViewChannel) {
			list = append(list, s.state.channelObject(ch))
		}
	}
	return list, nil
}

func getMember(s *Server, c *call) (any, error) {
	guild, user := c.vars("guild_id"), c.vars("user_id")
	if s.state.guilds[guild] != nil && user == ApplicationID {
		return botMember(), nil
	}
	m := s.state.member(guild, user)
	if m == nil {
		return nil, unknownMember()
	}
	o := memberObject(m)
	delete(o, "permissions")
	return o, nil
}
