package loopback

import (
	"encoding/json"
	"net"
	"strconv"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// lingering is how long a closed connection waits for the bot to hang up too.
const lingering = 2 * time.Second

// A packet is one message of the gateway, either way.
type packet struct {
	Op   int    `json:"op"`
	Data any    `json:"d"`
	Seq  *int   `json:"s"`
	Type string `json:"t,omitempty"`
}

// A conn is one websocket.
type conn struct {
	server  *Server
	ws      *websocket.Conn
	play    Play
	session *session // nil before Identify or Resume is accepted
	out     chan outgoing
	gone    chan struct{}
	once    sync.Once
	sent    []time.Time // packets of the bot within sendPeriod
	ended   bool        // nothing it says counts any more
}

// outgoing is a packet or, with code not 0, a close frame.
type outgoing struct {
	text []byte
	code int
}

// send queues a packet; a bot that reads nothing for thousands of packets is cut off.
func (c *conn) send(p packet) {
	c.enqueue(outgoing{text: mustJSON(p)})
}

// mustJSON writes what this package builds of plain values, which cannot fail.
func mustJSON(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic("loopback: " + err.Error())
	}
	return text
}

// close sends a close frame after what is queued. The connection is no longer
// live; its session can be resumed unless the code ends it. The caller holds the
// server's mu.
func (c *conn) close(code int) {
	if c.session != nil && !resumableAfter(code) {
		delete(c.server.gateway.sessions, c.session.id)
	}
	c.detach()
	c.enqueue(outgoing{code: code})
}

// resumableAfter reports whether a session outlives a close code.
func resumableAfter(code int) bool {
	return code != 4004 && code != 4007 && code != 4009 && code < 4010
}

// detach parts the connection from its session and ends its conversation. The
// caller holds the server's mu.
func (c *conn) detach() {
	c.ended = true
	if c.session != nil && c.session.conn == c {
		c.session.conn = nil
	}
	c.session = nil
}

func (c *conn) enqueue(o outgoing) {
	select {
	case c.out <- o:
	default:
		c.cut()
	}
}

// write sends what is queued until the connection is cut.
func (c *conn) write() {
	for {
		select {
		case <-c.gone:
			return
		case o := <-c.out:
			if o.code == 0 {
				if c.ws.WriteMessage(websocket.TextMessage, o.text) != nil {
					c.cut()
				}
				continue
			}
			frame := websocket.FormatCloseMessage(o.code, closeReason(o.code))
			c.ws.WriteControl(websocket.CloseMessage, frame, time.Now().Add(time.Second))
			c.hangUp()
			return
		}
	}
}

// hangUp says no more, and leaves the bot time to read what was said before it:
// closing outright could discard the close frame on its way.
func (c *conn) hangUp() {
	c.ws.SetReadDeadline(time.Now().Add(lingering))
	tcp, ok := c.ws.NetConn().(*net.TCPConn)
	if !ok || tcp.CloseWrite() != nil {
		c.cut()
	}
}

// cut ends the TCP connection, without a close frame.
func (c *conn) cut() {
	c.once.Do(func() {
		close(c.gone)
		c.ws.Close()
	})
}

// closeReason is the text Discord sends with a close code.
func closeReason(code int) string {
	reasons := map[int]string{
		4000: "Unknown error.", 4001: "Unknown opcode.", 4002: "Error while decoding payload.",
		4003: "Not authenticated.", 4004: "Authentication failed.", 4005: "Already authenticated.",
		4007: "Invalid seq.", 4008: "Rate limited.", 4009: "Session timed out.", 4010: "Invalid shard.",
		4011: "Sharding required.", 4012: "Invalid API version.", 4013: "Invalid intent(s).",
		4014: "Disallowed intent(s).",
	}
	if text, ok := reasons[code]; ok {
		return text
	}
	return "code " + strconv.Itoa(code)
}
