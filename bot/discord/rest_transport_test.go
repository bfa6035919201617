package discord

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// A canned Discord gives every request the same answer and keeps the bodies.
type canned struct {
	Status int
	Header http.Header
	Body   string
	sent   []string
}

func (c *canned) RoundTrip(req *http.Request) (*http.Response, error) {
	body := ""
	if req.Body != nil {
		b, _ := io.ReadAll(req.Body)
		body = string(b)
	}
	c.sent = append(c.sent, body)
	header := c.Header.Clone()
	if header == nil {
		header = http.Header{"Content-Type": {"application/json"}}
	}
	return &http.Response{
		StatusCode: c.Status, Status: fmt.Sprint(c.Status), Header: header,
		Body: io.NopCloser(strings.NewReader(c.Body)), Request: req,
	}, nil
}

func cannedClient(t *testing.T, c *canned) *Client {
	t.Helper()
	r, err := NewClient(ClientOptions{Token: "canary-token", Transport: c})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestBaseAddress(t *testing.T) {
	t.Parallel()
	for base, want := range map[string]string{
		"":                         "https://discord.com/api/v9/gateway",
		"http://127.0.0.1:8080":    "http://127.0.0.1:8080/api/v9/gateway",
		"https://proxy.example/d/": "https://proxy.example/d/api/v9/gateway",
	} {
		transport, err := newTransport(base, time.Now)
		if err != nil {
			t.Fatal(err)
		}
		req, _ := http.NewRequest("GET", "https://discord.com/api/v9/gateway", nil)
		if got := transport.toBase(req).URL.String(); got != want {
			t.Errorf("with %q requests go to %s, want %s", base, got, want)
		}
	}
	for _, bad := range []string{"discord.com", "ftp://x", "http://", "://"} {
		if _, err := newTransport(bad, time.Now); err == nil {
			t.Errorf("the address %q is accepted", bad)
		}
	}
}

func TestErrorsHoldNoToken(t *testing.T) {
	t.Parallel()
	for _, c := range []*canned{
		{Status: 404, Body: `{"code":10062,"message":"Unknown interaction"}`},
		{Status: 400, Body: `{"code":50035,"message":"Invalid Form Body","errors":{"data":{}}}`},
		{Status: 401, Body: `{"code":50027,"message":"Invalid Webhook Token"}`},
		{Status: 500, Body: "oops"},
		{Status: 429, Body: "<html>", Header: http.Header{"Content-Type": {"text/html"}, "Retry-After": {"3600"}}},
	} {
		synctest.Test(t, func(t *testing.T) {
			r := cannedClient(t, c)
			i := &Interaction{ID: "1", AppID: "2", Token: "canary-interaction"}
			answered := r.Answer(t.Context(), i, Callback{Type: AnswerDeferred})
			for _, err := range []error{answered, r.EditAnswer(t.Context(), i, Message{})} {
				if err == nil || strings.Contains(err.Error(), "canary") {
					t.Errorf("after %d: %v", c.Status, err)
				}
			}
		})
	}
	lost := cannedClient(t, &canned{})
	lost.session.Client.Transport = failing{}
	err := lost.Answer(t.Context(), &Interaction{ID: "1", Token: "canary-interaction"}, Callback{Type: AnswerDeferred})
	if err == nil || strings.Contains(err.Error(), "canary") || !mayHaveWorked(err) {
		t.Errorf("after a lost connection: %v", err)
	}
}

type failing struct{}

func (failing) RoundTrip(req *http.Request) (*http.Response, error) {
	return nil, errors.New("connection reset")
}

func TestRetries(t *testing.T) {
	t.Parallel()
	limited := http.Header{"Content-Type": {"application/json"}, "Retry-After": {"1"}}
	for _, row := range []struct {
		name   string
		answer canned
		method string
		tries  int
	}{
		{"a short limit is waited for", canned{Status: 429, Body: `{"retry_after":1.0,"global":false}`, Header: limited}, "POST", maxTries},
		{"a long limit is not waited for", canned{Status: 429, Body: `{"retry_after":100.0}`, Header: limited}, "POST", 1},
		{"a failed GET is repeated", canned{Status: 502}, "GET", maxTries},
		{"a failed PATCH is repeated", canned{Status: 503}, "PATCH", maxTries},
		{"a failed POST is not repeated", canned{Status: 500}, "POST", 1},
		{"a refusal is final", canned{Status: 403, Body: `{"code":50013}`}, "GET", 1},
	} {
		t.Run(row.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				r := cannedClient(t, &row.answer)
				q := request{method: row.method, path: "channels/1/messages", route: "x", bucket: "x", body: Message{}}
				err := r.call(t.Context(), q, nil)
				var api *APIError
				if !errors.As(err, &api) || api.Status != row.answer.Status || len(row.answer.sent) != row.tries {
					t.Errorf("%d tries, %v; want %d tries", len(row.answer.sent), err, row.tries)
				}
			})
		})
	}
}

// A global 429 and one without JSON stop every request until they are over.
func TestGlobalSilence(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]*canned{
		"global": {Status: 429, Body: `{"retry_after":5.0,"global":true}`, Header: http.Header{
			"Content-Type": {"application/json"}, "Retry-After": {"5"}, "X-Ratelimit-Global": {"true"},
		}},
		"html": {Status: 429, Body: "<html>", Header: http.Header{"Content-Type": {"text/html"}, "Retry-After": {"5"}}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				r := cannedClient(t, c)
				began := time.Now()
				for range 2 {
					req, _ := http.NewRequest("GET", "https://discord.com/api/v9/channels/1/messages", nil)
					if resp, err := r.session.Client.Transport.RoundTrip(req); err == nil {
						resp.Body.Close()
					}
				}
				if waited := time.Since(began); waited < 5*time.Second {
					t.Errorf("the second request was sent after %s", waited)
				}
			})
		})
	}
}

// A silence that outlasts a request is returned at once, not taken for a lost answer.
func TestSilenceOutlastsARequest(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		transport, err := newTransport("", time.Now)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range []struct {
			silence, limit time.Duration
			want           error
			took           time.Duration
		}{
			{20 * time.Second, 20 * time.Second, ErrSilenced, 0},
			{19 * time.Second, 20 * time.Second, nil, 19 * time.Second},
			{time.Minute, time.Hour, ErrSilenced, 0},
		} {
			transport.silence = silence{}
			transport.silence.extend(time.Now(), row.silence)
			ctx, cancel := context.WithTimeout(t.Context(), row.limit)
			began := time.Now()
			if err := transport.wait(ctx); !errors.Is(err, row.want) || time.Since(began) != row.took {
				t.Errorf("silence of %s: %v after %s", row.silence, err, time.Since(began))
			}
			cancel()
		}
	})
}

// An absurd Retry-After is capped.
func TestSilenceIsBounded(t *testing.T) {
	t.Parallel()
	for retryAfter, want := range map[string]time.Duration{
		"1e300": maxSilence, "-5": 0, "86400000": maxSilence, "7": 7 * time.Second,
	} {
		transport, err := newTransport("", time.Now)
		if err != nil {
			t.Fatal(err)
		}
		now := time.Now()
		_ = transport.noteRateLimit(&http.Response{StatusCode: 429, Header: http.Header{
			"Retry-After": {retryAfter}, "X-Ratelimit-Global": {"true"}, "Content-Type": {"application/json"},
		}}, now)
		if left := transport.silence.left(now); left != want {
			t.Errorf("Retry-After %s: silence of %s, want %s", retryAfter, left, want)
		}
	}
}

// The global limit holds for any number of calls.
func TestGlobalRate(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		transport, err := newTransport("", time.Now)
		if err != nil {
			t.Fatal(err)
		}
		began, n := time.Now(), 200
		for range n {
			if err := transport.wait(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if took := time.Since(began); float64(n-globalBurst)/took.Seconds() > globalRate+1 {
			t.Errorf("%d requests in %s", n, took)
		}
	})
}
