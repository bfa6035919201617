package discord

import (
	"encoding/json"
	"testing"
)

func TestMessageText(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{
		`{"content":"said it"}`: "said it",
		`{"content":"said it","embeds":[{"description":"another"}]}`:                   "said it",
		`{"content":" ","embeds":[{"title":"a title","description":"a description"}]}`: "a description",
		`{"embeds":[{"url":"x"},{"title":"a title"}]}`:                                 "a title",
		`{"message_snapshots":[{"message":{"content":"passed on"}}]}`:                  "passed on",
		`{"content":"` + "\u200b" + `","attachments":[{}],"components":[{"type":17}]}`: "",
	} {
		var m chosenMessage
		if err := json.Unmarshal([]byte(raw), &m); err != nil || m.Text() != want {
			t.Errorf("text of %s: %q, %v; want %q", raw, m.Text(), err, want)
		}
	}
}
