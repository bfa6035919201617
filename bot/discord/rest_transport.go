package discord

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"
)

// Discord allows a bot 50 requests a second (Discord, "Rate Limits"); the rest is
// margin for clocks that disagree.
const (
	globalRate  = 45
	globalBurst = 5
)

// errHTMLLimit is a 429 from the network in front of Discord: it names no bucket, and
// comes when the address has made too many bad requests.
var errHTMLLimit = errors.New("the network in front of Discord refuses this address for now (429 without a body)")

// errSilenced says that Discord has asked for silence beyond what a request can wait.
var ErrSilenced = errors.New("discord asked this bot to be silent for a while")

// A transport is the one door to Discord's REST. On the way out it sets the base
// address, keeps the global limit and sees that no message can ping; on the way in it
// counts what Discord counts against us.
type transport struct {
	next    http.RoundTripper
	base    *url.URL // nil: the address discordgo wrote
	limit   *rate.Limiter
	breaker *breaker
	now     func() time.Time
	silence silence      // that Discord asked for
	skew    atomic.Int64 // nanoseconds our clock is ahead of Discord's
}

func newTransport(base string, now func() time.Time) (*transport, error) {
	t := &transport{
		next:    http.DefaultTransport.(*http.Transport).Clone(),
		limit:   rate.NewLimiter(globalRate, globalBurst),
		breaker: &breaker{},
		now:     now,
	}
	if base == "" {
		return t, nil
	}
	u, err := url.Parse(base)
	switch {
	case err != nil:
		return nil, fmt.Errorf("read the API address: %w", err)
	case u.Scheme != "http" && u.Scheme != "https", u.Host == "":
		return nil, fmt.Errorf("read the API address %q: want a form like https://host", base)
	}
	t.base = u
	return t, nil
}

// RoundTrip sends one request under the rules above.
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	if err := t.breaker.allow(t.now()); err != nil {
		return nil, err
	}
	req, err := forbidMentions(req)
	if err != nil {
		return nil, err
	}
	if !isCallback(req.URL.Path) {
		if err := t.wait(req.Context()); err != nil {
			return nil, fmt.Errorf("wait for the global limit: %w", err)
		}
	}
	path := req.URL.Path
	resp, err := t.next.RoundTrip(t.readdress(req))
	if err != nil {
		return nil, err
	}
	t.noteClock(resp)
	if err := t.checkResponse(path, resp); err != nil {
		resp.Body.Close()
		return nil, err
	}
	return resp, nil
}

// readdress points a request at the configured base instead of discord.com.
func (t *transport) readdress(req *http.Request) *http.Request {
	if t.base == nil {
		return req
	}
	req = req.Clone(req.Context())
	req.URL.Scheme, req.URL.Host, req.Host = t.base.Scheme, t.base.Host, t.base.Host
	req.URL.Path = strings.TrimSuffix(t.base.Path, "/") + req.URL.Path
	req.URL.RawPath = ""
	return req
}

// wait keeps to the global limit and to the silence of a global 429; a silence that is
// too long to sit out, in itself or for the request, is an error.
func (t *transport) wait(ctx context.Context) error {
	left := t.silence.left(t.now())
	end, ends := ctx.Deadline()
	if left > maxRetryWait || ends && left > 0 && left >= time.Until(end) {
		return &APIError{Status: http.StatusTooManyRequests, Message: ErrSilenced.Error(), RetryAfter: left, Cause: ErrSilenced}
	}
	if err := Sleep(ctx, left); err != nil {
		return err
	}
	return t.limit.Wait(ctx)
}

// judge counts an answer against the breaker and turns those that discordgo cannot
// read into errors.
func (t *transport) checkResponse(path string, resp *http.Response) error {
	now := t.now()
	shared := resp.Header.Get("X-RateLimit-Scope") == "shared"
	ours := !isWebhook(path) && !isCallback(path)
	switch {
	case resp.StatusCode == http.StatusUnauthorized && ours:
		t.breaker.trip()
		return ErrTokenRefused
	case resp.StatusCode == http.StatusTooManyRequests:
		if !shared {
			t.breaker.count(now)
		}
		return t.noteRateLimit(resp, now)
	case resp.StatusCode == http.StatusUnauthorized, resp.StatusCode == http.StatusForbidden:
		t.breaker.count(now)
	case resp.StatusCode >= 500:
		return &APIError{Status: resp.StatusCode, Message: http.StatusText(resp.StatusCode)}
	}
	return nil
}

// heed notes a global silence. A 429 without JSON silences everything for its
// Retry-After, or for ten minutes when it names none.
func (t *transport) noteRateLimit(resp *http.Response, now time.Time) error {
	seconds, err := strconv.ParseFloat(resp.Header.Get("Retry-After"), 64)
	after := time.Duration(min(max(0, seconds), longestSilence.Seconds()) * float64(time.Second))
	html := !strings.HasPrefix(resp.Header.Get("Content-Type"), "application/json")
	if err != nil && html {
		after = 10 * time.Minute
	}
	global := resp.Header.Get("X-RateLimit-Global") != "" || resp.Header.Get("X-RateLimit-Scope") == "global"
	if html || global {
		t.silence.keep(now, after)
	}
	if html {
		return &APIError{Status: resp.StatusCode, Message: errHTMLLimit.Error(), RetryAfter: after, Cause: errHTMLLimit}
	}
	return nil
}

// longestSilence is the longest silence that is believed in.
const longestSilence = 24 * time.Hour

// A silence is how long nothing may be sent. It lasts no longer where the clock is set back
// meanwhile. The zero value is over.
type silence struct {
	mu    sync.Mutex
	until time.Time
	seen  time.Time // when the clock was last looked at
}

// keep begins a silence, or prolongs the one that is on.
func (s *silence) keep(now time.Time, d time.Duration) {
	left := s.left(now)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.until = now.Add(max(left, d))
}

// left is how long the silence still lasts; not positive when it is over.
func (s *silence) left(now time.Time) time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	if now.Before(s.seen) {
		s.until = now.Add(s.until.Sub(s.seen))
	}
	s.seen = now
	return s.until.Sub(now)
}

// noteClock learns how far our clock is from Discord's, to the second that the Date
// header has. The age of an interaction is judged with it.
func (t *transport) noteClock(resp *http.Response) {
	theirs, err := http.ParseTime(resp.Header.Get("Date"))
	if err != nil {
		return
	}
	skew := t.now().Sub(theirs)
	if skew > -2*time.Second && skew < 2*time.Second {
		skew = 0
	}
	t.skew.Store(int64(skew))
}

// isCallback reports whether the path is the first answer to an interaction, which
// the global limit does not cover.
func isCallback(path string) bool {
	return strings.Contains(path, "/interactions/") && strings.HasSuffix(path, "/callback")
}

// isWebhook reports whether the path carries an interaction's token, whose 401 says
// nothing about the bot's.
func isWebhook(path string) bool { return strings.Contains(path, "/webhooks/") }

// pause waits for d or until ctx is done; no time at all when d is not positive.
func Sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
