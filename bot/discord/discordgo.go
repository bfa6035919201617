package discord

import (
	"cmp"
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

// This file is the only one that imports discordgo.

// logNothing is below discordgo's lowest log level: its messages may hold tokens. The
// errors returned here say the same.
const logNothing = -1

// closeTimeout is how long the gateway may take to agree to a close.
const closeTimeout = 500 * time.Millisecond

// maxDetail is how much of Discord's complaint about a body goes into an error.
const maxDetail = 500

// A session carries requests through discordgo, with its reconnecting, state and retries turned off.
type session struct{ *discordgo.Session }

func newSession(token string, client *http.Client) (session, error) {
	s, err := discordgo.New("Bot " + token)
	if err != nil {
		return session{}, fmt.Errorf("make a discord session: %w", err)
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
	return session{s}, nil
}

// send sends a request once. It returns an *APIError where Discord answered.
func (s session) send(ctx context.Context, q request) ([]byte, error) {
	contentType, body, err := q.encode()
	if err != nil {
		return nil, err
	}
	address := discordgo.EndpointAPI + q.path
	answer, err := s.RequestRaw(q.method, address, contentType, body, q.bucket, 0, discordgo.WithContext(ctx))
	var (
		limited *discordgo.RateLimitError
		refused *discordgo.RESTError
		api     *APIError
		lost    *url.Error
	)
	switch {
	case err == nil:
		return answer, nil
	case errors.As(err, &limited):
		return nil, &APIError{Status: http.StatusTooManyRequests, Message: limited.Message, RetryAfter: limited.RetryAfter}
	case errors.As(err, &refused):
		api = &APIError{Status: refused.Response.StatusCode, Detail: errorDetail(refused.ResponseBody)}
		if refused.Message != nil {
			api.Code, api.Message = refused.Message.Code, refused.Message.Message
		}
		return nil, api
	case errors.As(err, &api):
		return nil, api
	case errors.As(err, &lost):
		return nil, lost.Err // without the address, which may hold a token
	}
	return nil, err
}

// errorDetail is what Discord found wrong with each part of a body, as JSON.
func errorDetail(body []byte) string {
	var answer struct {
		Errors json.RawMessage `json:"errors"`
	}
	if json.Unmarshal(body, &answer) != nil {
		return ""
	}
	return Truncate(string(answer.Errors), maxDetail)
}

// A discordgoConnection is one connection to the gateway.
type discordgoConnection struct {
	session      session
	pace         Pace
	disconnected chan struct{} // closed when discordgo gives the connection up
	mu           sync.Mutex
	conn         *gatewayConn // nil until dialled
	dropped      bool         // nothing may be dialled any more
}

// newConnection prepares a connection whose events go to handle, one at a time.
func newConnection(
	token string, client *http.Client, pace Pace, handle func(kind string, data []byte),
) (*discordgoConnection, error) {
	s, err := newSession(token, client)
	if err != nil {
		return nil, err
	}
	c := &discordgoConnection{session: s, pace: pace, disconnected: make(chan struct{})}
	dialer := &net.Dialer{Timeout: pace.Open}
	s.Dialer = &websocket.Dialer{
		HandshakeTimeout:  pace.Open,
		NetDialContext:    c.watched(dialer.DialContext),
		NetDialTLSContext: c.watched((&tls.Dialer{NetDialer: dialer}).DialContext),
	}
	s.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) { handle(e.Type, e.RawData) })
	disconnect := sync.OnceFunc(func() { close(c.disconnected) })
	s.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) { disconnect() })
	return c, nil
}

type dialFunc = func(ctx context.Context, network, address string) (net.Conn, error)

// watched makes every dialled connection a gatewayConn.
func (c *discordgoConnection) watched(dial dialFunc) dialFunc {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := dial(ctx, network, address)
		if err != nil {
			return nil, err
		}
		watched, err := newGatewayConn(conn, c.pace.Hello, c.pace.MissedBeats)
		c.mu.Lock()
		defer c.mu.Unlock()
		if err == nil && c.dropped {
			err = errors.New("the connection was given up")
		}
		if err != nil {
			conn.Close()
			return nil, err
		}
		c.conn = watched
		return watched, nil
	}
}

// open connects until READY. It returns within the pace's limit even when the gateway is silent.
func (c *discordgoConnection) open(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, c.pace.Open)
	defer cancel()
	opened := make(chan error, 1)
	go func() { opened <- recoverPanic(c.session.Open) }()
	select {
	case err := <-opened:
		if err == nil {
			return nil
		}
		return cmp.Or(c.closeReason(), fmt.Errorf("open the gateway: %w", err))
	case <-ctx.Done():
		c.drop()
		return fmt.Errorf("open the gateway: not ready after %s", c.pace.Open)
	}
}

// wait blocks while the connection lives and returns why it died; nil when ctx ended it.
// It does not wait for discordgo, which lets go of a connection a second later.
func (c *discordgoConnection) wait(ctx context.Context) error {
	conn := c.current()
	select {
	case <-ctx.Done():
		conn.hangUp(closeTimeout)
		return nil
	case <-conn.down:
	case <-c.disconnected:
		c.drop()
	}
	return cmp.Or(c.closeReason(), errors.New("the gateway's connection ended"))
}

func (c *discordgoConnection) closeReason() error {
	if conn := c.current(); conn != nil {
		return conn.closeReason()
	}
	return nil
}

// drop closes the connection without discordgo.
func (c *discordgoConnection) drop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.dropped = true
	if c.conn != nil {
		c.conn.Close()
	}
}

func (c *discordgoConnection) saidHello() bool {
	conn := c.current()
	return conn != nil && conn.interval() > 0
}

// current is the watched connection; nil before it is dialled.
func (c *discordgoConnection) current() *gatewayConn {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.conn
}

// recoverPanic runs f and turns its panic into an error.
func recoverPanic(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return f()
}
