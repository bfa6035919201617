package loopback

import (
	"encoding/json"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/corpus/testenv"
)

// payload reads a payload recorded from Discord, or skips the test.
func payload(t *testing.T, name string) map[string]any {
	t.Helper()
	text, err := os.ReadFile(testenv.Shared(t, "discord", "payloads", name))
	if err != nil {
		t.Fatal(err)
	}
	var object map[string]any
	if err := json.Unmarshal(text, &object); err != nil {
		t.Fatal(err)
	}
	return object
}

// TestErrorsAsRecorded compares the errors of this package with recorded ones,
// member by member.
func TestErrorsAsRecorded(t *testing.T) {
	t.Parallel()
	wrong := func(path, code, message string) error {
		e := formErrors{}
		e.add(path, code, "%s", message)
		return e.err()
	}
	content := formErrors{}
	content.atMost("content", strings.Repeat("x", 2001), 2000)
	value := formErrors{}
	value.atMost("embeds.0.fields.1.value", strings.Repeat("x", 1025), 1024)
	description := formErrors{}
	description.between("0.description", "", maxCommandText)
	name := formErrors{}
	checkName(name, "0", "No")
	size := formErrors{}
	checkEmbeds(size, "embeds", []Embed{{Description: strings.Repeat("x", 4096)}, {Description: strings.Repeat("x", 4096)}})
	for file, err := range map[string]error{
		"44-err-10062.json":              unknownInteraction(),
		"45-err-40060.json":              alreadyAnswered(),
		"46-err-50013.json":              missingPermission(),
		"47-err-50001.json":              missingAccess(),
		"48-err-10003.json":              unknownChannel(),
		"49-err-10008.json":              unknownMessage(),
		"50-err-10015.json":              unknownWebhook(),
		"51-err-50027.json":              webhookExpired(),
		"52-err-50006.json":              emptyMessage(),
		"53-err-401.json":                unauthorized(),
		"60-err-50035-command-name.json": name.err(),
		"62-err-50035-description.json":  description.err(),
		"63-err-50035-embed-size.json":   size.err(),
		"64-err-50035-content.json":      content.err(),
		"65-err-50035-field-value.json":  value.err(),
		"66-err-50035-too-large.json":    wrong("", "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)"),
	} {
		recorded := payload(t, file)
		api := err.(*apiError)
		if float64(api.status) != recorded["status"] {
			t.Errorf("%s: status %d, recorded %v", file, api.status, recorded["status"])
		}
		if got, want := canonical(t, api.body()), canonical(t, recorded["body"]); got != want {
			t.Errorf("%s:\n got %s\nwant %s", file, got, want)
		}
	}
}

// canonical writes JSON in one way.
func canonical(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var object any
	if err := json.Unmarshal(text, &object); err != nil {
		t.Fatal(err)
	}
	return string(mustJSON(object))
}

func TestRateLimitsAsRecorded(t *testing.T) {
	t.Parallel()
	for file, scope := range map[string]string{"40-429-user.json": ScopeUser, "41-429-shared.json": ScopeShared, "42-429-global.json": ScopeGlobal} {
		recorded := payload(t, file)
		body := recorded["body"].(map[string]any)
		after := time.Duration(math.Round(body["retry_after"].(float64) * float64(time.Second)))
		api := rateLimited(scope, after)
		got := api.body()
		delete(got, "code") // recorded without one
		if canonical(t, got) != canonical(t, body) {
			t.Errorf("%s:\n got %v\nwant %v", file, got, body)
		}
		headers := recorded["headers"].(map[string]any)
		for _, name := range []string{"Retry-After", "X-RateLimit-Scope", "X-RateLimit-Global"} {
			if want, ok := headers[name]; ok && api.headers[name] != want {
				t.Errorf("%s: %s %q, recorded %q", file, name, api.headers[name], want)
			}
		}
	}
}

// TestInteractionsAsRecorded compares which members an interaction has, at every
// depth, with a recorded one.
func TestInteractionsAsRecorded(t *testing.T) {
	t.Parallel()
	s, err := Start(Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	s.mu.Lock()
	defer s.mu.Unlock()
	in := func(a Actor) map[string]any {
		who, err := s.state.resolve(a)
		if err != nil {
			t.Fatal(err)
		}
		return s.state.payload(&interaction{id: "1", token: "t", kind: interactionCommand, actor: who})
	}
	// Members about avatars, clans and decorations, which the bot does not read.
	ornaments := []string{
		"data", "banner", "collectibles", "unusual_dm_activity_until", "avatar_decoration_data", "clan", "display_name_styles",
		"primary_guild", "entitlements", "topic", "position", "parent_id", "last_message_id", "recipients",
		"recipient_flags", "authorizing_integration_owners",
	}
	for file, actor := range map[string]Actor{"04-interaction-slash-guild-full.json": {}, "05-interaction-slash-dm-full.json": {Direct: true}} {
		recorded := payload(t, file)["d"].(map[string]any)
		missing(t, file, recorded, in(actor), ornaments)
	}
}

// missing reports the members of want that are not in got.
func missing(t *testing.T, path string, want, got map[string]any, except []string) {
	t.Helper()
	got = roundTrip(t, got)
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if slices.Contains(except, name) {
			continue
		}
		have, ok := got[name]
		if !ok {
			t.Errorf("%s has no %s", path, name)
			continue
		}
		inner, nested := want[name].(map[string]any)
		if haveInner, ok := have.(map[string]any); ok && nested {
			missing(t, path+"."+name, inner, haveInner, except)
		}
	}
}

func roundTrip(t *testing.T, v any) map[string]any {
	t.Helper()
	var object map[string]any
	if err := json.Unmarshal(mustJSON(v), &object); err != nil {
		t.Fatal(err)
	}
	return object
}

// TestRecordedMessages reads recorded messages and commands into this package's
// types without loss of what they show.
func TestRecordedMessages(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"09-interaction-button.json", "10-interaction-string-select.json"} {
		recorded := payload(t, file)["d"].(map[string]any)["message"].(map[string]any)
		var m Message
		if err := json.Unmarshal(mustJSON(recorded), &m); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		again := roundTrip(t, m)
		for _, name := range []string{"content", "components", "id", "channel_id", "flags", "timestamp", "type", "webhook_id"} {
			if canonical(t, again[name]) != canonical(t, recorded[name]) {
				t.Errorf("%s: %s\n got %s\nwant %s", file, name, canonical(t, again[name]), canonical(t, recorded[name]))
			}
		}
	}
}
