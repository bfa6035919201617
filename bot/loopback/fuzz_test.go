package loopback

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// FuzzBodies sends any bytes where a bot sends JSON: every answer is one of
// Discord's, and none is a crash.
func FuzzBodies(f *testing.F) {
	s, err := Start(Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { s.Close() })
	for _, seed := range []string{
		`{"content":"hello","nonce":7,"enforce_nonce":true,"allowed_mentions":{"parse":["users"]}}`,
		`{"type":9,"data":{"custom_id":"a","title":"t","components":[{"type":18,"label":"l"}]}}`,
		`{"flags":32768,"components":[{"type":17,"components":[{"type":9,"components":[{"type":10,"content":"x"}],"accessory":{"type":2}}]}]}`,
		`[{"name":"a","description":"b","options":[{"type":1,"name":"c","description":"d","options":[{"type":3}]}]}]`,
		`[null]`, `null`, `{"embeds":null,"components":[null]}`, `{"type":8,"data":{"choices":[{"value":{}}]}}`,
	} {
		f.Add(seed)
	}
	asked := &interaction{id: "1", token: "t", kind: interactionCommand, at: s.opts.Now()}
	if asked.actor, err = s.state.resolve(Actor{}); err != nil {
		f.Fatal(err)
	}
	targets := []struct{ method, path string }{
		{http.MethodPost, "/channels/" + DefaultChannel + "/messages"},
		{http.MethodPost, "/interactions/1/t/callback"},
		{http.MethodPatch, "/webhooks/" + ApplicationID + "/t/messages/@original"},
		{http.MethodPut, "/applications/" + ApplicationID + "/commands"},
		{http.MethodPost, "/channels/" + DefaultChannel + "/threads"},
	}
	f.Fuzz(func(t *testing.T, body string) {
		one := *asked
		s.interactions["1"], s.tokens["t"] = &one, &one
		for _, target := range targets {
			r := httptest.NewRequest(target.method, "/api/v10"+target.path, strings.NewReader(body))
			r.Header.Set("Authorization", "Bot "+Token)
			w := httptest.NewRecorder()
			s.serve(w, r)
			if w.Code >= 500 {
				t.Errorf("%s %s: %d %s", target.method, target.path, w.Code, w.Body)
			}
		}
		s.state.messages = map[string][]*Message{}
		s.rest.requests = nil
	})
}
