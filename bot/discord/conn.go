package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"
)

// Gateway opcodes (Discord, "Gateway Opcodes").
const (
	opReconnect      = 7
	opInvalidSession = 9
	opHello          = 10
	opHeartbeatAck   = 11
)

// A gatewayConn watches a gateway connection from below discordgo. From Hello on, only heartbeat acknowledgements
// move its read deadline, so a gateway that talks but never acknowledges counts as dead. It notes the close code,
// and turns op 7 and op 9 into read errors.
type gatewayConn struct {
	net.Conn
	scanner     frameScanner
	missedBeats float64       // heartbeats without an acknowledgement before the connection is dead
	readable    []byte        // scanned, not read yet
	raw         []byte        // buffer of reads from Conn
	err         error         // what Read returns once readable is empty
	down        chan struct{} // closed at the first read error
	mu          sync.Mutex    // guards the fields below
	code        int           // close code, 0 when none was seen
	reason      error         // the first read error
	heartbeat   time.Duration // heartbeat interval, 0 before Hello
}

// newGatewayConn watches conn. The first bytes must come within firstRead; after Hello an
// acknowledgement must come every missedBeats heartbeats.
func newGatewayConn(conn net.Conn, firstRead time.Duration, missedBeats float64) (*gatewayConn, error) {
	c := &gatewayConn{Conn: conn, missedBeats: missedBeats, raw: make([]byte, 4096), down: make(chan struct{})}
	c.scanner.inspect = c.inspect
	if err := conn.SetReadDeadline(time.Now().Add(firstRead)); err != nil {
		return nil, fmt.Errorf("set the gateway's read deadline: %w", err)
	}
	return c, nil
}

// Read passes on what the gateway sent. A frame that asks for a new connection becomes an error instead.
func (c *gatewayConn) Read(p []byte) (int, error) {
	for len(c.readable) == 0 {
		if c.err != nil {
			c.setReason(c.err)
			return 0, c.err
		}
		n, readErr := c.Conn.Read(c.raw)
		pass, err := c.scanner.feed(c.raw[:n])
		c.readable = append(c.readable[:0], pass...)
		if c.err = err; err == nil {
			c.err = readErr
		}
	}
	n := copy(p, c.readable)
	c.readable = c.readable[n:]
	return n, nil
}

// SetReadDeadline does nothing: the connection sets its own read deadline.
func (c *gatewayConn) SetReadDeadline(time.Time) error { return nil }

// SetDeadline sets only the write deadline.
func (c *gatewayConn) SetDeadline(t time.Time) error { return c.Conn.SetWriteDeadline(t) }

// hangUp sends a close frame with code 1000, so that the gateway need not wait for the bot,
// and closes the connection when the gateway has answered or the limit has passed.
func (c *gatewayConn) hangUp(limit time.Duration) {
	// A client's frames are masked; the key here is zero (RFC 6455, section 5.5.1).
	closeFrame := []byte{0x80 | frameClose, 0x80 | 2, 0, 0, 0, 0, 1000 >> 8, 1000 & 0xff}
	if _, err := c.Conn.Write(closeFrame); err == nil {
		_ = WaitFor(context.Background(), c.down, limit)
	}
	c.Conn.Close()
}

// setReason records why the connection went down, once.
func (c *gatewayConn) setReason(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.reason == nil {
		c.reason = err
		close(c.down)
	}
}

// closeReason is why the connection went down: a *CloseError where the gateway sent a code, nil while it is up.
func (c *gatewayConn) closeReason() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.code != 0 {
		return &CloseError{Code: c.code}
	}
	return c.reason
}

// inspect reads a small frame. An error means that the connection is over.
func (c *gatewayConn) inspect(opcode byte, payload []byte) error {
	switch opcode {
	case frameClose:
		if len(payload) >= 2 {
			c.mu.Lock()
			c.code = int(payload[0])<<8 | int(payload[1])
			c.mu.Unlock()
		}
		c.setReason(errClosed) // discordgo reads this frame and then stops reading
	case frameText:
		return c.inspectEvent(payload)
	}
	return nil
}

func (c *gatewayConn) inspectEvent(payload []byte) error {
	var e struct {
		Op int             `json:"op"`
		D  json.RawMessage `json:"d"`
	}
	if json.Unmarshal(payload, &e) != nil {
		return nil // discordgo reports what is wrong with it
	}
	switch e.Op {
	case opReconnect:
		return errReconnectRequested
	case opInvalidSession:
		return errInvalidSession
	case opHello:
		var hello struct {
			Interval int64 `json:"heartbeat_interval"` // milliseconds
		}
		if json.Unmarshal(e.D, &hello) != nil || hello.Interval <= 0 {
			return errors.New("the gateway's Hello has no heartbeat interval")
		}
		c.mu.Lock()
		c.heartbeat = time.Duration(hello.Interval) * time.Millisecond
		c.mu.Unlock()
		return c.extendDeadline()
	case opHeartbeatAck:
		return c.extendDeadline()
	}
	return nil
}

// interval is the heartbeat interval, 0 before Hello.
func (c *gatewayConn) interval() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.heartbeat
}

// extendDeadline gives the gateway missedBeats heartbeats to acknowledge the next one.
func (c *gatewayConn) extendDeadline() error {
	interval := c.interval()
	if interval == 0 {
		return nil
	}
	return c.Conn.SetReadDeadline(time.Now().Add(time.Duration(c.missedBeats * float64(interval))))
}
