package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// nonceWindow is how long Discord is trusted to know a nonce again: it says "the past
// few minutes" (Create Message, enforce_nonce) and no more.
const NonceWindow = 2 * time.Minute

// Error codes that a channel is refused with (Discord, "JSON Error Codes").
const (
	codeUnknownMessage = 10008
	codeHasThread      = 160004
)

// lookBack is how many pages of a hundred messages are read to find one of ours.
const lookBack = 10

// A posted is a message that stands in a channel.
type posted struct {
	ID         string          `json:"id"`
	Author     author          `json:"author"`
	Components json.RawMessage `json:"components"`
}

type author struct {
	Bot bool `json:"bot"`
}

// post puts a message, encoded as JSON, and its PNG picture, if any, into a channel under a nonce. Discord gives the same nonce of
// the same author the message it already has, for a few minutes; a message which
// meanwhile was deleted counts as delivered. Each channel has a rate limit bucket of
// its own, so that none waits for another; there are only so many digests.
func (r *Client) PostMessage(ctx context.Context, channel, nonce string, body, picture []byte) (id string, err error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil {
		return "", fmt.Errorf("read a frozen message: %w", err)
	}
	fields["nonce"] = json.RawMessage(strconv.Quote(nonce))
	fields["enforce_nonce"] = json.RawMessage("true")
	var files []upload
	if len(picture) > 0 {
		files = []upload{pictureFile(picture)}
	}
	var m posted
	err = r.call(ctx, request{
		method: http.MethodPost, path: "channels/" + channel + "/messages", route: "channels/" + channel + "/messages",
		bucket: "post" + channel, body: fields, files: files, once: true,
	}, &m)
	if HasCode(err, codeUnknownMessage) {
		return "deleted", nil
	}
	return m.ID, err
}

// ping asks Discord for next to nothing, once.
func (r *Client) Ping(ctx context.Context) error {
	return r.call(ctx, request{method: http.MethodGet, path: "gateway", route: "gateway", bucket: "ping", once: true}, nil)
}

// lookFor finds our own message that bears the mark among those posted since a moment;
// "" when there is none.
func (r *Client) FindPosted(ctx context.Context, channel, mark string, since time.Time) (id string, err error) {
	after := snowflakeAt(since)
	for range lookBack {
		var page []posted
		route := "channels/" + channel + "/messages"
		err := r.call(ctx, request{method: http.MethodGet, path: route + "?limit=100&after=" + after, route: route, bucket: "read" + channel, once: true}, &page)
		if err != nil {
			return "", err
		}
		for _, m := range page {
			if m.Author.Bot && strings.Contains(string(m.Components), mark) {
				return m.ID, nil
			}
			if len(m.ID) > len(after) || len(m.ID) == len(after) && m.ID > after {
				after = m.ID
			}
		}
		if len(page) < 100 {
			return "", nil
		}
	}
	return "", fmt.Errorf("look for a message in channel %s: more than %d messages since", channel, lookBack*100)
}

// openThread makes the thread of a message, whose ID is the message's own.
func (r *Client) StartThread(ctx context.Context, channel, message, name string) error {
	err := r.call(ctx, request{
		method: http.MethodPost, path: "channels/" + channel + "/messages/" + message + "/threads", route: "channels/" + channel + "/messages/threads",
		bucket: "thread" + channel, body: map[string]any{"name": Truncate(name, maxThreadName), "auto_archive_duration": 1440}, once: true,
	}, nil)
	if HasCode(err, codeHasThread) {
		return nil
	}
	return err
}

// tell writes to a user in private.
func (r *Client) SendDirect(ctx context.Context, userID, text string) error {
	var channel struct {
		ID string `json:"id"`
	}
	err := r.call(ctx, request{
		method: http.MethodPost, path: "users/@me/channels", route: "users/@me/channels",
		bucket: "tell", body: map[string]string{"recipient_id": userID}, once: true,
	}, &channel)
	if err != nil {
		return err
	}
	return r.call(ctx, request{
		method: http.MethodPost, path: "channels/" + channel.ID + "/messages", route: "channels/(private)/messages",
		bucket: "tell", body: Message{Content: text}, once: true,
	}, nil)
}
