package loopback

import (
	"net/http"
	"net/url"
	"time"
)

// A Request is a REST request as the bot sent it, and how it was answered.
type Request struct {
	At     time.Time
	Method string
	Path   string // without /api/vN
	Route  string // as the OpenAPI document writes it, "/channels/{channel_id}/messages"; "" for an unknown route
	Query  url.Values
	Header http.Header
	Body   []byte // the JSON sent, payload_json when files came with it
	Files  []File
	Status int    // 0: the connection was cut instead
	Code   int    // Discord's error code; 0 for none
	Err    string // what was wrong, in the words of the answer
	Scope  string // of a 429: ScopeUser, ScopeGlobal or ScopeShared
}

// A File is an upload.
type File struct {
	Field string // "files[0]"
	Name  string
	Type  string // content type as sent
	Data  []byte
}
