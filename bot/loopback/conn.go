package loopback

import (
	"cmp"
	"encoding/json"
	"net"
	"strconv"
	"sync"
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

// sendLimit is how many packets a bot may send in sendPeriod; more closes with 4008.
const (
	sendLimit  = 120
	sendPeriod = 60 * time.Second
)

// hangUpWait is how long a closed connection waits for the bot to hang up too.
const hangUpWait = 2 * time.Second

// A packet is one message of the gateway, either way.
type packet struct {
	Op   int    `json:"op"`
	Data any    `json:"d"`
	Seq  *int   `json:"s"`
	Type string `json:"t,omitempty"`
}

// A conn is one websocket.
type conn struct {
	ws     *websocket.Conn
	script GatewayScript
	out    chan outgoing
	gone   chan struct{}
	once   sync.Once
	sent   []time.Time // packets of the bot within sendPeriod
	ended  bool        // further packets of the bot are ignored
}

// An outgoing is a frame to send, of a kind that websocket names.
type outgoing struct {
	kind int
	data []byte
}

func newConn(ws *websocket.Conn, script GatewayScript) *conn {
	return &conn{ws: ws, script: script, out: make(chan outgoing, 4096), gone: make(chan struct{})}
}

// send queues a packet; a bot that reads nothing for thousands of packets is cut off.
func (c *conn) send(p packet) { c.enqueue(outgoing{websocket.TextMessage, mustJSON(p)}) }

// mustJSON writes values of this package, which always can be written.
func mustJSON(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic("loopback: " + err.Error())
	}
	return text
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
			err := c.ws.WriteMessage(o.kind, o.data)
			if o.kind == websocket.CloseMessage {
				c.hangUp()
				return
			}
			if err != nil {
				c.cut()
			}
		}
	}
}

// hangUp sends no more, and lets the bot read what was sent: closing outright could discard the close frame on its way.
func (c *conn) hangUp() {
	c.ws.SetReadDeadline(time.Now().Add(hangUpWait))
	if c.ws.NetConn().(*net.TCPConn).CloseWrite() != nil {
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

// flooding counts a packet of the bot and reports whether there are too many.
func (c *conn) flooding(now time.Time) bool {
	c.sent = append(c.sent, now)
	for len(c.sent) > 0 && now.Sub(c.sent[0]) >= sendPeriod {
		c.sent = c.sent[1:]
	}
	return len(c.sent) > sendLimit
}

// resumableAfter reports whether a session outlives a close code.
func resumableAfter(code int) bool {
	return code != 4004 && code != 4007 && code != 4009 && code < 4010
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
	return cmp.Or(reasons[code], "code "+strconv.Itoa(code))
}
