package loopback_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"rapporteur/bot/loopback"
)

// A socket is a bot's side of one gateway connection, without a library between.
type socket struct {
	t  *testing.T
	ws *websocket.Conn
}

type packet struct {
	Op   int
	D    json.RawMessage
	S    int
	T    string
	Code int // of the close frame, when the connection ended
}

// dial opens a websocket where the server says its gateway is.
func dial(t *testing.T, s *loopback.Server) socket {
	t.Helper()
	_, answer := wire{t, s}.do(http.MethodGet, "/gateway", nil)
	return dialAt(t, answer["url"].(string)+"?v=10&encoding=json")
}

func dialAt(t *testing.T, address string) socket {
	t.Helper()
	ws, _, err := websocket.DefaultDialer.DialContext(patience(t), address, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ws.Close() })
	ws.SetReadDeadline(time.Now().Add(20 * time.Second))
	return socket{t, ws}
}

func (c socket) send(op int, data any) {
	c.t.Helper()
	if err := c.ws.WriteJSON(obj{"op": op, "d": data}); err != nil {
		c.t.Fatal(err)
	}
}

// read is the next packet; Op is -1 when the connection has ended.
func (c socket) read() packet {
	c.t.Helper()
	var p packet
	err := c.ws.ReadJSON(&p)
	var closed *websocket.CloseError
	switch {
	case errors.As(err, &closed):
		return packet{Op: -1, Code: closed.Code}
	case err != nil:
		return packet{Op: -1, Code: websocket.CloseAbnormalClosure} // no close frame came
	}
	return p
}

// expect reads a packet of an operation.
func (c socket) expect(op int) packet {
	c.t.Helper()
	p := c.read()
	if p.Op != op {
		c.t.Fatalf("got op %d %s (close %d), want op %d", p.Op, p.D, p.Code, op)
	}
	return p
}

// event reads up to an event of a kind.
func (c socket) event(kind string) packet {
	c.t.Helper()
	for {
		p := c.read()
		if p.Op == -1 {
			c.t.Fatalf("closed with %d before %s", p.Code, kind)
		}
		if p.T == kind {
			return p
		}
	}
}

// closes reads until the connection ends and compares the close code.
func (c socket) closes(code int) {
	c.t.Helper()
	for {
		if p := c.read(); p.Op == -1 {
			if p.Code != code {
				c.t.Errorf("closed with %d, want %d", p.Code, code)
			}
			return
		}
	}
}

func identity(parts obj) obj {
	d := obj{"token": loopback.Token, "intents": 1, "properties": obj{}}
	for k, v := range parts {
		d[k] = v
	}
	return d
}

// ready is what a bot keeps of READY.
type ready struct {
	SessionID string `json:"session_id"`
	Resume    string `json:"resume_gateway_url"`
}

// identify greets the gateway and waits until the guild has arrived.
func (c socket) identify() ready {
	c.t.Helper()
	c.expect(10)
	c.send(2, identity(nil))
	var r ready
	if err := json.Unmarshal(c.event("READY").D, &r); err != nil {
		c.t.Fatal(err)
	}
	c.event("GUILD_CREATE")
	return r
}

// asked is what a bot keeps of an interaction.
type asked struct {
	ID    string
	Token string
	Type  int
	Data  json.RawMessage
}

// interaction reads the next interaction.
func (c socket) interaction() asked {
	c.t.Helper()
	var a asked
	if err := json.Unmarshal(c.event("INTERACTION_CREATE").D, &a); err != nil {
		c.t.Fatal(err)
	}
	return a
}

func (a asked) callback() string { return "/interactions/" + a.ID + "/" + a.Token + "/callback" }

func (a asked) hook() string { return "/webhooks/" + loopback.ApplicationID + "/" + a.Token }
