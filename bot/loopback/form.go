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

// read takes in the body: JSON, or multipart with payload_json and files.
func (c *call) read(w http.ResponseWriter, r *http.Request) error {
	body := http.MaxBytesReader(w, r.Body, requestLimit)
	kind, params, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind == "multipart/form-data" {
		return c.readParts(multipart.NewReader(body, params["boundary"]))
	}
	raw, err := io.ReadAll(body)
	var big *http.MaxBytesError
	switch {
	case errors.As(err, &big):
		return tooLarge()
	case err != nil:
		return fmt.Errorf("read the request: %w", err)
	}
	if len(raw) > 0 {
		c.Body = raw
	}
	if len(raw) > 0 && !json.Valid(raw) {
		return badJSON()
	}
	return nil
}

func (c *call) readParts(parts *multipart.Reader) error {
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		var data []byte
		if err == nil {
			data, err = io.ReadAll(part)
		}
		var big *http.MaxBytesError
		switch {
		case errors.As(err, &big):
			return tooLarge()
		case err != nil:
			return badJSON()
		case part.FormName() == "payload_json":
			c.Body = data
		case strings.HasPrefix(part.FormName(), "files["), part.FormName() == "file":
			if len(data) > fileLimit {
				return tooLarge()
			}
			c.Files = append(c.Files, File{
				Field: part.FormName(), Name: part.FileName(), Type: part.Header.Get("Content-Type"), Data: data,
			})
		}
	}
	if c.Body != nil && !json.Valid(c.Body) {
		return badJSON()
	}
	return nil
}

// into reads the JSON body into v; a member of the wrong type is error 50035 at
// its path.
func (c *call) into(v any) error {
	if len(bytes.TrimSpace(c.Body)) == 0 {
		return nil
	}
	err := json.Unmarshal(c.Body, v)
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrong):
		t := tree{}
		t.add(wrong.Field, "BASE_TYPE_CONVERT", "Could not interpret \""+wrong.Value+"\" as "+wrong.Type.String()+".")
		return t.err()
	case err != nil:
		return badJSON()
	}
	return nil
}
