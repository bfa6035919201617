package loopback_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"
	"time"

	"rapporteur/bot/loopback"
)

// raw posts a message and returns the whole response.
func (w wire) raw(body string) (*http.Response, string, error) {
	w.t.Helper()
	req, err := http.NewRequestWithContext(w.t.Context(), http.MethodPost, w.s.URL()+"/api/v9"+inPlace, strings.NewReader(body))
	if err != nil {
		w.t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bot "+loopback.Token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, "", err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return resp, string(text), err
}

func greeting() obj { return obj{"content": "hello"} }

const hello = `{"content":"hello"}`

func TestRateLimitFaults(t *testing.T) {
	t.Parallel()
	w := wire{t, start(t, loopback.Options{})}
	for scope, want := range map[string]struct {
		message string
		global  bool
	}{
		loopback.ScopeUser:   {"You are being rate limited.", false},
		loopback.ScopeGlobal: {"You are being rate limited.", true},
		loopback.ScopeShared: {"The resource is being rate limited.", false},
	} {
		lift := w.s.Fail(loopback.RESTFault{Status: 429, Scope: scope, RetryAfter: 1500 * time.Millisecond, Times: 1})
		resp, text, err := w.raw(hello)
		if err != nil {
			t.Fatal(err)
		}
		var body struct {
			Message    string
			RetryAfter float64 `json:"retry_after"`
			Global     bool
		}
		if err := json.Unmarshal([]byte(text), &body); err != nil {
			t.Fatal(err)
		}
		h := resp.Header
		if resp.StatusCode != 429 || body.Message != want.message || body.RetryAfter != 1.5 || body.Global != want.global ||
			h.Get("Retry-After") != "2" || h.Get("X-RateLimit-Scope") != scope || (h.Get("X-RateLimit-Global") == "true") != want.global {
			t.Errorf("%s: got %d %s %v", scope, resp.StatusCode, text, h)
		}
		if resp, _, err := w.raw(hello); err != nil || resp.StatusCode != 200 {
			t.Errorf("%s: the fault applied twice", scope)
		}
		lift()
	}
	lift := w.s.Fail(loopback.RESTFault{Status: 429, HTML: true, RetryAfter: time.Hour})
	resp, text, err := w.raw(hello)
	if err != nil || resp.StatusCode != 429 || resp.Header.Get("Content-Type") != "text/html" || !strings.HasPrefix(text, "<!doctype html>") {
		t.Errorf("got %v %s %v", resp, text, err)
	}
	lift()
	invalid := 0 // what Discord counts towards its ban of an address
	for _, r := range w.s.Requests() {
		if r.Status == 401 || r.Status == 403 || r.Status == 429 && r.Scope != loopback.ScopeShared {
			invalid++
		}
	}
	if invalid != 3 {
		t.Errorf("%d invalid requests, want 3: a shared limit does not count", invalid)
	}
}

func TestOtherFaults(t *testing.T) {
	t.Parallel()
	w := wire{t, start(t, loopback.Options{})}
	for _, status := range []int{500, 502, 503, 403, 404, 401} {
		w.s.Fail(loopback.RESTFault{Status: status, Times: 1, Method: "POST", Route: "/channels/{channel_id}/messages", Contains: loopback.DefaultChannel})
		if got, _ := w.do(http.MethodGet, inPlace, nil); got != 200 {
			t.Errorf("a fault of POST applied to GET: %d", got)
		}
		if got, _ := w.do(http.MethodPost, inPlace, greeting()); got != status {
			t.Errorf("got %d, want %d", got, status)
		}
	}
	if n := len(w.s.Messages(loopback.DefaultChannel)); n != 0 {
		t.Errorf("%d messages were stored by requests that failed", n)
	}
	w.s.Fail(loopback.RESTFault{CutAfter: true, Times: 1})
	if _, _, err := w.raw(hello); err == nil {
		t.Error("the answer was not lost")
	}
	if n := len(w.s.Messages(loopback.DefaultChannel)); n != 1 {
		t.Errorf("%d messages, want the one whose answer was lost", n)
	}
	w.s.Fail(loopback.RESTFault{ApplyFirst: true, Status: 502, Times: 1})
	if got, _ := w.do(http.MethodPost, inPlace, greeting()); got != 502 || len(w.s.Messages(loopback.DefaultChannel)) != 2 {
		t.Errorf("got %d with %d messages, want 502 and the second message", got, len(w.s.Messages(loopback.DefaultChannel)))
	}
	w.s.Fail(loopback.RESTFault{CutAfter: true, Times: 1})
	w.raw(hello)
	requests := w.s.Requests()
	if last := requests[len(requests)-1]; last.Status != 0 {
		t.Errorf("the lost answer is recorded as %d", last.Status)
	}
}

func TestHeldAnswer(t *testing.T) {
	t.Parallel()
	w := wire{t, start(t, loopback.Options{})}
	hold := make(chan struct{})
	w.s.Fail(loopback.RESTFault{Hold: hold, Times: 1})
	done := make(chan int, 1)
	go func() {
		resp, _, err := w.raw(hello)
		if err != nil {
			done <- 0
			return
		}
		done <- resp.StatusCode
	}()
	if err := w.s.Wait(patience(t), func() bool { return w.s.Held() == 1 }); err != nil {
		t.Fatal(err)
	}
	if n := len(w.s.Messages(loopback.DefaultChannel)); n != 0 {
		t.Error("a held request was carried out")
	}
	if status, _ := w.do(http.MethodPost, inPlace, greeting()); status != 200 {
		t.Errorf("another request is held up as well: %d", status)
	}
	close(hold)
	if status := <-done; status != 200 {
		t.Errorf("got %d after the hold ended", status)
	}
}

func TestBuckets(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 13, 9, 0, 0, 0, time.UTC)
	w := wire{t, start(t, loopback.Options{RateLimitMessages: true, Now: func() time.Time { return now }})}
	for i, want := range []string{"4", "3", "2", "1", "0", "0"} {
		resp, _, err := w.raw(hello)
		if err != nil {
			t.Fatal(err)
		}
		status := 200
		if i == 5 {
			status = 429
		}
		if resp.StatusCode != status || resp.Header.Get("X-RateLimit-Remaining") != want || resp.Header.Get("X-RateLimit-Limit") != "5" {
			t.Errorf("message %d: %d %v", i, resp.StatusCode, resp.Header)
		}
	}
	now = now.Add(5 * time.Second)
	if resp, _, err := w.raw(hello); err != nil || resp.StatusCode != 200 {
		t.Error("still limited after five seconds")
	}
}

func TestTokens(t *testing.T) {
	t.Parallel()
	s := start(t, loopback.Options{Token: "secret"})
	for token, want := range map[string]int{"Bot secret": 200, "Bot " + loopback.Token: 401, "secret": 401, "": 401} {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://discord.com/api/v9/users/@me", nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Authorization", token)
		resp, err := s.Client().Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != want {
			t.Errorf("%q: got %d, want %d", token, resp.StatusCode, want)
		}
	}
	if status, answer := (wire{t, s}).do(http.MethodGet, "/nowhere", nil); status != 404 || answer["message"] != "404: Not Found" {
		t.Errorf("got %d %v", status, answer)
	}
}

// upload posts a message with files.
func (w wire) upload(payload string, files ...[]byte) int {
	w.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	form.WriteField("payload_json", payload)
	for i, data := range files {
		part, err := form.CreateFormFile("files["+string(rune('0'+i))+"]", "chart.png")
		if err != nil {
			w.t.Fatal(err)
		}
		part.Write(data)
	}
	form.Close()
	req, err := http.NewRequestWithContext(w.t.Context(), http.MethodPost, w.s.URL()+"/api/v9"+inPlace, &body)
	if err != nil {
		w.t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bot "+loopback.Token)
	req.Header.Set("Content-Type", form.FormDataContentType())
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		w.t.Fatal(err)
	}
	resp.Body.Close()
	return resp.StatusCode
}

func TestFiles(t *testing.T) {
	t.Parallel()
	w := wire{t, start(t, loopback.Options{})}
	if status := w.upload(`{"attachments":[{"id":"0","description":"a chart"}]}`, []byte("picture")); status != 200 {
		t.Fatalf("got %d", status)
	}
	m := w.s.Messages(loopback.DefaultChannel)[0]
	if len(m.Attachments) != 1 || m.Attachments[0].Description != "a chart" || string(w.s.Requests()[0].Files[0].Data) != "picture" {
		t.Errorf("got %+v", m.Attachments)
	}
	small := make([][]byte, 10)
	if status := w.upload(`{}`, small...); status != 200 {
		t.Errorf("ten files: %d", status)
	}
	if status := w.upload(`{"attachments":[`+strings.Repeat(`{"id":"0"},`, 10)+`{"id":"0"}]}`, small...); status != 400 {
		t.Errorf("eleven files: %d", status)
	}
	if status := w.upload(`{}`, make([]byte, 10<<20)); status != 200 {
		t.Errorf("10 MiB: %d", status)
	}
	if status := w.upload(`{}`, make([]byte, 10<<20+1)); status != 413 {
		t.Errorf("10 MiB and a byte: %d", status)
	}
	w.s.Deny(loopback.DefaultChannel, loopback.AttachFiles)
	if status := w.upload(`{}`, []byte("x")); status != 403 {
		t.Errorf("without permission: %d", status)
	}
	if got := w.s.Requests()[0]; string(got.Body) != `{"attachments":[{"id":"0","description":"a chart"}]}` || len(got.Files) != 1 {
		t.Errorf("recorded %s with %d files", got.Body, len(got.Files))
	}
}

func TestJudgeIsAsked(t *testing.T) {
	t.Parallel()
	w := wire{t, start(t, loopback.Options{Validate: func(r loopback.Request) error {
		if strings.Contains(string(r.Body), "bad") {
			return errors.New("no good")
		}
		return nil
	}})}
	w.do(http.MethodPost, inPlace, obj{"content": "good"})
	w.do(http.MethodPost, inPlace, obj{"content": "bad"})
	problems := w.s.ValidationErrors()
	if len(problems) != 1 || !strings.Contains(problems[0].Error(), inPlace+": no good") {
		t.Errorf("got %v", problems)
	}
}
