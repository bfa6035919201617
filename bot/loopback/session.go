package loopback

import (
	"encoding/json"
	"slices"
	"time"
)

// A session is what survives a lost connection: it is resumed with its ID and the
// number of the last event received.
type session struct {
	id      string
	conn    *conn // nil while the bot is away
	shard   int
	shards  int
	wants   int      // intents
	events  []packet // numbers dropped+1 and following
	dropped int
}

// keptEvents is how many events of a session can be sent again; a bot further
// behind must identify anew.
const keptEvents = 10_000

func (c *conn) identify(data json.RawMessage) {
	s := c.server
	s.gateway.tally.Identifies++
	var body struct {
		Token   string `json:"token"`
		Intents int    `json:"intents"`
		Shard   *[2]int
	}
	if json.Unmarshal(data, &body) != nil {
		c.close(4002)
		return
	}
	if c.played() {
		return
	}
	if code := s.refusal(c, body.Token, body.Intents, body.Shard); code != 0 {
		c.close(code)
		return
	}
	if s.tooSoon() {
		c.send(packet{Op: opInvalidSession, Data: false})
		return
	}
	s.forgetAbandoned(body.Shard)
	c.session = &session{id: s.ids.next(), conn: c, shards: 1, wants: body.Intents}
	if body.Shard != nil {
		c.session.shard, c.session.shards = body.Shard[0], body.Shard[1]
	}
	s.gateway.sessions[c.session.id] = c.session
	s.welcome(c.session)
}

// forgetAbandoned drops the sessions of a shard that nobody is connected to: a
// bot that identifies anew does not come back for them.
func (s *Server) forgetAbandoned(shard *[2]int) {
	for id, old := range s.gateway.sessions {
		if old.conn == nil && (shard == nil || old.shard == shard[0]) {
			delete(s.gateway.sessions, id)
		}
	}
}

// refusal is the close code an Identify deserves, 0 for none.
func (s *Server) refusal(c *conn, token string, intents int, shard *[2]int) int {
	switch {
	case c.session != nil:
		return 4005
	case s.gateway.reset, trimBot(token) != s.opts.Token:
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

func trimBot(token string) string {
	const prefix = "Bot "
	if len(token) > len(prefix) && token[:len(prefix)] == prefix {
		return token[len(prefix):]
	}
	return token
}

// tooSoon counts an Identify. It reports whether it follows the one before too
// closely; one too many in a day resets the token, as Discord does.
func (s *Server) tooSoon() bool {
	now := s.opts.Now()
	recent := s.recentIdentifies()
	s.gateway.identifies = append(recent, now)
	if len(s.gateway.identifies) > s.opts.Identifies {
		s.gateway.reset = true
		for c := range s.gateway.conns {
			c.close(4004)
		}
		return true
	}
	return len(recent) > 0 && now.Sub(recent[len(recent)-1]) < s.opts.IdentifyEvery
}

// recentIdentifies are those of the last 24 hours.
func (s *Server) recentIdentifies() []time.Time {
	list := s.gateway.identifies
	now := s.opts.Now()
	for len(list) > 0 && now.Sub(list[0]) >= 24*time.Hour {
		list = list[1:]
	}
	return list
}

// played does what the connection's Play says in answer to Identify or Resume,
// and reports whether that was all.
func (c *conn) played() bool {
	switch p := c.play; {
	case p.Silent:
	case p.DropOnIdentify:
		c.detach()
		c.cut()
	case p.CloseWith != 0:
		c.close(p.CloseWith)
	case p.Invalid != nil:
		c.send(packet{Op: opInvalidSession, Data: *p.Invalid})
	default:
		return false
	}
	return true
}

func (c *conn) resume(data json.RawMessage) {
	s := c.server
	s.gateway.tally.Resumes++
	var body struct {
		Token     string `json:"token"`
		SessionID string `json:"session_id"`
		Seq       int    `json:"seq"`
	}
	if json.Unmarshal(data, &body) != nil {
		c.close(4002)
		return
	}
	if c.played() {
		return
	}
	old := s.gateway.sessions[body.SessionID]
	switch {
	case s.gateway.reset, trimBot(body.Token) != s.opts.Token:
		c.close(4004)
	case old == nil, body.Seq >= 0 && body.Seq < old.dropped:
		c.send(packet{Op: opInvalidSession, Data: false})
	case body.Seq < 0 || body.Seq > old.last():
		c.close(4007)
	default:
		if old.conn != nil {
			old.conn.detach()
			old.conn.cut()
		}
		old.conn, c.session = c, old
		for _, missed := range old.events[body.Seq-old.dropped:] {
			c.send(missed)
		}
		old.dispatch("RESUMED", map[string]any{})
	}
}

// last is the number of the newest event.
func (s *session) last() int { return s.dropped + len(s.events) }

// dispatch sends an event, or keeps it until the session is resumed.
func (s *session) dispatch(kind string, data any) {
	seq := s.last() + 1
	// Written out now: data may point to what changes before a resume.
	p := packet{Op: opDispatch, Data: json.RawMessage(mustJSON(data)), Seq: &seq, Type: kind}
	s.events = append(s.events, p)
	if len(s.events) > 2*keptEvents {
		s.events = slices.Clone(s.events[keptEvents:])
		s.dropped += keptEvents
	}
	if s.conn != nil {
		s.conn.send(p)
	}
}

// dispatch sends an event to every session whose shard has the guild and whose
// intents ask for it; needs 0 asks for none. It reports how many there were. The
// caller holds s.mu.
func (s *Server) dispatch(guild, kind string, data any, needs int) int {
	n := 0
	for _, one := range s.gateway.sessions {
		if one.has(guild) && (needs == intentAlways || one.wants&needs != 0) {
			one.dispatch(kind, data)
			n++
		}
	}
	s.notify()
	return n
}

// has reports whether a guild belongs to the session's shard; direct messages
// belong to shard 0.
func (s *session) has(guild string) bool {
	return int(number(guild)>>22%uint64(s.shards)) == s.shard
}

// welcome sends READY and a GUILD_CREATE for each guild of the shard.
func (s *Server) welcome(one *session) {
	guilds := []map[string]any{}
	for _, id := range s.world.order {
		if one.has(id) {
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
	if one.wants&intentGuilds == 0 {
		return
	}
	for _, g := range guilds {
		one.dispatch("GUILD_CREATE", s.guildCreate(g["id"].(string)))
	}
}
