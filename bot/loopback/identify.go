package loopback

import (
	"encoding/json"
	"strings"
)

// A handshake is the data of Identify or Resume.
type handshake struct {
	Token     string  `json:"token"`
	Intents   int     `json:"intents"`
	Shard     *[2]int `json:"shard"`
	SessionID string  `json:"session_id"`
	Seq       int     `json:"seq"`
}

// begin answers Identify or Resume. The caller holds s.mu.
func (s *Server) begin(c *conn, op int, data json.RawMessage) {
	answer, count := s.identify, &s.gateway.counters.Identifies
	if op == opResume {
		answer, count = s.resume, &s.gateway.counters.Resumes
	}
	*count++
	var h handshake
	if json.Unmarshal(data, &h) != nil {
		s.gateway.close(c, 4002)
	} else if !s.scripted(c) {
		answer(c, h)
	}
}

func (s *Server) identify(c *conn, h handshake) {
	g := &s.gateway
	shard := valueOr(h.Shard, [2]int{0, 1})
	if code := s.refusal(c, h, shard); code != 0 {
		g.close(c, code)
		return
	}
	if s.tooSoon() {
		c.send(packet{Op: opInvalidSession, Data: false})
		return
	}
	// A bot that identifies anew does not come back for the shard's lost sessions.
	for id, old := range g.sessions {
		if old.conn == nil && (h.Shard == nil || old.shard == shard[0]) {
			delete(g.sessions, id)
		}
	}
	one := &session{id: s.state.ids.next(), conn: c, shard: shard[0], shards: shard[1], intents: h.Intents}
	g.conns[c], g.sessions[one.id] = one, one
	s.welcome(one)
}

// refusal is the close code that answers an Identify, 0 when it is accepted.
func (s *Server) refusal(c *conn, h handshake, shard [2]int) int {
	switch {
	case s.gateway.conns[c] != nil:
		return 4005
	case !s.validToken(h.Token):
		return 4004
	case shard[1] < 1 || shard[0] < 0 || shard[0] >= shard[1]:
		return 4010
	case h.Intents&^knownIntents != 0:
		return 4013
	case h.Intents&privilegedIntents != 0:
		return 4014
	}
	return 0
}

func (s *Server) validToken(token string) bool {
	return !s.gateway.tokenReset && strings.TrimPrefix(token, "Bot ") == s.opts.Token
}

// tooSoon counts an Identify and reports one too close to the last. Too many in a day reset the token, as on Discord.
func (s *Server) tooSoon() bool {
	now := s.opts.Now()
	recent := s.gateway.recentIdentifies(now)
	s.gateway.identifies = append(recent, now)
	if len(s.gateway.identifies) > s.opts.IdentifiesPerDay {
		s.gateway.tokenReset = true
		for c := range s.gateway.conns {
			s.gateway.close(c, 4004)
		}
		return true
	}
	return len(recent) > 0 && now.Sub(recent[len(recent)-1]) < s.opts.IdentifyInterval
}

// scripted answers Identify or Resume as the connection's script says, and reports whether that was the whole answer.
func (s *Server) scripted(c *conn) bool {
	switch p := c.script; {
	case p.Silent:
	case p.DropOnIdentify:
		s.gateway.drop(c)
	case p.CloseWith != 0:
		s.gateway.close(c, p.CloseWith)
	case p.InvalidSession != nil:
		c.send(packet{Op: opInvalidSession, Data: *p.InvalidSession})
	default:
		return false
	}
	return true
}

func (s *Server) resume(c *conn, h handshake) {
	g := &s.gateway
	old := g.sessions[h.SessionID]
	switch {
	case !s.validToken(h.Token):
		g.close(c, 4004)
	case old == nil, h.Seq >= 0 && h.Seq < old.dropped:
		c.send(packet{Op: opInvalidSession, Data: false})
	case h.Seq < 0 || h.Seq > old.last():
		g.close(c, 4007)
	default:
		if old.conn != nil {
			g.drop(old.conn)
		}
		old.conn, g.conns[c] = c, old
		for _, missed := range old.events[h.Seq-old.dropped:] {
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
		"v": 9, "user": botUser(), "guilds": guilds, "private_channels": []any{},
		"session_id": one.id, "session_type": "normal", "resume_gateway_url": s.socketURL("/resume/"),
		"shard": []int{one.shard, one.shards}, "application": map[string]any{"id": ApplicationID, "flags": 0},
	})
	if one.intents&intentGuilds == 0 {
		return
	}
	for _, id := range ids {
		one.dispatch("GUILD_CREATE", s.state.guildCreate(id))
	}
}
