package bot

import (
	"sync"
	"testing"

	"rapporteur/bot/loopback"
	"rapporteur/bot/loopback/openapi"
	"rapporteur/corpus/testenv"
)

// validator checks bodies against Discord's OpenAPI document, which is read once for all tests.
var validator = sync.OnceValues(func() (func(loopback.Request) error, error) {
	return openapi.Validator(testenv.Path("discord", "openapi.json"))
})

// openAPIJudge checks every body that is sent to a loopback Discord; nil where the
// document is not beside the checkout.
func openAPIJudge(t *testing.T) func(loopback.Request) error {
	t.Helper()
	validate, err := validator()
	if err != nil {
		t.Fatal(err)
	}
	return validate
}
