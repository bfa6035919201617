package openapi

import (
	"errors"
	"io/fs"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/bot/loopback"
)

// TestRoutesAreDiscords demands that every route served stands in the document, under
// the same template.
func TestRoutesAreDiscords(t *testing.T) {
	t.Parallel()
	judge, err := Load(filepath.Join("..", "..", "..", "..", "shared", "discord", "openapi.json"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("Discord's document is not beside the repository")
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, pattern := range loopback.Routes() {
		method, template, _ := strings.Cut(pattern, " ")
		if err := judge.Judge(loopback.Request{Method: method, Route: template}); err != nil {
			t.Error(err)
		}
		if method == http.MethodPost || method == http.MethodPut || method == http.MethodPatch {
			err := judge.Judge(loopback.Request{Method: method, Route: template, Body: []byte("{}")})
			if err != nil && strings.Contains(err.Error(), "compile") {
				t.Error(err)
			}
		}
	}
}
