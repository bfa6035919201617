package openapi

import (
	"net/http"
	"strings"
	"testing"

	"rapporteur/bot/loopback"
	"rapporteur/corpus/testenv"
)

// TestRoutesAreDiscords checks that every route served is in the document, under
// the same template.
func TestRoutesAreDiscords(t *testing.T) {
	t.Parallel()
	judge, err := Load(testenv.Shared(t, "discord", "openapi.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, pattern := range loopback.Routes() {
		method, template, _ := strings.Cut(pattern, " ")
		if err := judge.Validate(loopback.Request{Method: method, Route: template}); err != nil {
			t.Error(err)
		}
		if method == http.MethodPost || method == http.MethodPut || method == http.MethodPatch {
			err := judge.Validate(loopback.Request{Method: method, Route: template, Body: []byte("{}")})
			if err != nil && strings.Contains(err.Error(), "compile") {
				t.Error(err)
			}
		}
	}
}
