package loopback

import (
	"slices"
	"time"

	"github.com/gorilla/websocket"
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

// A gatewayState is the gateway's connections and sessions.
type gatewayState struct {
	conns      map[*conn]*session // nil until identified
	sessions   map[string]*session
	identifies []time.Time     // of the last 24 hours, or more
	scripts    []GatewayScript // of the next connections, one each
	always     GatewayScript   // of the connections after them
	counters   Counters
	tokenReset bool // the token is no longer valid
}

// A Counters counts what has happened on the gateway since the start.
type Counters struct {
	Live        int   // connections identified or resumed, now
	Connections int   // websockets opened
	Identifies  int   // op 2 received, also those refused
	Resumes     int   // op 6 received
	Heartbeats  int   // op 1 received
	Closes      []int // codes of the bot's close frames, in order; 1006 for none
}

func (g *gatewayState) currentCounters() Counters {
	t := g.counters
	t.Closes = slices.Clone(t.Closes)
	for _, one := range g.conns {
		if one != nil {
			t.Live++
		}
	}
	return t
}

// nextScript says how a connection that is opened now is treated.
func (g *gatewayState) nextScript() GatewayScript {
	if len(g.scripts) == 0 {
		return g.always
	}
	script := g.scripts[0]
	g.scripts = g.scripts[1:]
	return script
}

// close sends a close frame after what is queued. The session can be resumed unless the code ends it.
func (g *gatewayState) close(c *conn, code int) {
	if one := g.conns[c]; one != nil && !resumableAfter(code) {
		delete(g.sessions, one.id)
	}
	g.detach(c)
	c.enqueue(outgoing{websocket.CloseMessage, websocket.FormatCloseMessage(code, closeReason(code))})
}

// drop cuts a connection without a close frame; its session can be resumed.
func (g *gatewayState) drop(c *conn) {
	g.detach(c)
	c.cut()
}

// detach separates a connection from its session and ignores what it sends from now on.
func (g *gatewayState) detach(c *conn) {
	c.ended = true
	if one := g.conns[c]; one != nil {
		if one.conn == c {
			one.conn = nil
		}
		g.conns[c] = nil
	}
}

// dispatch sends an event to the sessions with the guild and an intent of needs (0: any), and counts them.
func (g *gatewayState) dispatch(guild, kind string, data any, needs int) int {
	n := 0
	for _, one := range g.sessions {
		if one.has(guild) && (needs == intentAlways || one.intents&needs != 0) {
			one.dispatch(kind, data)
			n++
		}
	}
	return n
}

// recentIdentifies are those of the last 24 hours.
func (g *gatewayState) recentIdentifies(now time.Time) []time.Time {
	list := g.identifies
	for len(list) > 0 && now.Sub(list[0]) >= 24*time.Hour {
		list = list[1:]
	}
	return list
}
