package loopback

import (
	"encoding/json"
	"net/http"
	"time"

	"github.com/gorilla/websocket"
)

// Gateway operations.
const (
	opDispatch       = 0
	opHeartbeat      = 1
	opIdentify       = 2
	opResume         = 6
	opReconnect      = 7
	opInvalidSession = 9
	opHello          = 10
	opHeartbeatAck   = 11
)

// Intents of events this server sends.
const (
	intentGuilds         = 1 << 0
	intentGuildMessages  = 1 << 9
	intentDirectMessages = 1 << 12
	privilegedIntents    = 1<<1 | 1<<8 | 1<<15
	knownIntents         = 1<<26 - 1
	intentAlways         = 0
)

// sendLimit is how many packets a bot may send in sendPeriod; more closes with 4008.
const (
	sendLimit  = 120
	sendPeriod = 60 * time.Second
)

type gatewayState struct {
	conns      map[*conn]bool
	sessions   map[string]*session
	identifies []time.Time
	plays      []Play
	always     *Play
	tally      Tally
	reset      bool // the token is no longer valid
}

func newGatewayState() gatewayState {
	return gatewayState{conns: map[*conn]bool{}, sessions: map[string]*session{}}
}

// A Tally counts what the gateway has seen since the start.
type Tally struct {
	Live        int   // connections identified or resumed, now
	Connections int   // websockets opened
	Identifies  int   // op 2 received, also those refused
	Resumes     int   // op 6 received
	Heartbeats  int   // op 1 received
	Closes      []int // codes of the bot's close frames, in order; 1006 for none
}

// Tally counts what the gateway has seen.
func (s *Server) Tally() Tally {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.gateway.tally
	t.Closes = append([]int(nil), t.Closes...)
	for c := range s.gateway.conns {
		if c.session != nil {
			t.Live++
		}
	}
	return t
}

func (s *Server) serveGateway(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	play, closed := s.nextPlay(), s.closed
	s.mu.Unlock()
	if play.Refuse != 0 || closed {
		http.Error(w, "unavailable", max(play.Refuse, http.StatusServiceUnavailable))
		return
	}
	upgrader := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	ws, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // the upgrader has answered
	}
	c := &conn{server: s, ws: ws, play: play, out: make(chan outgoing, 4096), gone: make(chan struct{})}
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		ws.Close()
		return
	}
	s.gateway.conns[c] = true
	s.gateway.tally.Connections++
	s.routines.Go(c.write)
	s.routines.Go(func() { c.converse(r.URL.Query().Get("v")) })
	s.notify()
	s.mu.Unlock()
}

// converse greets the bot and handles its packets until the connection ends.
func (c *conn) converse(version string) {
	defer c.forget()
	c.greet(version)
	for {
		_, text, err := c.ws.ReadMessage()
		if err != nil {
			c.closedByBot(err)
			return
		}
		var p struct {
			Op   int             `json:"op"`
			Data json.RawMessage `json:"d"`
		}
		broken := json.Unmarshal(text, &p) != nil
		c.server.mu.Lock()
		switch {
		case c.ended:
		case broken:
			c.close(4002)
		default:
			c.handle(p.Op, p.Data)
		}
		c.server.notify()
		c.server.mu.Unlock()
	}
}

func (c *conn) greet(version string) {
	if c.play.Silent {
		return
	}
	if c.play.Hello != nil {
		select {
		case <-c.play.Hello:
		case <-c.gone:
			return
		}
	}
	switch {
	case c.play.ReconnectFirst:
		c.send(packet{Op: opReconnect})
	case version != "9" && version != "10":
		c.server.mu.Lock()
		c.close(4012)
		c.server.mu.Unlock()
	default:
		c.send(packet{Op: opHello, Data: map[string]any{
			"heartbeat_interval": c.server.opts.Heartbeat.Milliseconds(),
		}})
	}
}

// handle does what a packet of the bot asks. The caller holds the server's mu.
func (c *conn) handle(op int, data json.RawMessage) {
	if c.flooding() {
		c.close(4008)
		return
	}
	switch op {
	case opHeartbeat:
		c.server.gateway.tally.Heartbeats++
		if !c.play.NoAcks && !c.play.Silent {
			c.send(packet{Op: opHeartbeatAck})
		}
	case opIdentify:
		c.identify(data)
	case opResume:
		c.resume(data)
	case 3, 4, 8, 31: // presence, voice, members, sounds: heard, of no effect
		if c.session == nil {
			c.close(4003)
		}
	default:
		c.close(4001)
	}
}

func (c *conn) flooding() bool {
	now := c.server.opts.Now()
	c.sent = append(c.sent, now)
	for len(c.sent) > 0 && now.Sub(c.sent[0]) >= sendPeriod {
		c.sent = c.sent[1:]
	}
	return len(c.sent) > sendLimit
}

// closedByBot notes how the bot ended the connection: 1000 and 1001 end its
// session as well, anything else leaves it to be resumed.
func (c *conn) closedByBot(err error) {
	code := websocket.CloseAbnormalClosure
	if e, ok := err.(*websocket.CloseError); ok {
		code = e.Code
	}
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gateway.tally.Closes = append(s.gateway.tally.Closes, code)
	ended := code == websocket.CloseNormalClosure || code == websocket.CloseGoingAway
	if ended && c.session != nil {
		delete(s.gateway.sessions, c.session.id)
	}
}

func (c *conn) forget() {
	c.cut()
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.gateway.conns, c)
	c.detach()
	s.notify()
}
