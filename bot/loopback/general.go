package loopback

func generalRoutes() []route {
	return []route{
		{pattern: "GET /gateway", do: getGateway, open: true},
		{pattern: "GET /gateway/bot", do: getGatewayBot},
		{pattern: "GET /users/@me", do: func(*Server, *call) (any, error) { return botUser(), nil }},
		{pattern: "GET /users/{user_id}", do: getUser},
		{pattern: "GET /users/@me/guilds", do: getGuilds},
		{pattern: "POST /users/@me/channels", do: openDirect},
		{pattern: "GET /oauth2/applications/@me", do: getApplication},
		{pattern: "GET /applications/@me", do: getApplication},
		{pattern: "GET /guilds/{guild_id}", do: getGuild},
		{pattern: "GET /guilds/{guild_id}/channels", do: getGuildChannels},
		{pattern: "GET /guilds/{guild_id}/members/{user_id}", do: getMember},
	}
}

func getGateway(s *Server, c *call) (any, error) {
	return map[string]any{"url": s.socketURL("/gateway/")}, nil
}

func getGatewayBot(s *Server, c *call) (any, error) {
	return map[string]any{
		"url": s.socketURL("/gateway/"), "shards": s.opts.Shards, "session_start_limit": s.sessionStart(),
	}, nil
}

func getUser(s *Server, c *call) (any, error) {
	id := c.vars("user_id")
	if id == ApplicationID {
		return botUser(), nil
	}
	m := s.world.person(id)
	if m == nil {
		return nil, unknownUser()
	}
	return userOf(m), nil
}

func getGuilds(s *Server, c *call) (any, error) {
	list := []map[string]any{}
	for _, id := range s.world.order {
		g := s.world.guilds[id]
		list = append(list, map[string]any{
			"id": g.ID, "name": g.Name, "icon": nil, "owner": false,
			"permissions": bits(g.Bot), "features": []string{},
		})
	}
	return list, nil
}

func getApplication(s *Server, c *call) (any, error) {
	return map[string]any{
		"id": ApplicationID, "name": "Rapporteur", "icon": nil, "description": "", "bot_public": true,
		"bot_require_code_grant": false, "verify_key": "", "flags": 0, "bot": botUser(),
		"owner": User{ID: AdminID, Username: "ada", Discriminator: "0"},
		"team":  nil,
	}, nil
}

func getGuild(s *Server, c *call) (any, error) {
	id := c.vars("guild_id")
	if s.world.guilds[id] == nil {
		return nil, unknownGuild()
	}
	return s.guildObject(id), nil
}

func getGuildChannels(s *Server, c *call) (any, error) {
	id := c.vars("guild_id")
	if s.world.guilds[id] == nil {
		return nil, unknownGuild()
	}
	list := []any{}
	for _, ch := range s.world.channelsOf(id) {
		if !ch.isThread() && s.world.botMay(ch).Has(ViewChannel) {
			list = append(list, s.channelObject(ch))
		}
	}
	return list, nil
}

func getMember(s *Server, c *call) (any, error) {
	if s.world.guilds[c.vars("guild_id")] != nil && c.vars("user_id") == ApplicationID {
		return botMember(), nil
	}
	m := s.world.member(c.vars("guild_id"), c.vars("user_id"))
	if m == nil {
		return nil, refuse(404, 10007, "Unknown Member")
	}
	o := memberObject(m)
	delete(o, "permissions")
	return o, nil
}

func openDirect(s *Server, c *call) (any, error) {
	var body struct {
		Recipient string `json:"recipient_id"`
	}
	if err := c.into(&body); err != nil {
		return nil, err
	}
	if s.world.person(body.Recipient) == nil {
		return nil, unknownUser()
	}
	return s.channelObject(s.directChannel(body.Recipient)), nil
}
