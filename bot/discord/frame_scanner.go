package discord

import (
	"bytes"
	"encoding/binary"
)

// WebSocket opcodes (RFC 6455, section 5.2).
const (
	frameText  = 1
	frameClose = 8
)

// smallFrame is the largest payload, in bytes, that is inspected. The gateway's control
// events are under 200 bytes; larger frames pass unread.
const smallFrame = 4096

// maxHandshake caps the answer to the upgrade request, in bytes; gorilla reads no more than that.
const maxHandshake = 64 << 10

// A frameScanner follows the bytes of a WebSocket from server to client: the answer to the upgrade, then frames.
// Small frames wait until they are complete and inspected; everything else passes as it comes.
type frameScanner struct {
	inspect   func(opcode byte, payload []byte) error // error: the frame does not pass
	upgraded  bool
	handshake int    // bytes of the upgrade's answer seen
	pending   []byte // an incomplete header or small frame
	skip      uint64 // bytes of a large frame still to pass
}

// feed takes the next bytes and returns those that may pass on. After an error no more may.
func (f *frameScanner) feed(b []byte) ([]byte, error) {
	f.pending = append(f.pending, b...)
	var pass []byte
	for {
		n, err := f.step()
		if n > 0 {
			pass = append(pass, f.pending[:n]...)
			f.pending = f.pending[n:]
		}
		if err != nil || n == 0 {
			return pass, err
		}
	}
}

// step is how many of the pending bytes may pass now; 0 asks for more input.
func (f *frameScanner) step() (int, error) {
	switch {
	case !f.upgraded:
		return f.stepHandshake(), nil
	case f.skip > 0:
		n := min(f.skip, uint64(len(f.pending)))
		f.skip -= n
		return int(n), nil
	}
	head, size, ok := frameHeader(f.pending)
	switch {
	case !ok:
		return 0, nil
	case size > smallFrame:
		f.skip = size
		return head, nil
	case uint64(len(f.pending)-head) < size:
		return 0, nil
	}
	whole := head + int(size)
	if err := f.inspect(f.pending[0]&0x0f, f.pending[head:whole]); err != nil {
		return 0, err
	}
	return whole, nil
}

// stepHandshake passes bytes up to the blank line that ends the answer to the upgrade. The last three wait, since
// the blank line may span two reads. An answer that refuses the upgrade has no frames after it: all of it passes.
func (f *frameScanner) stepHandshake() int {
	const blankLine, switching = "\r\n\r\n", "HTTP/1.1 101"
	switch {
	case f.handshake > 0:
	case len(f.pending) < len(switching):
		return 0
	case !bytes.HasPrefix(f.pending, []byte(switching)):
		f.upgraded, f.skip = true, ^uint64(0)
		return len(f.pending)
	}
	if i := bytes.Index(f.pending, []byte(blankLine)); i >= 0 {
		f.upgraded = true
		return i + len(blankLine)
	}
	n := max(0, len(f.pending)-len(blankLine)+1)
	f.handshake += n
	if f.handshake > maxHandshake {
		f.upgraded, f.skip = true, ^uint64(0)
	}
	return n
}

// frameHeader reads a frame's header: its length, the payload's length, and whether the header is complete. Servers
// do not mask (RFC 6455, section 5.1); a masked frame counts its key as payload.
func frameHeader(b []byte) (head int, size uint64, ok bool) {
	if len(b) < 2 {
		return 0, 0, false
	}
	head, size = 2, uint64(b[1]&0x7f)
	switch {
	case size == 126 && len(b) >= 4:
		head, size = 4, uint64(binary.BigEndian.Uint16(b[2:]))
	case size == 127 && len(b) >= 10:
		head, size = 10, binary.BigEndian.Uint64(b[2:])
	case size >= 126:
		return 0, 0, false
	}
	if b[1]&0x80 != 0 {
		size += 4
	}
	return head, size, true
}
