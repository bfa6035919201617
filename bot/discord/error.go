package discord

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// Reasons why a request is not sent or not answered.
var (
	// ErrTokenRefused ends the bot: only the operator can set another token.
	ErrTokenRefused = errors.New("discord refused the token (401): set a valid DISCORD_TOKEN")
	// ErrSilenced means that Discord asked for a pause longer than a request can wait.
	ErrSilenced = errors.New("discord asked this bot to send nothing for a while")

	errBreakerOpen = errors.New("too many requests were refused in the last ten minutes; waiting before the next")
	errMayPing     = errors.New("refused to send a message whose body does not forbid mentions")
	// errHTMLLimit is a 429 from the network in front of Discord: it names no bucket, and
	// comes when the address has made too many bad requests.
	errHTMLLimit = errors.New("the network in front of Discord refuses this address for now (429 without a body)")
)

// Discord's own error codes (Discord, "JSON Error Codes").
const (
	CodeAlreadyAnswered = 40060 // a second first answer to an interaction
	codeUnknownMessage  = 10008
	codeHasThread       = 160004
)

// An APIError is an answer from Discord other than success. It never holds a token.
type APIError struct {
	Doing      string        // method and route, without identifiers that are secret
	Status     int           // HTTP status
	Code       int           // Discord's own code; 0 when it gave none
	Message    string        // Discord's words
	Detail     string        // what Discord found wrong with each part of the body, as JSON
	RetryAfter time.Duration // of a 429
	Cause      error
}

func (e *APIError) Error() string {
	text := fmt.Sprintf("%s: discord answered %d (code %d): %s",
		cmp.Or(e.Doing, "request"), e.Status, e.Code, cmp.Or(e.Message, http.StatusText(e.Status)))
	if e.Detail != "" {
		text += ": " + e.Detail
	}
	return text
}

func (e *APIError) Unwrap() error { return e.Cause }

// SilencedError is an ErrSilenced that says when to try again.
func SilencedError(left time.Duration) *APIError {
	return &APIError{
		Status: http.StatusTooManyRequests, Message: ErrSilenced.Error(), RetryAfter: left, Cause: ErrSilenced,
	}
}

// StatusOf is the HTTP status with which Discord answered; 0 when err is no answer.
func StatusOf(err error) int {
	if api, ok := errors.AsType[*APIError](err); ok {
		return api.Status
	}
	return 0
}

// IsGone reports whether err means that what was asked for is gone, or closed to the bot.
func IsGone(err error) bool {
	status := StatusOf(err)
	return status == http.StatusNotFound || status == http.StatusForbidden
}

// HasCode reports whether err is Discord's error of that code.
func HasCode(err error, code int) bool {
	api, ok := errors.AsType[*APIError](err)
	return ok && api.Code == code
}

// IsRefusal reports whether err is an answer that Discord counts towards a ban.
func IsRefusal(err error) bool {
	switch StatusOf(err) {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound, http.StatusTooManyRequests:
		return !errors.Is(err, ErrSilenced)
	}
	return false
}

// mayHaveWorked reports whether Discord may have carried out a request that gave err: the
// answer was lost, or Discord failed in the middle.
func mayHaveWorked(err error) bool {
	if api, ok := errors.AsType[*APIError](err); ok || err == nil {
		return ok && api.Status >= 500
	}
	return !errors.Is(err, errBreakerOpen) && !errors.Is(err, ErrTokenRefused) && !errors.Is(err, errMayPing)
}

// Reasons why a gateway connection ended. conn.go returns the first two as read errors in
// place of the frames, on which discordgo deadlocks.
var (
	errReconnectRequested = errors.New("the gateway asked for a new connection (op 7)")
	errInvalidSession     = errors.New("the gateway refused the session (op 9)")
	errClosed             = errors.New("the gateway closed the connection")
)

// A CloseError is the gateway's close code (Discord, "Gateway Close Event Codes").
type CloseError struct{ Code int }

func (e *CloseError) Error() string {
	return fmt.Sprintf("the gateway closed the connection with code %d: %s", e.Code, e.meaning())
}

func (e *CloseError) meaning() string {
	switch e.Code {
	case 4004:
		return "the token is not valid; set a new DISCORD_TOKEN"
	case 4010, 4011:
		return "the bot is in more guilds than one connection may serve; " +
			"move some of them to a second application with its own data directory"
	case 4012:
		return "this version of the gateway is no longer served; update the program"
	case 4013, 4014:
		return "the intents asked for are not granted to this application"
	case 1000, 1001:
		return "closed normally"
	}
	return "try again"
}

// isFatal reports whether only the operator can remove the cause of err.
func isFatal(err error) bool {
	closed, ok := errors.AsType[*CloseError](err)
	return errors.Is(err, ErrTokenRefused) || ok && (closed.Code == 4004 || closed.Code >= 4010 && closed.Code <= 4014)
}
