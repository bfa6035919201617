package discord

import "bytes"

// WebSocket opcodes (RFC 6455, section 5.2).
const (
	frameText  = 1
	frameClose = 8
)

// smallFrame is how many bytes of payload a frame may have to be looked into. The
// gateway's control events are under 200 bytes; larger frames pass unread.
const smallFrame = 4096

// maxHandshake caps the answer to the upgrade request, in bytes; gorilla reads at
// most as much.
const maxHandshake = 64 << 10

// A frameScan follows the bytes of a WebSocket from server to client: the answer to
// the upgrade, then frames. Small frames are held back until they are whole and
// inspected; everything else passes as it comes.
type frameScan struct {
	inspect   func(opcode byte, payload []byte) error // error: the frame does not pass
	upgraded  bool
	handshake int    // bytes of the upgrade's answer seen
	held      []byte // an incomplete header or small frame
	skip      uint64 // bytes of a large frame still to pass
}

// feed takes the next bytes and returns those that may pass on. An error says that no
// more will.
func (f *frameScan) feed(b []byte) ([]byte, error) {
	f.held = append(f.held, b...)
	var pass []byte
	for {
		n, err := f.step()
		if n > 0 {
			pass = append(pass, f.held[:n]...)
			f.held = f.held[n:]
		}
		if err != nil || n == 0 {
			return pass, err
		}
	}
}

// step is how many of the held bytes may pass now; 0 asks for more input.
func (f *frameScan) step() (int, error) {
	switch {
	case !f.upgraded:
		return f.stepHandshake(), nil
	case f.skip > 0:
		n := min(f.skip, uint64(len(f.held)))
		f.skip -= n
		return int(n), nil
	}
	head, size, ok := frameHeader(f.held)
	switch {
	case !ok:
		return 0, nil
	case size > smallFrame:
		f.skip = size
		return head, nil
	case uint64(len(f.held)-head) < size:
		return 0, nil
	}
	whole := head + int(size)
	if err := f.inspect(f.held[0]&0x0f, f.held[head:whole]); err != nil {
		return 0, err
	}
	return whole, nil
}

// stepHandshake passes bytes up to the blank line that ends the answer to the
// upgrade. The last three stay held, lest the blank line straddle two reads. An answer
// that refuses the upgrade has no frames after it: all of it passes.
func (f *frameScan) stepHandshake() int {
	const blank, agreed = "\r\n\r\n", "HTTP/1.1 101"
	switch {
	case f.handshake > 0:
	case len(f.held) < len(agreed):
		return 0
	case !bytes.HasPrefix(f.held, []byte(agreed)):
		f.upgraded, f.skip = true, ^uint64(0)
		return len(f.held)
	}
	if i := bytes.Index(f.held, []byte(blank)); i >= 0 {
		f.upgraded = true
		return i + len(blank)
	}
	n := max(0, len(f.held)-len(blank)+1)
	f.handshake += n
	if f.handshake > maxHandshake {
		f.upgraded, f.skip = true, ^uint64(0)
	}
	return n
}

// frameHeader reads a frame's header: its length, the payload's, and whether it is
// all there. Servers do not mask (RFC 6455, section 5.1); a masked frame counts its
// key as payload.
func frameHeader(b []byte) (head int, size uint64, ok bool) {
	if len(b) < 2 {
		return 0, 0, false
	}
	head, extra := 2, 0
	switch size = uint64(b[1] & 0x7f); size {
	case 126:
		extra = 2
	case 127:
		extra = 8
	}
	if extra > 0 {
		if len(b) < head+extra {
			return 0, 0, false
		}
		size = 0
		for _, c := range b[head : head+extra] {
			size = size<<8 | uint64(c)
		}
		head += extra
	}
	if b[1]&0x80 != 0 {
		size += 4
	}
	return head, size, true
}
