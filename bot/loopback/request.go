package loopback

import (
	"net/http"
	"net/url"
	"slices"
	"time"
)

// A Request is a REST request as the bot sent it, and how it was answered.
type Request struct {
	At     time.Time
	Method string
	Path   string // without /api/vN
	Route  string // as the OpenAPI document writes it, "/channels/{channel_id}/messages"; "" if there is none
	Query  url.Values
	Header http.Header
	Body   []byte // the JSON sent, payload_json when files came with it
	Files  []File
	Status int    // 0: the connection was cut instead
	Code   int    // Discord's error code; 0 for none
	Err    string // what was wrong, as the answer told it
	Scope  string // of a 429: ScopeUser, ScopeGlobal or ScopeShared
}

// A File is an upload.
type File struct {
	Field string // "files[0]"
	Name  string
	Type  string // content type as sent
	Data  []byte
}

type restState struct {
	requests []Request
	problems []error
	faults   []*RESTFault
	held     int
	buckets  map[string]*bucket
	uploads  map[string]File
}

func newRESTState() restState {
	return restState{buckets: map[string]*bucket{}, uploads: map[string]File{}}
}

// Requests lists every request answered so far, in the order they were answered.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.rest.requests)
}

// Held counts the requests that a RESTFault's Hold keeps now.
func (s *Server) Held() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.rest.held
}

// Problems lists what Judge objected to, in order. A test that ends with none
// has sent only bodies that Discord's own document allows.
func (s *Server) Problems() []error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.rest.problems)
}

// Invalid counts the answers that Discord counts towards its ban of an address:
// 401, 403 and 429 that is not shared.
func (s *Server) Invalid() int {
	n := 0
	for _, r := range s.Requests() {
		switch r.Status {
		case http.StatusUnauthorized, http.StatusForbidden:
			n++
		case http.StatusTooManyRequests:
			if r.Scope != ScopeShared {
				n++
			}
		}
	}
	return n
}
