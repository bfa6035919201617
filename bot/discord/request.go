package discord

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"strconv"
	"time"
)

// A request is tried this often. A Retry-After longer than maxRetryWait is an error for the caller.
const (
	maxTries     = 4
	maxRetryWait = 30 * time.Second
	retryWait    = 300 * time.Millisecond // after the first lost answer, times the number of tries
)

// bucketsPerKind bounds the memory of discordgo's rate limiter: it never frees a bucket,
// and each interaction's token would be a bucket of its own.
const bucketsPerKind = 256

// A request is one REST call.
type request struct {
	method  string
	path    string // below /api/v9/
	route   string // the path without secrets, for errors and logs
	bucket  string // of discordgo's rate limiter
	body    any
	picture []byte // a PNG, sent with the body
	once    bool   // never retried: the caller decides whether to try again
	repeat  bool   // a POST that may be sent twice, because Discord carries it out once
}

// bucket spreads keys over a bounded number of rate limiter buckets.
func bucket(kind, key string) string {
	h := fnv.New32a()
	h.Write([]byte(key))
	return kind + strconv.Itoa(int(h.Sum32()%bucketsPerKind))
}

// encode is the body with its content type: JSON, or with a picture a form whose part
// payload_json is that JSON (Discord, "Uploading Files"). Both are empty without a body.
func (q request) encode() (contentType string, body []byte, err error) {
	if q.body == nil {
		return "", nil, nil
	}
	text, err := json.Marshal(q.body)
	if err != nil {
		return "", nil, fmt.Errorf("encode the body: %w", err)
	}
	if len(q.picture) == 0 {
		return "application/json", text, nil
	}
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	if err := addPart(w, `form-data; name="payload_json"`, "application/json", text); err != nil {
		return "", nil, err
	}
	disposition := `form-data; name="files[0]"; filename="` + pictureName + `"`
	if err := addPart(w, disposition, "image/png", q.picture); err != nil {
		return "", nil, err
	}
	if err := w.Close(); err != nil {
		return "", nil, fmt.Errorf("encode the form: %w", err)
	}
	return w.FormDataContentType(), form.Bytes(), nil
}

func addPart(w *multipart.Writer, disposition, contentType string, data []byte) error {
	part, err := w.CreatePart(textproto.MIMEHeader{"Content-Disposition": {disposition}, "Content-Type": {contentType}})
	if err == nil {
		_, err = part.Write(data)
	}
	if err != nil {
		return fmt.Errorf("encode a part of the form: %w", err)
	}
	return nil
}

// retry reports whether to try again after err, and after how long. A 429 was not carried
// out; a 5xx or a lost answer may have been, so only harmless requests are repeated.
func (q request) retry(err error, try int) (time.Duration, bool) {
	if err == nil || q.once || try >= maxTries {
		return 0, false
	}
	if api, ok := errors.AsType[*APIError](err); ok && api.Status == http.StatusTooManyRequests {
		return api.RetryAfter, api.RetryAfter <= maxRetryWait
	}
	harmless := q.repeat || q.method != http.MethodPost
	return time.Duration(try) * retryWait, harmless && mayHaveWorked(err)
}

// describe adds the method and route to an error.
func (q request) describe(err error) error {
	if api, ok := errors.AsType[*APIError](err); ok {
		api.Doing = q.method + " " + q.route
		return api
	}
	return fmt.Errorf("%s %s: %w", q.method, q.route, err)
}
