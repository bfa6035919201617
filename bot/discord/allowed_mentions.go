package discord

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"
)

// noMentions is the only allowed_mentions that leaves this program.
const noMentions = `{"parse":[]}`

// forbidMentions returns the request with a body that can ping nobody. No other code has to
// ensure this: a JSON body is corrected, a body with files must already forbid mentions, and
// any other body that could be a message is refused.
func forbidMentions(req *http.Request) (*http.Request, error) {
	if req.Body == nil || !canCarryMessage(req.Method, req.URL.Path) {
		return req, nil
	}
	body, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, fmt.Errorf("read the body to send: %w", err)
	}
	req.Body.Close()
	kind, params, _ := mime.ParseMediaType(req.Header.Get("Content-Type"))
	switch kind {
	case "application/json":
		body, err = setNoMentions(body, isCallback(req.URL.Path))
	case "multipart/form-data":
		err = checkNoMentions(body, params["boundary"], isCallback(req.URL.Path))
	default:
		err = errMayPing
	}
	if err != nil {
		return nil, err
	}
	req = req.Clone(req.Context())
	req.Body = io.NopCloser(bytes.NewReader(body))
	req.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(body)), nil }
	req.ContentLength = int64(len(body))
	return req, nil
}

// canCarryMessage reports whether a request to this path can make or change a message.
func canCarryMessage(method, path string) bool {
	if method == http.MethodGet || method == http.MethodDelete {
		return false
	}
	return isCallback(path) || isWebhook(path) || strings.Contains(path, "/channels/")
}

// isCallback reports whether the path is the first answer to an interaction, which the
// global rate limit does not cover.
func isCallback(path string) bool {
	return strings.Contains(path, "/interactions/") && strings.HasSuffix(path, "/callback")
}

// isWebhook reports whether the path carries an interaction's token, whose 401 says nothing about the bot's token.
func isWebhook(path string) bool { return strings.Contains(path, "/webhooks/") }

// setNoMentions sets allowed_mentions in a message, or in the message inside a callback.
func setNoMentions(body []byte, isCallback bool) ([]byte, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil || fields == nil {
		return nil, fmt.Errorf("%w: it is not a JSON object", errMayPing)
	}
	if !isCallback {
		fields["allowed_mentions"] = json.RawMessage(noMentions)
		return json.Marshal(fields)
	}
	switch string(fields["type"]) {
	case "4", "7":
		data, err := setNoMentions(fields["data"], false)
		if err != nil {
			return nil, err
		}
		fields["data"] = data
		return json.Marshal(fields)
	}
	return body, nil
}

// checkNoMentions refuses a body with files whose payload_json does not forbid mentions.
func checkNoMentions(body []byte, boundary string, isCallback bool) error {
	parts := multipart.NewReader(bytes.NewReader(body), boundary)
	for {
		part, err := parts.NextPart()
		if err != nil {
			return errMayPing
		}
		if part.FormName() != "payload_json" {
			continue
		}
		var payload struct {
			AllowedMentions json.RawMessage `json:"allowed_mentions"`
			Data            struct {
				AllowedMentions json.RawMessage `json:"allowed_mentions"`
			} `json:"data"`
		}
		if json.NewDecoder(part).Decode(&payload) != nil {
			return errMayPing
		}
		allowed := payload.AllowedMentions
		if isCallback {
			allowed = payload.Data.AllowedMentions
		}
		if string(allowed) != noMentions {
			return errMayPing
		}
		return nil
	}
}
