package discord

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// codeAlreadyAnswered refuses a second first answer (Discord, "JSON Error Codes").
const CodeAlreadyAnswered = 40060

// An APIError is an answer of Discord's that is not a success. It never holds a token.
type APIError struct {
	Doing      string        // method and route, without identifiers that are secret
	Status     int           // HTTP status
	Code       int           // Discord's own code; 0 when it gave none
	Message    string        // Discord's words
	Detail     string        // what Discord found wrong with each part of the body, as JSON
	RetryAfter time.Duration // of a 429
	Cause      error
}

// Error is what was tried, then Discord's words.
func (e *APIError) Error() string {
	text := fmt.Sprintf("%s: discord answered %d (code %d): %s",
		cmp.Or(e.Doing, "request"), e.Status, e.Code, cmp.Or(e.Message, http.StatusText(e.Status)))
	if e.Detail != "" {
		text += ": " + e.Detail
	}
	return text
}

// Unwrap is the cause, where there is one beyond Discord's answer.
func (e *APIError) Unwrap() error { return e.Cause }

// uncertain reports whether a request that gave err may have been carried out all the
// same: the answer was lost or Discord failed in the middle.
func mayHaveWorked(err error) bool {
	var api *APIError
	switch {
	case err == nil:
		return false
	case errors.As(err, &api):
		return api.Status >= 500
	}
	return !errors.Is(err, errBreakerOpen) && !errors.Is(err, ErrTokenRefused) && !errors.Is(err, errMayPing)
}

// refusedBy reports whether err means that what was asked for is gone, or closed to us.
func IsGone(err error) bool {
	var api *APIError
	return errors.As(err, &api) && (api.Status == http.StatusNotFound || api.Status == http.StatusForbidden)
}

// hasCode reports whether err is Discord's error of that code.
func HasCode(err error, code int) bool {
	var api *APIError
	return errors.As(err, &api) && api.Code == code
}
