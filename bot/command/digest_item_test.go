package command

import (
	"rapporteur/briefing/digest"
	"rapporteur/briefing/schedule"
	"testing"
)

// What is typed changes a digest, and what is not stays as it is.
func TestTypedDigest(t *testing.T) {
	d := digest.Digest{Settings: digest.Settings{Channel: "9", Rule: schedule.Rule{Cron: "30 2 * * 1-5", Zone: "UTC"}, Quiet: true, Items: 4}}
	typed := map[string]string{"at": "10:00", "kind": "week", "thread": "true", "quiet": "false", "items": "7", "channel": "news"}
	if err := typedDigest(Request{Options: typed}, &d); err != nil {
		t.Fatal(err)
	}
	want := digest.Settings{Rule: schedule.Rule{Cron: "0 10 * * 1-5", Zone: "UTC"}, Kind: digest.KindWeek, Items: 7, Thread: true}
	if d.Settings != want { // a channel is a number, so "news" is none
		t.Errorf("%+v, want %+v", d.Settings, want)
	}
}
