package discord

import (
	"bytes"
	"errors"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"
)

func TestNoMessageCanPing(t *testing.T) {
	t.Parallel()
	const forbidden = `"allowed_mentions":{"parse":[]}`
	for _, row := range []struct {
		name, method, path, body string
		noPings                  bool
	}{
		{"a post", "POST", "channels/1/messages", `{"content":"@everyone"}`, true},
		{"a post with mentions", "POST", "channels/1/messages", `{"allowed_mentions":{"parse":["everyone"]}}`, true},
		{"an edit", "PATCH", "channels/1/messages/2", `{"content":"@here"}`, true},
		{"a thread", "POST", "channels/1/threads", `{"name":"x","message":{"content":"@here"}}`, true},
		{"a webhook", "POST", "webhooks/1/secret", `{"content":"@here"}`, true},
		{"a deferred answer", "PATCH", "webhooks/1/secret/messages/@original", `{"content":"@here"}`, true},
		{"an answer", "POST", "interactions/1/secret/callback", `{"type":4,"data":{"content":"@here"}}`, true},
		{"an update", "POST", "interactions/1/secret/callback", `{"type":7,"data":{"content":"@here"}}`, true},
		{"choices", "POST", "interactions/1/secret/callback", `{"type":8,"data":{"choices":[]}}`, false},
		{"a deferral", "POST", "interactions/1/secret/callback", `{"type":5,"data":{"flags":64}}`, false},
		{"commands", "PUT", "applications/1/commands", `[]`, false},
	} {
		c := &canned{Status: 200, Body: "{}"}
		var body any = rawBody(row.body)
		q := request{method: row.method, path: row.path, route: row.name, bucket: "x", body: body}
		if err := cannedClient(t, c).call(t.Context(), q, nil); err != nil {
			t.Errorf("%s: %v", row.name, err)
			continue
		}
		if got := strings.Contains(c.sent[0], forbidden); got != row.noPings {
			t.Errorf("%s was sent as %s", row.name, c.sent[0])
		}
		if strings.Contains(c.sent[0], `["everyone"]`) {
			t.Errorf("%s may ping: %s", row.name, c.sent[0])
		}
	}
}

type rawBody string

func (r rawBody) MarshalJSON() ([]byte, error) { return []byte(r), nil }

func TestBodiesThatMayPingAreRefused(t *testing.T) {
	t.Parallel()
	form := func(payload string) (string, string) {
		var b bytes.Buffer
		w := multipart.NewWriter(&b)
		if payload != "" {
			w.WriteField("payload_json", payload)
		}
		f, _ := w.CreateFormFile("files[0]", "a.png")
		f.Write([]byte("picture"))
		w.Close()
		return w.FormDataContentType(), b.String()
	}
	for _, row := range []struct {
		name    string
		payload string
		sent    bool
	}{
		{"a file and text without mentions", `{"content":"x","allowed_mentions":{"parse":[]}}`, true},
		{"a file and text with mentions", `{"content":"x","allowed_mentions":{"parse":["users"]}}`, false},
		{"a file and text", `{"content":"x"}`, false},
		{"a file alone", "", false},
		{"a file and invalid JSON", "{", false},
	} {
		kind, body := form(row.payload)
		req, err := http.NewRequest("POST", "https://discord.com/api/v9/channels/1/messages", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", kind)
		_, err = forbidMentions(req)
		if (err == nil) != row.sent {
			t.Errorf("%s: %v", row.name, err)
		}
	}
	for _, kind := range []string{"text/plain", "", "application/x-www-form-urlencoded"} {
		body := strings.NewReader("content=@everyone")
		req, _ := http.NewRequest("POST", "https://discord.com/api/v9/channels/1/messages", body)
		req.Header.Set("Content-Type", kind)
		if _, err := forbidMentions(req); !errors.Is(err, errMayPing) {
			t.Errorf("a body of type %q is sent: %v", kind, err)
		}
	}
	req, _ := http.NewRequest("POST", "https://discord.com/api/v9/channels/1/messages", strings.NewReader("[]"))
	req.Header.Set("Content-Type", "application/json")
	if _, err := forbidMentions(req); !errors.Is(err, errMayPing) {
		t.Errorf("a JSON list is sent as a message: %v", err)
	}
}
