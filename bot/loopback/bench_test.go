package loopback_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/gorilla/websocket"

	"rapporteur/bot/loopback"
)

// BenchmarkCommand is one command from the member to the reply, with a bot
// that answers at once over a real socket and a real request.
func BenchmarkCommand(b *testing.B) {
	s, err := loopback.Start(loopback.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	post := func(method, path, body string) {
		req, err := http.NewRequest(method, s.URL()+"/api/v10"+path, strings.NewReader(body))
		if err != nil {
			b.Error(err)
			return
		}
		req.Header.Set("Authorization", "Bot "+loopback.Token)
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			b.Error(err)
			return
		}
		resp.Body.Close()
	}
	post(http.MethodPut, allCommands, `[{"name":"c","description":"d"}]`)
	ws, _, err := websocket.DefaultDialer.Dial("ws"+strings.TrimPrefix(s.URL(), "http")+"/?v=10", nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { ws.Close() })
	if err := ws.WriteJSON(obj{"op": 2, "d": identity(nil)}); err != nil {
		b.Fatal(err)
	}
	go func() {
		for {
			var p packet
			if ws.ReadJSON(&p) != nil {
				return
			}
			var in asked
			if p.T == "INTERACTION_CREATE" && json.Unmarshal(p.D, &in) == nil {
				post(http.MethodPost, in.callback(), `{"type":4,"data":{"content":"hello","flags":64}}`)
			}
		}
	}()
	if err := s.WaitReady(b.Context()); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Command(b.Context(), loopback.Actor{}, "c"); err != nil {
			b.Fatal(err)
		}
	}
}
