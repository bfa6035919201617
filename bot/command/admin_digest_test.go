package command

import (
	"testing"

	"rapporteur/briefing/digest"
	"rapporteur/briefing/schedule"
)

// Typed options change a digest; the others stay as they are.
func TestApplyOptions(t *testing.T) {
	rule := schedule.Rule{Cron: "30 2 * * 1-5", Zone: "UTC"}
	d := digest.Digest{Settings: digest.Settings{Channel: "9", Rule: rule, Quiet: true, Items: 4}}
	typed := map[string]string{
		"at": "10:00", "kind": "week", "thread": "true", "quiet": "false", "items": "7", "channel": "news",
	}
	if err := applyOptions(Request{Options: typed}, &d); err != nil {
		t.Fatal(err)
	}
	rule.Cron = "0 10 * * 1-5"
	want := digest.Settings{Rule: rule, Kind: digest.KindWeek, Items: 7, Thread: true}
	if d.Settings != want { // channels are numbers, so "news" is rejected
		t.Errorf("%+v, want %+v", d.Settings, want)
	}
}
