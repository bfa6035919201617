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

// maxPages is how many pages of a hundred messages FindPosted reads.
const maxPages = 10

// DeletedMessage is what PostMessage returns for a message that was posted and then deleted.
const DeletedMessage = "deleted"

// A postedMessage is a message in a channel.
type postedMessage struct {
	ID     string `json:"id"`
	Author struct {
		Bot bool `json:"bot"`
	} `json:"author"`
	Components json.RawMessage `json:"components"`
}

// PostMessage posts a message, encoded as JSON, and its PNG picture, if any, under a nonce. For NonceWindow Discord
// answers the same nonce of the same author with the message it already has; one that was deleted meanwhile counts
// as delivered. Each channel has its own rate limit bucket, so that no channel waits for another.
func (c *Client) PostMessage(ctx context.Context, channel, nonce string, body, picture []byte) (id string, err error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil {
		return "", fmt.Errorf("read a frozen message: %w", err)
	}
	fields["nonce"] = json.RawMessage(strconv.Quote(nonce))
	fields["enforce_nonce"] = json.RawMessage("true")
	var m postedMessage
	path := "channels/" + channel + "/messages"
	err = c.call(ctx, request{
		method: http.MethodPost, path: path, route: path, bucket: "post" + channel,
		body: fields, picture: picture, once: true,
	}, &m)
	if HasCode(err, codeUnknownMessage) {
		return DeletedMessage, nil
	}
	return m.ID, err
}

// FindPosted returns the ID of a bot's message that contains the mark, among those posted
// since a time; "" when there is none.
func (c *Client) FindPosted(ctx context.Context, channel, mark string, since time.Time) (id string, err error) {
	after := snowflakeAt(since)
	path := "channels/" + channel + "/messages"
	for range maxPages {
		var page []postedMessage
		err := c.call(ctx, request{
			method: http.MethodGet, path: path + "?limit=100&after=" + after, route: path,
			bucket: "read" + channel, once: true,
		}, &page)
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
	return "", fmt.Errorf("look for a message in channel %s: more than %d messages since", channel, maxPages*100)
}

// StartThread starts the thread of a message. The thread has the message's ID.
func (c *Client) StartThread(ctx context.Context, channel, message, name string) error {
	err := c.call(ctx, request{
		method: http.MethodPost, path: "channels/" + channel + "/messages/" + message + "/threads",
		route: "channels/" + channel + "/messages/threads", bucket: "thread" + channel,
		body: map[string]any{"name": Truncate(name, maxThreadName), "auto_archive_duration": 1440}, once: true,
	}, nil)
	if HasCode(err, codeHasThread) {
		return nil
	}
	return err
}

// SendDirect sends a user a direct message.
func (c *Client) SendDirect(ctx context.Context, userID, text string) error {
	var channel struct {
		ID string `json:"id"`
	}
	err := c.call(ctx, request{
		method: http.MethodPost, path: "users/@me/channels", route: "users/@me/channels",
		bucket: "direct", body: map[string]string{"recipient_id": userID}, once: true,
	}, &channel)
	if err != nil {
		return err
	}
	return c.call(ctx, request{
		method: http.MethodPost, path: "channels/" + channel.ID + "/messages", route: "channels/(private)/messages",
		bucket: "direct", body: Message{Content: text}, once: true,
	}, nil)
}
