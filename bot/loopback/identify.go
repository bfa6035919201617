package loopback

import (
	"encoding/json"
	"strings"
)

// identify answers op 2. The caller holds s.mu.
func (s *Server) identify(c *conn, data json.RawMessage) {
	g := &s.gateway
	g.counters.Identifies++
	var body struct {
		Token   string `json:"token"`
		Intents int    `json:"intents"`
		Shard   *[2]int
	}
	if json.Unmarshal(data, &body) != nil {
		g.close(c, 4002)
		return
	}
	if s.scripted(c) {
		return
	}
	if code := s.refusal(c, body.Token, body.Intents, body.Shard); code != 0 {
		g.close(c, code)
		return
	}
	if s.tooSoon() {
		c.send(packet{Op: opInvalidSession, Data: false})
		return
	}
	// A bot that identifies anew does not come back for the shard's lost sessions.
	for id, old := range g.sessions {
		if old.conn == nil && (body.Shard == nil || old.shard == body.Shard[0]) {
			delete(g.sessions, id)
		}
	}
	one := &session{id: s.state.ids.next(), conn: c, shards: 1, intents: body.Intents}
	if body.Shard != nil {
		one.shard, one.shards = body.Shard[0], body.Shard[1]
	}
	g.conns[c], g.sessions[one.id] = one, one
	s.welcome(one)
}

// refusal is the close code that answers an Identify, 0 when it is accepted.
func (s *Server) refusal(c *conn, token string, intents int, shard *[2]int) int {
	switch {
	case s.gateway.conns[c] != nil:
		return 4005
	case !s.validToken(token):
		return 4004
	case shard != nil && (shard[1] < 1 || shard[0] < 0 || shard[0] >= shard[1]):
		return 4010
	case intents&^knownIntents != 0:
		return 4013
	case intents&privilegedIntents&^s.opts.Privileged != 0:
		return 4014
	}
	return 0
}

func (s *Server) validToken(token string) bool {
	return !s.gateway.tokenReset && strings.TrimPrefix(token, "Bot ") == s.opts.Token
}

// tooSoon counts an Identify and reports whether it follows the previous one too
// closely. One too many in a day resets the token, as Discord does.
func (s *Server) tooSoon() bool {
	now := s.opts.Now()
	recent := s.gateway.recentIdentifies(now)
	s.gateway.identifies = append(recent, now)
	if len(s.gateway.identifies) > s.opts.Identifies {
		s.gateway.tokenReset = true
		for c := range s.gateway.conns {
			s.gateway.close(c, 4004)
		}
		return true
	}
	return len(recent) > 0 && now.Sub(recent[len(recent)-1]) < s.opts.IdentifyEvery
}

// scripted does what the connection's script says in answer to Identify or Resume,
// and reports whether that was the whole answer.
func (s *Server) scripted(c *conn) bool {
	switch p := c.script; {
	case p.Silent:
	case p.DropOnIdentify:
		s.gateway.drop(c)
	case p.CloseWith != 0:
		s.gateway.close(c, p.CloseWith)
	case p.Invalid != nil:
		c.send(packet{Op: opInvalidSession, Data: *p.Invalid})
	default:
		return false
	}
	return true
}

// resume answers op 6. The caller holds s.mu.
func (s *Server) resume(c *conn, data json.RawMessage) {
	g := &s.gateway
	g.counters.Resumes++
	var body struct {
		Token     string `json:"token"`
		SessionID string `json:"session_id"`
		Seq       int    `json:"seq"`
	}
	if json.Unmarshal(data, &body) != nil {
		g.close(c, 4002)
		return
	}
	if s.scripted(c) {
		return
	}
	old := g.sessions[body.SessionID]
	switch {
	case !s.validToken(body.Token):
		g.close(c, 4004)
	case old == nil, body.Seq >= 0 && body.Seq < old.dropped:
		c.send(packet{Op: opInvalidSession, Data: false})
	case body.Seq < 0 || body.Seq > old.last():
		g.close(c, 4007)
	default:
		if old.conn != nil {
			g.drop(old.conn)
		}
		old.conn, g.conns[c] = c, old
		for _, missed := range old.events[body.Seq-old.dropped:] {
			c.send(missed)
		}
		old.dispatch("RESUMED", map[string]any{})
	}
}

// welcome sends READY and a GUILD_CREATE for each guild of the shard.
func (s *Server) welcome(one *session) {
	guilds, ids := []any{}, []string{}
	for _, id := range s.state.order {
		if one.has(id) {
			ids = append(ids, id)
			guilds = append(guilds, map[string]any{"id": id, "unavailable": true})
		}
	}
	one.dispatch("READY", map[string]any{
		"v":                  9,
		"user":               botUser(),
		"guilds":             guilds,
		"private_channels":   []any{},
		"session_id":         one.id,
		"session_type":       "normal",
		"resume_gateway_url": s.socketURL("/resume/"),
		"shard":              []int{one.shard, one.shards},
		"application":        map[string]any{"id": ApplicationID, "flags": 0},
	})
	if one.intents&intentGuilds == 0 {
		return
	}
	for _, id := range ids {
		one.dispatch("GUILD_CREATE", s.state.guildCreate(id))
	}
}
