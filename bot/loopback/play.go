package loopback

import "time"

// A Play says how the gateway treats one connection. The zero Play is the
// ordinary course.
type Play struct {
	Refuse         int             // answer the upgrade with this HTTP status, of 503 or above, instead
	Silent         bool            // accept the websocket and never say anything
	Hello          <-chan struct{} // send Hello only when this is closed; nil sends it at once
	ReconnectFirst bool            // op 7 in place of Hello
	Invalid        *bool           // op 9 in answer to Identify or Resume; whether the session may be resumed
	CloseWith      int             // this close code in answer to Identify or Resume
	DropOnIdentify bool            // cut the TCP connection upon Identify or Resume
	NoAcks         bool            // never acknowledge a heartbeat
}

// PlayNext treats the next connections in this way, one after the other; those
// after them are treated as PlayAlways says.
func (s *Server) PlayNext(plays ...Play) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gateway.plays = append(s.gateway.plays, plays...)
}

// PlayAlways treats every further connection in this way; the zero Play returns
// to the ordinary course.
func (s *Server) PlayAlways(p Play) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gateway.always = &p
}

func (s *Server) nextPlay() Play {
	if len(s.gateway.plays) > 0 {
		p := s.gateway.plays[0]
		s.gateway.plays = s.gateway.plays[1:]
		return p
	}
	if s.gateway.always != nil {
		return *s.gateway.always
	}
	return Play{}
}

// Reconnect asks every connected bot to reconnect (op 7); sessions stay resumable.
func (s *Server) Reconnect() { s.toAll(func(c *conn) { c.send(packet{Op: opReconnect}) }) }

// Invalidate tells every connected bot that its session is invalid (op 9), and
// forgets the session unless it may be resumed.
func (s *Server) Invalidate(resumable bool) {
	s.toAll(func(c *conn) {
		c.send(packet{Op: opInvalidSession, Data: resumable})
		if !resumable && c.session != nil {
			delete(s.gateway.sessions, c.session.id)
			c.session = nil
		}
	})
}

// AskHeartbeat asks every connected bot for a heartbeat now (op 1).
func (s *Server) AskHeartbeat() { s.toAll(func(c *conn) { c.send(packet{Op: opHeartbeat}) }) }

// Drop cuts every gateway connection without a close frame.
func (s *Server) Drop() {
	s.toAll(func(c *conn) {
		c.detach()
		c.cut()
	})
}

// CloseWith closes every gateway connection with a code, 4000 to 4014 for example.
func (s *Server) CloseWith(code int) { s.toAll(func(c *conn) { c.close(code) }) }

// StopAcks leaves heartbeats of the present connections unanswered from now on.
func (s *Server) StopAcks() { s.toAll(func(c *conn) { c.play.NoAcks = true }) }

func (s *Server) toAll(do func(*conn)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for c := range s.gateway.conns {
		do(c)
	}
	s.notify()
}

// cutAll ends every connection and forgets every session. The caller holds s.mu.
func (s *Server) cutAll() {
	for c := range s.gateway.conns {
		c.cut()
	}
	s.gateway.sessions = map[string]*session{}
}

// sessionStart is /gateway/bot's account of Identifies left.
func (s *Server) sessionStart() map[string]any {
	recent := s.recentIdentifies()
	reset := time.Duration(0)
	if len(recent) > 0 {
		reset = 24*time.Hour - s.opts.Now().Sub(recent[0])
	}
	return map[string]any{
		"total":           s.opts.Identifies,
		"remaining":       max(0, s.opts.Identifies-len(recent)),
		"reset_after":     reset.Milliseconds(),
		"max_concurrency": 1,
	}
}
