package discord

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// This file is the only one that knows discordgo.

// silent is below discordgo's lowest log level: its messages may hold tokens, and what
// they tell is told by the errors here.
const logNothing = -1

// farewell is how long the gateway may take to agree to a close.
const closeTimeout = 500 * time.Millisecond

// maxDetail is how much of Discord's complaint about a body goes into an error.
const maxDetail = 500

// newSession is a discordgo session with everything off that it cannot be trusted
// with: reconnecting, state, retries.
func newSession(token string, client *http.Client) (*discordgo.Session, error) {
	s, err := discordgo.New("Bot " + token)
	if err != nil {
		return nil, fmt.Errorf("make a discord session: %w", err)
	}
	s.LogLevel = logNothing
	s.Client = client
	s.StateEnabled = false
	s.ShouldReconnectOnError = false
	s.ShouldRetryOnRateLimit = false
	s.MaxRestRetries = 0
	s.SyncEvents = true
	s.Compress = false
	s.Identify.Compress = false
	s.Identify.Intents = discordgo.IntentsGuilds
	return s, nil
}

// A rest sends requests to Discord's REST API, and opens connections to its gateway.
type Client struct {
	session   *discordgo.Session // never opened
	transport *transport
	http      *http.Client
	token     string
}

// requestLimit is how long one request may take, the wait for rate limits included.
const requestLimit = 20 * time.Second

// ClientOptions say which bot a Client is and where Discord is. Token is required.
type ClientOptions struct {
	Token     string            // without "Bot "
	API       string            // stands for https://discord.com: a proxy or a test server; "" is Discord itself
	Transport http.RoundTripper // carries requests out; nil is the network
	Now       func() time.Time  // nil means time.Now
}

// newRest makes a client. It does not connect.
func NewClient(o ClientOptions) (*Client, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	door, err := newTransport(o.API, o.Now)
	if err != nil {
		return nil, err
	}
	if o.Transport != nil {
		door.next = o.Transport
	}
	client := &http.Client{Transport: door, Timeout: requestLimit}
	session, err := newSession(o.Token, client)
	if err != nil {
		return nil, err
	}
	return &Client{session: session, transport: door, http: client, token: o.Token}, nil
}

// clockAhead is how far this machine's clock is ahead of Discord's, to the second; 0
// within two seconds of it, and before Discord has answered anything.
func (r *Client) ClockAhead() time.Duration { return time.Duration(r.transport.skew.Load()) }

// silence is for how long Discord wants no requests at all; not positive when it takes
// them. Until then requests end unsent.
func (r *Client) Silence(now time.Time) time.Duration { return r.transport.silence.left(now) }

// send is one request through discordgo, with its errors in this program's words.
func (r *Client) send(ctx context.Context, q request) ([]byte, error) {
	address := discordgo.EndpointAPI + q.path
	kind, body, err := q.encode()
	if err != nil {
		return nil, err
	}
	answer, err := r.session.RequestRaw(q.method, address, kind, body, q.bucket, 0, discordgo.WithContext(ctx))
	if err == nil {
		return answer, nil
	}
	var (
		limited *discordgo.RateLimitError
		refused *discordgo.RESTError
		api     *APIError
		lost    *url.Error
	)
	switch {
	case errors.As(err, &limited):
		return nil, &APIError{Status: http.StatusTooManyRequests, Message: limited.Message, RetryAfter: limited.RetryAfter}
	case errors.As(err, &refused):
		api = &APIError{Status: refused.Response.StatusCode, Detail: detail(refused.ResponseBody)}
		if refused.Message != nil {
			api.Code, api.Message = refused.Message.Code, refused.Message.Message
		}
		return nil, api
	case errors.As(err, &api):
		return nil, api
	case errors.As(err, &lost): // its text has the address, and the address has tokens
		return nil, lost.Err
	}
	return nil, err
}

// detail is what Discord found wrong with each part of a body, as JSON.
func detail(body []byte) string {
	var answer struct {
		Errors json.RawMessage `json:"errors"`
	}
	if json.Unmarshal(body, &answer) != nil {
		return ""
	}
	return Truncate(string(answer.Errors), maxDetail)
}

// A line is a connection through discordgo.
type connection struct {
	session *discordgo.Session
	pace    Pace
	gone    chan struct{} // closed when discordgo gives the connection up
	mu      sync.Mutex
	wire    *gatewayConn // nil until dialled
	cut     bool         // dropped: nothing may be dialled any more
}

// newLine prepares a connection whose events go to heed, one at a time.
func newConnection(r *Client, pace Pace, heed func(kind string, data []byte)) (*connection, error) {
	s, err := newSession(r.token, r.http)
	if err != nil {
		return nil, err
	}
	l := &connection{session: s, pace: pace, gone: make(chan struct{})}
	s.Dialer = &websocket.Dialer{
		HandshakeTimeout:  pace.Open,
		NetDialContext:    l.dial,
		NetDialTLSContext: l.dialTLS,
	}
	s.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) { heed(e.Type, e.RawData) })
	letGo := sync.OnceFunc(func() { close(l.gone) })
	s.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) { letGo() })
	return l, nil
}

// open brings the connection up to READY. It returns within the pace's limit, whatever
// the gateway does.
func (l *connection) open(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, l.pace.Open)
	defer cancel()
	opened := make(chan error, 1)
	go func() { opened <- guard(l.session.Open) }()
	select {
	case err := <-opened:
		return l.explain(err)
	case <-ctx.Done():
		l.drop()
		return fmt.Errorf("open the gateway: not ready after %s", l.pace.Open)
	}
}

// explain adds what the wire saw to an error of Open.
func (l *connection) explain(err error) error {
	if err == nil {
		return nil
	}
	if end := l.fate(); end != nil {
		return end
	}
	return fmt.Errorf("open the gateway: %w", err)
}

// wait blocks while the connection lives and says why it died; nil when ctx ended it.
// It does not wait for discordgo, which lets go of a connection a second later.
func (l *connection) wait(ctx context.Context) error {
	w := l.dialled()
	select {
	case <-ctx.Done():
		w.hangUp(closeTimeout)
		return nil
	case <-w.down:
	case <-l.gone:
		l.drop()
	}
	if end := l.fate(); end != nil {
		return end
	}
	return errors.New("the gateway's connection ended")
}

// fate is why the wire went down, as a *CloseError where the gateway sent a code.
func (l *connection) fate() error {
	w := l.dialled()
	if w == nil {
		return nil
	}
	code, reason := w.end()
	if code != 0 {
		return &CloseError{Code: code}
	}
	return reason
}

// drop cuts the connection under discordgo's feet.
func (l *connection) drop() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cut = true
	if l.wire != nil {
		l.wire.Close()
	}
}

// greeted implements connection.
func (l *connection) greeted() bool {
	w := l.dialled()
	return w != nil && w.interval() > 0
}

// dialled is the wire; nil before it is dialled.
func (l *connection) dialled() *gatewayConn {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.wire
}

func (l *connection) dial(ctx context.Context, network, address string) (net.Conn, error) {
	conn, err := (&net.Dialer{Timeout: l.pace.Open}).DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	return l.watch(conn)
}

func (l *connection) dialTLS(ctx context.Context, network, address string) (net.Conn, error) {
	dialer := &tls.Dialer{NetDialer: &net.Dialer{Timeout: l.pace.Open}}
	conn, err := dialer.DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	return l.watch(conn)
}

func (l *connection) watch(conn net.Conn) (net.Conn, error) {
	w, err := newGatewayConn(conn, l.pace.Hello, l.pace.Beats)
	l.mu.Lock()
	defer l.mu.Unlock()
	if err == nil && l.cut {
		err = errors.New("the connection was given up")
	}
	if err != nil {
		conn.Close()
		return nil, err
	}
	l.wire = w
	return w, nil
}

// guard runs f and makes an error of its panic.
func guard(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return f()
}

// pauseFor waits until done is closed, d has passed or ctx is done.
func WaitFor(ctx context.Context, done <-chan struct{}, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return context.DeadlineExceeded
	}
}

// clockTolerance is how far from Discord's clock ours may be before anybody is told.
const ClockTolerance = 30 * time.Second
