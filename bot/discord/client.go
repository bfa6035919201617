package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// requestLimit is how long one request may take, including waits for rate limits.
const requestLimit = 20 * time.Second

// ClientOptions say which bot a Client is and where Discord is. Token is required.
type ClientOptions struct {
	Token     string            // without "Bot "
	API       string            // a proxy or test server instead of https://discord.com; "" is Discord itself
	Transport http.RoundTripper // carries requests out; nil is the network
	Now       func() time.Time  // nil means time.Now
}

// A Client sends requests to Discord's REST API. It is safe for concurrent use.
type Client struct {
	session   session // never opened
	transport *transport
	token     string
}

// NewClient makes a client. It does not connect.
func NewClient(o ClientOptions) (*Client, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	t, err := newTransport(o.API, o.Now)
	if err != nil {
		return nil, err
	}
	if o.Transport != nil {
		t.next = o.Transport
	}
	s, err := newSession(o.Token, &http.Client{Transport: t, Timeout: requestLimit})
	if err != nil {
		return nil, err
	}
	return &Client{session: s, transport: t, token: o.Token}, nil
}

// ClockAhead is how far this machine's clock is ahead of Discord's, to the second; 0
// within two seconds of it, and before Discord has answered anything.
func (c *Client) ClockAhead() time.Duration { return time.Duration(c.transport.skew.Load()) }

// Silence is how long Discord wants no requests at all; not positive when it takes them.
// Until then requests fail unsent with ErrSilenced.
func (c *Client) Silence(now time.Time) time.Duration { return c.transport.silence.left(now) }

// Ping sends a cheap request, once.
func (c *Client) Ping(ctx context.Context) error {
	q := request{method: http.MethodGet, path: "gateway", route: "gateway", bucket: "ping", once: true}
	return c.call(ctx, q, nil)
}

// get reads something into out. The route is the path without identifiers.
func (c *Client) get(ctx context.Context, path, route string, out any) error {
	return c.call(ctx, request{method: http.MethodGet, path: path, route: route, bucket: route}, out)
}

// call sends a request, with retries, and decodes the answer into out unless that is nil.
func (c *Client) call(ctx context.Context, q request, out any) error {
	var answer []byte
	var err error
	for try := 1; ; try++ {
		answer, err = c.session.send(ctx, q)
		wait, again := q.retry(err, try)
		if !again || Sleep(ctx, wait) != nil {
			break
		}
	}
	if err != nil {
		return q.describe(err)
	}
	if out == nil || len(answer) == 0 {
		return nil
	}
	if err := json.Unmarshal(answer, out); err != nil {
		return fmt.Errorf("%s: decode the answer: %w", q.route, err)
	}
	return nil
}
