package loopback

import (
	"cmp"
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

// A RESTFault is a wrong answer. With neither Status nor CutAfter the request is carried out as usual, after Hold.
type RESTFault struct {
	Method     string          // "" is any
	Route      string          // as in Request.Route; "" is any
	Contains   string          // only requests whose path contains this, a channel's ID for example
	Times      int             // how many requests it applies to; 0 means all until it is lifted
	Status     int             // answered instead of carrying the request out; 429, 500, 502, 503, 403, 404 …
	Code       int             // Discord's error code in that answer; 0 lets the status choose
	Scope      string          // of a 429; "" means ScopeUser
	RetryAfter time.Duration   // of a 429
	HTML       bool            // answer as Cloudflare does before Discord: a page, no JSON
	ApplyFirst bool            // carry the request out all the same, then answer with Status
	CutAfter   bool            // carry the request out, then cut the connection instead of answering
	Hold       <-chan struct{} // wait until it is closed before doing anything; nil does not wait

	used int // requests it has been applied to
}

func (f *RESTFault) fits(r *Request) bool {
	spent := f.Times < 0 || f.Times > 0 && f.used >= f.Times
	return !spent &&
		(f.Method == "" || f.Method == r.Method) &&
		(f.Route == "" || f.Route == r.Route) &&
		strings.Contains(r.Path, f.Contains)
}

// err is the error the fault answers with, nil if it answers with none.
func (f *RESTFault) err() error {
	switch {
	case f.Status == 0 || f.CutAfter:
		return nil
	case f.Status == http.StatusTooManyRequests:
		return rateLimited(f.Scope, f.RetryAfter)
	case f.Code != 0:
	case f.Status == http.StatusForbidden:
		return missingAccess()
	case f.Status == http.StatusNotFound:
		return unknownChannel()
	case f.Status == http.StatusUnauthorized:
		return unauthorized()
	}
	return refuse(f.Status, f.Code, strconv.Itoa(f.Status)+": "+http.StatusText(f.Status))
}

// dueFault takes the newest fault that fits a request; without one the request goes its usual way.
func dueFault(faults []*RESTFault, r *Request) *RESTFault {
	for i := len(faults) - 1; i >= 0; i-- {
		if f := faults[i]; f.fits(r) {
			f.used++
			return f
		}
	}
	return &RESTFault{}
}

// rateLimited is a 429 in Discord's words for each scope.
func rateLimited(scope string, after time.Duration) *apiError {
	scope = cmp.Or(scope, ScopeUser)
	message := "You are being rate limited."
	if scope == ScopeShared {
		message = "The resource is being rate limited."
	}
	headers := map[string]string{
		"Retry-After":       strconv.Itoa(int((after + time.Second - 1) / time.Second)),
		"X-RateLimit-Scope": scope,
	}
	if scope == ScopeGlobal {
		headers["X-RateLimit-Global"] = "true"
	} else {
		headers["X-RateLimit-Remaining"] = "0"
		headers["X-RateLimit-Reset-After"] = decimalSeconds(after)
		headers["X-RateLimit-Bucket"] = "loopback"
	}
	return &apiError{
		status: http.StatusTooManyRequests, message: message, headers: headers,
		fields: map[string]any{"retry_after": after.Seconds(), "global": scope == ScopeGlobal},
	}
}

// decimalSeconds writes seconds as Discord's headers do, to the millisecond.
func decimalSeconds(d time.Duration) string { return strconv.FormatFloat(d.Seconds(), 'f', 3, 64) }
