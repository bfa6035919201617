package loopback_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/bot/loopback"
	"rapporteur/bot/loopback/openapi"
	"rapporteur/corpus/testenv"
)

func TestJudge(t *testing.T) {
	t.Parallel()
	judge, err := openapi.Load(testenv.Shared(t, "discord", "openapi.json"))
	if err != nil {
		t.Fatal(err)
	}
	const (
		messages = "/channels/{channel_id}/messages"
		callback = "/interactions/{interaction_id}/{interaction_token}/callback"
		original = "/webhooks/{webhook_id}/{webhook_token}/messages/@original"
		commands = "/applications/{application_id}/commands"
	)
	for _, row := range []struct {
		method, route, body string
		wrong               string // part of the error; "" for none
	}{
		{"POST", messages, `{"content":"hello","allowed_mentions":{"parse":[]},"nonce":"abc","enforce_nonce":true}`, ""},
		{"POST", messages, `{"content":7}`, "content"},
		{"POST", messages, `{"embeds":[{"title":"T","fields":[{"name":"a","value":"b"}]}]}`, ""},
		{"POST", messages, `{"embeds":[{"title":["T"]}]}`, "title"},
		{"POST", callback, `{"type":4,"data":{"content":"x","flags":64}}`, ""},
		{"POST", callback, `{"type":8,"data":{"choices":[{"name":"a","value":"b"}]}}`, ""},
		{"POST", callback, `{"type":99}`, "type"},
		{"PATCH", original, `{"content":"x"}`, ""},
		{"PATCH", original, `{"components":[{"type":99}]}`, "components"},
		{"PUT", commands, `[{"name":"said","description":"d","type":1,"default_member_permissions":"32"}]`, ""},
		{"PUT", commands, `[{"name":"said","description":"d","options":[{"type":99,"name":"x","description":"y"}]}]`, "options"},
		{"PUT", commands, `{`, "read the body"},
		{"PUT", "/nowhere", `{}`, "no PUT /nowhere"},
		{"GET", "/users/@me", "", ""},
	} {
		err := judge.Validate(loopback.Request{Method: row.method, Route: row.route, Body: []byte(row.body)})
		switch {
		case row.wrong == "" && err != nil:
			t.Errorf("%s %s %s: %v", row.method, row.route, row.body, err)
		case row.wrong != "" && (err == nil || !strings.Contains(err.Error(), row.wrong)):
			t.Errorf("%s %s %s: got %v, want an error about %s", row.method, row.route, row.body, err, row.wrong)
		}
	}
}

// TestLimitsAgreeWithTheDocument checks against the document what this server accepts
// at each of its limits: it finds a test body that Discord would reject.
func TestLimitsAgreeWithTheDocument(t *testing.T) {
	t.Parallel()
	judge, err := openapi.Load(testenv.Shared(t, "discord", "openapi.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range messageLimits() {
		body, err := json.Marshal(l.at)
		if err != nil {
			t.Fatal(err)
		}
		if err := judge.Validate(loopback.Request{Method: "POST", Route: "/channels/{channel_id}/messages", Body: body}); err != nil {
			t.Errorf("%s: %v", l.name, err)
		}
	}
}

func TestOpenAPIAbsent(t *testing.T) {
	t.Parallel()
	_, err := openapi.Load(filepath.Join(t.TempDir(), "none.json"))
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want that the file does not exist", err)
	}
}

func BenchmarkJudge(b *testing.B) {
	judge, err := openapi.Load(testenv.Shared(b, "discord", "openapi.json"))
	if err != nil {
		b.Fatal(err)
	}
	r := loopback.Request{
		Method: "POST", Route: "/channels/{channel_id}/messages",
		Body: []byte(`{"content":"hello","embeds":[{"title":"T","description":"D"}],"allowed_mentions":{"parse":[]}}`),
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := judge.Validate(r); err != nil {
			b.Fatal(err)
		}
	}
}
