package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"net/http"
	"strconv"
	"time"
)

// Waits for Discord are bounded: a request is tried this often, and a Retry-After
// longer than this is an error for the caller.
const (
	maxTries     = 4
	maxRetryWait = 30 * time.Second
	retryWait    = 300 * time.Millisecond // after the first lost answer; longer after each further one
)

// bucketsPerKind bounds the memory that discordgo's rate limiter takes: it never frees
// a bucket, and each interaction's token would be a bucket of its own.
const bucketsPerKind = 256

// A request names one call. Route is Path without what is secret in it.
type request struct {
	method string
	path   string // below /api/v9/
	route  string // for errors and logs
	bucket string // of discordgo's rate limiter
	body   any
	files  []upload // sent beside the body
	once   bool     // the caller decides whether and when to try again
	repeat bool     // a POST that Discord refuses to carry out twice, so that it may be sent twice
}

// call sends a request and decodes the answer into out unless that is nil. A 429 is
// waited out: the request was not carried out. A 5xx or a lost answer is tried again
// only where doing it twice is doing it once.
func (r *Client) call(ctx context.Context, q request, out any) error {
	var answer []byte
	var err error
	for try := 1; ; try++ {
		answer, err = r.send(ctx, q)
		wait, again := q.retry(err, try)
		if !again || q.once {
			break
		}
		if Sleep(ctx, wait) != nil {
			break
		}
	}
	if err != nil {
		return q.explain(err)
	}
	if out == nil || len(answer) == 0 {
		return nil
	}
	if err := json.Unmarshal(answer, out); err != nil {
		return fmt.Errorf("%s: decode the answer: %w", q.route, err)
	}
	return nil
}

// retry says whether a failed try is worth another, and after how long.
func (q request) retry(err error, try int) (time.Duration, bool) {
	if err == nil || try >= maxTries {
		return 0, false
	}
	var api *APIError
	if errors.As(err, &api) && api.Status == http.StatusTooManyRequests {
		return api.RetryAfter, api.RetryAfter <= maxRetryWait
	}
	harmless := q.repeat || q.method != http.MethodPost
	return time.Duration(try) * retryWait, harmless && mayHaveWorked(err)
}

func (q request) explain(err error) error {
	var api *APIError
	if errors.As(err, &api) {
		api.Doing = q.method + " " + q.route
		return api
	}
	return fmt.Errorf("%s %s: %w", q.method, q.route, err)
}

// bucket spreads keys over a bounded number of rate limiter buckets.
func bucket(kind, key string) string {
	h := fnv.New32a()
	h.Write([]byte(key))
	return kind + strconv.Itoa(int(h.Sum32()%bucketsPerKind))
}

// get reads something into out. The route is the path without identifiers.
func (r *Client) get(ctx context.Context, path, route string, out any) error {
	return r.call(ctx, request{method: http.MethodGet, path: path, route: route, bucket: route}, out)
}

// sessionLimit asks how many Identifies Discord still grants, and how many shards it
// advises.
func (r *Client) sessionLimit(ctx context.Context) (sessionLimit, error) {
	var answer struct {
		Shards int          `json:"shards"`
		Limit  sessionLimit `json:"session_start_limit"`
	}
	err := r.get(ctx, "gateway/bot", "gateway/bot", &answer)
	answer.Limit.shards = answer.Shards
	return answer.Limit, err
}

// answer gives an interaction its first answer. Discord forgets the interaction after
// three seconds, and takes one first answer: a second gets codeAlreadyAnswered.
func (r *Client) Answer(ctx context.Context, ix *Interaction, c Callback) error {
	return r.call(ctx, request{
		method: http.MethodPost,
		path:   "interactions/" + ix.ID + "/" + ix.Token + "/callback",
		route:  "interaction callback",
		bucket: bucket("callback", ix.ID),
		body:   c,
		files:  c.files(),
		repeat: true,
	}, nil)
}

// amend replaces a deferred answer. The interaction's token lives for 15 minutes.
func (r *Client) EditAnswer(ctx context.Context, ix *Interaction, m Message) error {
	return r.call(ctx, request{
		method: http.MethodPatch,
		path:   "webhooks/" + ix.AppID + "/" + ix.Token + "/messages/@original",
		route:  "edit of a deferred answer",
		bucket: bucket("amend", ix.ID),
		body:   m,
		files:  m.Files,
	}, nil)
}

// followUp adds a message to an interaction that has had its first answer.
func (r *Client) FollowUp(ctx context.Context, ix *Interaction, m Message) error {
	return r.call(ctx, request{
		method: http.MethodPost,
		path:   "webhooks/" + ix.AppID + "/" + ix.Token,
		route:  "follow-up to an interaction",
		bucket: bucket("amend", ix.ID),
		body:   m,
		files:  m.Files,
	}, nil)
}

// commands lists the application's global commands.
func (r *Client) Commands(ctx context.Context, app string) ([]CommandDefinition, error) {
	var all []CommandDefinition
	err := r.call(ctx, request{
		method: http.MethodGet,
		path:   "applications/" + app + "/commands",
		route:  "applications/commands",
		bucket: "commands",
	}, &all)
	return all, err
}

// overwriteCommands replaces the application's global commands and returns them as
// Discord keeps them, with their IDs.
func (r *Client) OverwriteCommands(ctx context.Context, app string, all []CommandDefinition) ([]CommandDefinition, error) {
	var kept []CommandDefinition
	err := r.call(ctx, request{
		method: http.MethodPut,
		path:   "applications/" + app + "/commands",
		route:  "applications/commands",
		bucket: "commands",
		body:   all,
	}, &kept)
	return kept, err
}
