package discord

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"
)

// Discord allows a bot 50 requests a second (Discord, "Rate Limits"). The difference is a
// margin for clocks that disagree.
const (
	globalRate  = 45
	globalBurst = 5
)

// A transport carries every REST request. On the way out it sets the base address, keeps the global rate limit and
// forbids mentions; on the way in it counts the refusals that Discord counts towards a ban.
type transport struct {
	next    http.RoundTripper
	base    *url.URL // nil: discord.com
	limit   *rate.Limiter
	breaker *breaker
	now     func() time.Time
	silence silence      // asked for by Discord
	skew    atomic.Int64 // nanoseconds by which our clock is ahead of Discord's
}

func newTransport(base string, now func() time.Time) (*transport, error) {
	next := http.DefaultTransport.(*http.Transport).Clone()
	t := &transport{next: next, limit: rate.NewLimiter(globalRate, globalBurst), breaker: &breaker{}, now: now}
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

// RoundTrip sends one request under these rules.
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
	resp, err := t.next.RoundTrip(t.toBase(req))
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

// toBase points a request at the configured base instead of discord.com.
func (t *transport) toBase(req *http.Request) *http.Request {
	if t.base == nil {
		return req
	}
	req = req.Clone(req.Context())
	req.URL.Scheme, req.URL.Host, req.Host = t.base.Scheme, t.base.Host, t.base.Host
	req.URL.Path = strings.TrimSuffix(t.base.Path, "/") + req.URL.Path
	req.URL.RawPath = ""
	return req
}

// wait keeps the global rate limit and the silence after a global 429. It returns an error
// when the silence lasts longer than maxRetryWait or than the request may.
func (t *transport) wait(ctx context.Context) error {
	left := t.silence.left(t.now())
	deadline, ok := ctx.Deadline()
	if left > maxRetryWait || ok && left > 0 && left >= time.Until(deadline) {
		return SilencedError(left)
	}
	if err := Sleep(ctx, left); err != nil {
		return err
	}
	return t.limit.Wait(ctx)
}

// checkResponse counts refusals in the breaker and turns responses that discordgo cannot read into errors.
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

// noteRateLimit notes a global silence. A 429 without JSON silences everything for its
// Retry-After, or for ten minutes when it has none.
func (t *transport) noteRateLimit(resp *http.Response, now time.Time) error {
	seconds, err := strconv.ParseFloat(resp.Header.Get("Retry-After"), 64)
	after := time.Duration(min(max(0, seconds), maxSilence.Seconds()) * float64(time.Second))
	html := !strings.HasPrefix(resp.Header.Get("Content-Type"), "application/json")
	if err != nil && html {
		after = 10 * time.Minute
	}
	global := resp.Header.Get("X-RateLimit-Global") != "" || resp.Header.Get("X-RateLimit-Scope") == "global"
	if html || global {
		t.silence.extend(now, after)
	}
	if html {
		return &APIError{Status: resp.StatusCode, Message: errHTMLLimit.Error(), RetryAfter: after, Cause: errHTMLLimit}
	}
	return nil
}

// noteClock measures how far our clock is from Discord's, from the Date header, which has
// whole seconds. Differences under two seconds count as none.
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
