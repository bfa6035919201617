package discord

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"net/textproto"
	"strconv"
)

// encode is a request's body with its content type: JSON, or with files a form whose
// part payload_json is that JSON (Discord, "Uploading Files"). Without a body both are
// empty.
func (q request) encode() (kind string, body []byte, err error) {
	if q.body == nil {
		return "", nil, nil
	}
	text, err := json.Marshal(q.body)
	if err != nil {
		return "", nil, fmt.Errorf("encode the body: %w", err)
	}
	if len(q.files) == 0 {
		return "application/json", text, nil
	}
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	if err := addPart(w, `form-data; name="payload_json"`, "application/json", text); err != nil {
		return "", nil, err
	}
	for i, f := range q.files {
		about := `form-data; name="files[` + strconv.Itoa(i) + `]"; filename=` + strconv.Quote(f.name)
		if err := addPart(w, about, f.kind, f.Data); err != nil {
			return "", nil, err
		}
	}
	if err := w.Close(); err != nil {
		return "", nil, fmt.Errorf("encode the form: %w", err)
	}
	return w.FormDataContentType(), form.Bytes(), nil
}

func addPart(w *multipart.Writer, disposition, kind string, data []byte) error {
	part, err := w.CreatePart(textproto.MIMEHeader{"Content-Disposition": {disposition}, "Content-Type": {kind}})
	if err == nil {
		_, err = part.Write(data)
	}
	if err != nil {
		return fmt.Errorf("encode a part of the form: %w", err)
	}
	return nil
}
