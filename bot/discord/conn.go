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

// Faults that the gateway announces in a frame. The wire turns them into read errors,
// so that discordgo never sees the frames it deadlocks on.
var (
	errAskedToReconnect = errors.New("the gateway asked for a new connection (op 7)")
	errInvalidSession   = errors.New("the gateway refused the session (op 9)")
	errClosed           = errors.New("the gateway closed the connection")
)

// Gateway opcodes (Discord, "Gateway Opcodes").
const (
	opReconnect      = 7
	opInvalidSession = 9
	opHello          = 10
	opHeartbeatAck   = 11
)

// A wire is the gateway's connection as seen from outside discordgo. It keeps the read
// deadline, from Hello on by the acknowledgements alone, so that a gateway that talks
// but never acknowledges counts as dead; it notes the close code; and it turns op 7
// and op 9 into read errors.
type gatewayConn struct {
	net.Conn
	scan   frameScan
	beats  float64       // heartbeats without an acknowledgement before the wire is dead
	ready  []byte        // scanned, not read yet
	raw    []byte        // buffer of reads from Conn
	err    error         // what the next Read returns once ready is empty
	once   sync.Once     // closes down
	down   chan struct{} // closed at the first read error
	mu     sync.Mutex    // guards what follows
	code   int           // close code, 0 when none was seen
	reason error         // the first read error
	beat   time.Duration // heartbeat interval, 0 before Hello
}

// newWire watches conn. The first bytes must come within patience; after Hello an
// acknowledgement must come every `beats` heartbeats.
func newGatewayConn(conn net.Conn, patience time.Duration, beats float64) (*gatewayConn, error) {
	w := &gatewayConn{Conn: conn, beats: beats, raw: make([]byte, 4096), down: make(chan struct{})}
	w.scan.inspect = w.inspect
	if err := conn.SetReadDeadline(time.Now().Add(patience)); err != nil {
		return nil, fmt.Errorf("set the gateway's read deadline: %w", err)
	}
	return w, nil
}

// Read passes on what the gateway sent, except the frames that ask for a new
// connection: those end the wire.
func (w *gatewayConn) Read(p []byte) (int, error) {
	for len(w.ready) == 0 {
		if w.err != nil {
			w.fail(w.err)
			return 0, w.err
		}
		n, err := w.Conn.Read(w.raw)
		pass, verdict := w.scan.feed(w.raw[:n])
		w.ready = append(w.ready[:0], pass...)
		if w.err = verdict; verdict == nil && err != nil {
			w.err = err
		}
	}
	n := copy(p, w.ready)
	w.ready = w.ready[n:]
	return n, nil
}

// SetReadDeadline does nothing: the deadline is the wire's own business.
func (w *gatewayConn) SetReadDeadline(time.Time) error { return nil }

// SetDeadline sets the write deadline alone, for the same reason.
func (w *gatewayConn) SetDeadline(t time.Time) error { return w.Conn.SetWriteDeadline(t) }

// hangUp says goodbye with code 1000, so that the gateway need not wait for us, and
// closes the connection when the gateway has answered or the time is over.
func (w *gatewayConn) hangUp(limit time.Duration) {
	// A close frame with code 1000, masked with a key of zeros (RFC 6455, section 5.5.1).
	goodbye := []byte{0x80 | frameClose, 0x80 | 2, 0, 0, 0, 0, 1000 >> 8, 1000 & 0xff}
	if _, err := w.Conn.Write(goodbye); err == nil {
		_ = WaitFor(context.Background(), w.down, limit)
	}
	w.Conn.Close()
}

// fail records why the wire went down, once.
func (w *gatewayConn) fail(err error) {
	w.mu.Lock()
	if w.reason == nil {
		w.reason = err
	}
	w.mu.Unlock()
	w.once.Do(func() { close(w.down) })
}

// end is why the wire went down and the close code, 0 when none was sent.
func (w *gatewayConn) end() (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.code, w.reason
}

// inspect looks into a small whole frame and says whether the connection is over.
func (w *gatewayConn) inspect(opcode byte, payload []byte) error {
	switch opcode {
	case frameClose:
		if len(payload) >= 2 {
			w.mu.Lock()
			w.code = int(payload[0])<<8 | int(payload[1])
			w.mu.Unlock()
		}
		w.fail(errClosed) // discordgo reads the frame and then no more
		return nil
	case frameText:
		return w.inspectEvent(payload)
	}
	return nil
}

func (w *gatewayConn) inspectEvent(payload []byte) error {
	var e struct {
		Op int             `json:"op"`
		D  json.RawMessage `json:"d"`
	}
	if json.Unmarshal(payload, &e) != nil {
		return nil // discordgo says what is wrong with it
	}
	switch e.Op {
	case opReconnect:
		return errAskedToReconnect
	case opInvalidSession:
		return errInvalidSession
	case opHello:
		var hello struct {
			Interval int64 `json:"heartbeat_interval"` // milliseconds
		}
		if json.Unmarshal(e.D, &hello) != nil || hello.Interval <= 0 {
			return fmt.Errorf("the gateway's Hello has no heartbeat interval")
		}
		w.mu.Lock()
		w.beat = time.Duration(hello.Interval) * time.Millisecond
		w.mu.Unlock()
		return w.extend()
	case opHeartbeatAck:
		return w.extend()
	}
	return nil
}

// interval is the heartbeat's, 0 before Hello.
func (w *gatewayConn) interval() time.Duration {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.beat
}

// extend moves the read deadline on by the heartbeats that may go unacknowledged.
func (w *gatewayConn) extend() error {
	beat := w.interval()
	if beat == 0 {
		return nil
	}
	return w.Conn.SetReadDeadline(time.Now().Add(time.Duration(w.beats * float64(beat))))
}
