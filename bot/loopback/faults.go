package loopback

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Scopes of a 429.
const (
	ScopeUser   = "user"
	ScopeGlobal = "global"
	ScopeShared = "shared"
)

// A RESTFault is an answer other than the right one. With neither Status nor
// CutAfter the request is carried out as usual, after Hold.
type RESTFault struct {
	Method     string          // "" is any
	Route      string          // as in Request.Route; "" is any
	Contains   string          // only requests whose path contains this, a channel's ID for example
	Times      int             // how often it is played; 0 means until it is lifted
	Status     int             // answered instead of carrying the request out; 429, 500, 502, 503, 403, 404 …
	Code       int             // Discord's error code in that answer; 0 lets the status choose
	Scope      string          // of a 429; "" means ScopeUser
	RetryAfter time.Duration   // of a 429
	HTML       bool            // answer as Cloudflare does before Discord: a page, no JSON
	Accept     bool            // carry the request out all the same, then answer with Status
	CutAfter   bool            // carry the request out, then cut the connection instead of answering
	Hold       <-chan struct{} // wait until it is closed before doing anything; nil does not wait

	played int
}

// Fail plays a fault for requests from now on; the newest fault that fits a
// request is played. lift ends it.
func (s *Server) Fail(f RESTFault) (lift func()) {
	fault := &f
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rest.faults = append(s.rest.faults, fault)
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		fault.Times = -1
	}
}

// dueFault takes the fault to be played for a request, nil for none.
func (s *Server) dueFault(r *Request) *RESTFault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := len(s.rest.faults) - 1; i >= 0; i-- {
		if f := s.rest.faults[i]; f.fits(r) {
			f.played++
			return f
		}
	}
	return nil
}

func (f *RESTFault) fits(r *Request) bool {
	spent := f.Times < 0 || f.Times > 0 && f.played >= f.Times
	return !spent &&
		(f.Method == "" || f.Method == r.Method) &&
		(f.Route == "" || f.Route == r.Route) &&
		strings.Contains(r.Path, f.Contains)
}

// err is the error the fault answers with, nil if it answers with none.
func (f *RESTFault) err() error {
	if f.Status == 0 || f.CutAfter {
		return nil
	}
	if f.Status == http.StatusTooManyRequests {
		return rateLimited(f.Scope, f.RetryAfter)
	}
	e := refuse(f.Status, f.Code, strconv.Itoa(f.Status)+": "+http.StatusText(f.Status))
	if f.Code != 0 {
		return e
	}
	switch f.Status {
	case http.StatusForbidden:
		return missingAccess()
	case http.StatusNotFound:
		return unknownChannel()
	case http.StatusUnauthorized:
		return unauthorized()
	}
	return e
}

// rateLimited is a 429 as Discord words it for each scope.
func rateLimited(scope string, after time.Duration) *apiError {
	if scope == "" {
		scope = ScopeUser
	}
	message := "You are being rate limited."
	if scope == ScopeShared {
		message = "The resource is being rate limited."
	}
	seconds := after.Seconds()
	headers := map[string]string{
		"Retry-After":       strconv.Itoa(int((after + time.Second - 1) / time.Second)),
		"X-RateLimit-Scope": scope,
	}
	if scope == ScopeGlobal {
		headers["X-RateLimit-Global"] = "true"
	} else {
		headers["X-RateLimit-Remaining"] = "0"
		headers["X-RateLimit-Reset-After"] = strconv.FormatFloat(seconds, 'f', 3, 64)
		headers["X-RateLimit-Bucket"] = "loopback"
	}
	return &apiError{
		status: http.StatusTooManyRequests, message: message, headers: headers,
		fields: map[string]any{"retry_after": seconds, "global": scope == ScopeGlobal},
	}
}
