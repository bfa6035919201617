package loopback

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"
)

// requestLimit is Discord's limit of a whole request, in bytes; fileLimit that
// of one file without a raised attachment_size_limit.
const (
	requestLimit = 25 << 20
	fileLimit    = 10 << 20
)

// A call is one REST request while it is being answered.
type call struct {
	*Request
	vars    func(name string) string // the variable parts of the path
	headers map[string]string        // of the answer
}

// read reads the body: JSON, or multipart with payload_json and files.
func (c *call) read(w http.ResponseWriter, r *http.Request) error {
	body := http.MaxBytesReader(w, r.Body, requestLimit)
	kind, params, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind == "multipart/form-data" {
		if err := c.readParts(multipart.NewReader(body, params["boundary"])); err != nil {
			return err
		}
	} else {
		raw, err := io.ReadAll(body)
		if err != nil {
			return readError(err, fmt.Errorf("read the request: %w", err))
		}
		if len(raw) > 0 {
			c.Body = raw
		}
	}
	if c.Body != nil && !json.Valid(c.Body) {
		return badJSON()
	}
	return nil
}

// readError is that the request is too large where that is the cause, else what is given.
func readError(cause, otherwise error) error {
	var big *http.MaxBytesError
	if errors.As(cause, &big) {
		return tooLarge()
	}
	return otherwise
}

func (c *call) readParts(parts *multipart.Reader) error {
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		var data []byte
		if err == nil {
			data, err = io.ReadAll(part)
		}
		if err != nil {
			return readError(err, badJSON())
		}
		switch name := part.FormName(); {
		case name == "payload_json":
			c.Body = data
		case strings.HasPrefix(name, "files["), name == "file":
			if len(data) > fileLimit {
				return tooLarge()
			}
			c.Files = append(c.Files, File{name, part.FileName(), part.Header.Get("Content-Type"), data})
		}
	}
}

// into decodes the JSON body into v; a member of the wrong type is error 50035 at its path.
func (c *call) into(v any) error {
	if len(bytes.TrimSpace(c.Body)) == 0 {
		return nil
	}
	err := json.Unmarshal(c.Body, v)
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrong):
		return badForm(wrong.Field, "BASE_TYPE_CONVERT", "Could not interpret \"%s\" as %s.", wrong.Value, wrong.Type)
	case err != nil:
		return badJSON()
	}
	return nil
}
