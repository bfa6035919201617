package discord

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"
)

// frame is a frame as a server sends it.
func frame(opcode byte, payload []byte) []byte {
	b := []byte{0x80 | opcode}
	switch n := len(payload); {
	case n < 126:
		b = append(b, byte(n))
	case n < 1<<16:
		b = binary.BigEndian.AppendUint16(append(b, 126), uint16(n))
	default:
		b = binary.BigEndian.AppendUint64(append(b, 127), uint64(n))
	}
	return append(b, payload...)
}

const upgraded = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"

// In pieces of any size all bytes pass, and the small frames are inspected whole.
func TestFramesPassInAnyPieces(t *testing.T) {
	t.Parallel()
	small, long, huge := []byte(`{"op":11}`), bytes.Repeat([]byte("x"), 5000), bytes.Repeat([]byte("y"), 70000)
	stream := bytes.Join([][]byte{
		[]byte(upgraded), frame(frameText, small), frame(frameText, long), frame(9, nil), frame(2, huge),
		frame(frameText, small),
		frame(frameClose, []byte{0x0f, 0xa4}),
	}, nil)
	for _, size := range []int{1, 2, 3, 7, 100, 4096, len(stream)} {
		var seen []string
		scan := frameScanner{inspect: func(opcode byte, payload []byte) error {
			seen = append(seen, string(opcode)+string(payload))
			return nil
		}}
		var out []byte
		for rest := stream; len(rest) > 0; {
			n := min(size, len(rest))
			pass, err := scan.feed(rest[:n])
			if err != nil {
				t.Fatal(err)
			}
			out, rest = append(out, pass...), rest[n:]
		}
		if !bytes.Equal(out, stream) {
			t.Errorf("in pieces of %d: %d of %d bytes pass", size, len(out), len(stream))
		}
		if len(seen) != 4 || seen[0] != "\x01"+string(small) || seen[3] != "\x08\x0f\xa4" {
			t.Errorf("in pieces of %d: saw %q", size, seen)
		}
	}
}

// An answer that refuses the upgrade passes whole, with its body: kept back, it would look
// like a silent gateway.
func TestRefusedUpgradePasses(t *testing.T) {
	t.Parallel()
	refusal := []byte("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 12\r\n\r\nunavailable\n")
	for _, size := range []int{1, 5, 12, 13, len(refusal)} {
		scan := frameScanner{inspect: func(byte, []byte) error { return errInvalidSession }}
		var out []byte
		for rest := refusal; len(rest) > 0; {
			n := min(size, len(rest))
			pass, err := scan.feed(rest[:n])
			if err != nil {
				t.Fatal(err)
			}
			out, rest = append(out, pass...), rest[n:]
		}
		if !bytes.Equal(out, refusal) {
			t.Errorf("in pieces of %d: %q passes", size, out)
		}
	}
}

// A refused frame does not pass, nor does anything after it.
func TestRefusedFrameDoesNotPass(t *testing.T) {
	t.Parallel()
	scan := frameScanner{inspect: func(_ byte, payload []byte) error {
		if string(payload) == "bad" {
			return errReconnectRequested
		}
		return nil
	}}
	good := append([]byte(upgraded), frame(frameText, []byte("good"))...)
	bad, later := frame(frameText, []byte("bad")), frame(frameText, []byte("later"))
	pass, err := scan.feed(bytes.Join([][]byte{good, bad, later}, nil))
	if !errors.Is(err, errReconnectRequested) || !bytes.Equal(pass, good) {
		t.Errorf("%q passes, %v", pass, err)
	}
}

func TestConnReadsEvents(t *testing.T) {
	t.Parallel()
	for payload, want := range map[string]error{
		`{"op":7,"d":null}`:                 errReconnectRequested,
		`{"op":9,"d":false}`:                errInvalidSession,
		`{"op":9,"d":true}`:                 errInvalidSession,
		`{"op":0,"t":"READY","d":{"op":7}}`: nil,
		`{"op":11}`:                         nil,
		`not json`:                          nil,
		`[]`:                                nil,
	} {
		c := &gatewayConn{}
		if err := c.inspectEvent([]byte(payload)); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", payload, err, want)
		}
	}
	if err := (&gatewayConn{}).inspectEvent([]byte(`{"op":10,"d":{"heartbeat_interval":0}}`)); err == nil {
		t.Error("a Hello without an interval is accepted")
	}
}

func FuzzFrames(f *testing.F) {
	f.Add([]byte(upgraded+"\x81\x03abc\x88\x02\x0f\xa4"), 3)
	f.Add([]byte(upgraded+"\x81\x7f\xff\xff\xff\xff\xff\xff\xff\xff"), 1)
	f.Add([]byte(upgraded+"\x81\xfe\x00\x02abcdxy"), 5)
	f.Fuzz(func(t *testing.T, stream []byte, size int) {
		c := &gatewayConn{down: make(chan struct{})}
		scan := frameScanner{inspect: func(opcode byte, payload []byte) error {
			if len(payload) > smallFrame {
				t.Errorf("%d bytes are inspected", len(payload))
			}
			if opcode == frameClose {
				return c.inspect(opcode, payload)
			}
			return nil
		}}
		var out []byte
		for rest := stream; len(rest) > 0; {
			n := min(max(size, 1), len(rest))
			pass, err := scan.feed(rest[:n])
			if err != nil {
				t.Fatal(err)
			}
			out, rest = append(out, pass...), rest[n:]
		}
		if !bytes.HasPrefix(stream, out) {
			t.Errorf("%q passes as %q", stream, out)
		}
	})
}
