package loopback

import (
	"encoding/json"
	"net/http"

	"github.com/gorilla/websocket"
)

func (s *Server) serveGateway(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	script, closed := s.gateway.nextScript(), s.closed
	s.mu.Unlock()
	if script.RefuseStatus != 0 || closed {
		http.Error(w, "unavailable", max(script.RefuseStatus, http.StatusServiceUnavailable))
		return
	}
	upgrader := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	ws, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // the upgrader has answered
	}
	c := newConn(ws, script)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		ws.Close()
		return
	}
	s.gateway.conns[c] = nil
	s.gateway.counters.Connections++
	s.routines.Go(c.write)
	s.routines.Go(func() { s.converse(c, r.URL.Query().Get("v")) })
	s.notify()
}

// converse greets the bot and handles its packets until the connection ends.
func (s *Server) converse(c *conn, version string) {
	s.greet(c, version)
	for {
		_, text, err := c.ws.ReadMessage()
		if err != nil {
			s.change(func() { s.ended(c, err) })
			return
		}
		var p struct {
			Op   int             `json:"op"`
			Data json.RawMessage `json:"d"`
		}
		broken := json.Unmarshal(text, &p) != nil
		s.change(func() {
			switch {
			case c.ended:
			case broken:
				s.gateway.close(c, 4002)
			default:
				s.handle(c, p.Op, p.Data)
			}
		})
	}
}

func (s *Server) greet(c *conn, version string) {
	if c.script.Silent {
		return
	}
	if c.script.Hello != nil {
		select {
		case <-c.script.Hello:
		case <-c.gone:
			return
		}
	}
	switch {
	case c.script.ReconnectFirst:
		c.send(packet{Op: opReconnect})
	case version != "9" && version != "10":
		s.change(func() { s.gateway.close(c, 4012) })
	default:
		c.send(packet{Op: opHello, Data: map[string]any{"heartbeat_interval": s.opts.HeartbeatInterval.Milliseconds()}})
	}
}

// handle does what a packet of the bot asks. The caller holds s.mu.
func (s *Server) handle(c *conn, op int, data json.RawMessage) {
	if c.flooding(s.opts.Now()) {
		s.gateway.close(c, 4008)
		return
	}
	switch op {
	case opHeartbeat:
		s.gateway.counters.Heartbeats++
		if !c.script.NoAcks && !c.script.Silent {
			c.send(packet{Op: opHeartbeatAck})
		}
	case opIdentify, opResume:
		s.begin(c, op, data)
	case 3, 4, 8, 31: // presence, voice, members, sounds: accepted, without effect
		if s.gateway.conns[c] == nil {
			s.gateway.close(c, 4003)
		}
	default:
		s.gateway.close(c, 4001)
	}
}

// ended records how a connection ended and forgets it. The codes 1000 and 1001 end its session too, others do not.
func (s *Server) ended(c *conn, err error) {
	code := websocket.CloseAbnormalClosure
	if e, ok := err.(*websocket.CloseError); ok {
		code = e.Code
	}
	g := &s.gateway
	g.counters.Closes = append(g.counters.Closes, code)
	if one := g.conns[c]; one != nil && (code == websocket.CloseNormalClosure || code == websocket.CloseGoingAway) {
		delete(g.sessions, one.id)
	}
	g.drop(c)
	delete(g.conns, c)
}
