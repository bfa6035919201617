package courier

import (
	"errors"
	"io/fs"
	"sync"
	"testing"

	"rapporteur/bot/loopback"
	"rapporteur/bot/loopback/openapi"
	"rapporteur/corpus/testenv"
)

// document is Discord's OpenAPI document, read once for all tests.
var document = sync.OnceValues(func() (*openapi.Document, error) {
	path, err := testenv.Path("discord", "openapi.json")
	if err != nil {
		return nil, err
	}
	return openapi.Load(path)
})

// openAPIJudge checks every body that is sent to a loopback Discord; nil where the
// document is not beside the checkout.
func openAPIJudge(t *testing.T) func(loopback.Request) error {
	t.Helper()
	d, err := document()
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	return d.Validate
}
