package bot

import (
	"strings"
	"testing"

	"rapporteur/bot/loopback"
)

// A zone may be typed by its city alone, in any letters.
func TestZonesAreRead(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"europe/tallinn": "Europe/Tallinn", "Tallinn": "Europe/Tallinn", "new york": "America/New_York", "buenos aires": "America/Argentina/Buenos_Aires",
		"utc": "UTC", "Europe/Tallinn": "Europe/Tallinn", "Antarctica/Troll": "Antarctica/Troll", "EST": "EST", "": "", "/": "/", "york": "york",
	} {
		if got := zoneNamed(typed); got != want {
			t.Errorf("%q is read as %q, want %q", typed, got, want)
		}
	}
}

// A name without a city is taken, with a word on what it does.
func TestZoneWithoutSummer(t *testing.T) {
	t.Parallel()
	st := open(t, loopback.Options{}, Options{Book: &fakeBook{}})
	for zone, warned := range map[string]bool{"new york": false, "EST": true} {
		reply, err := st.Command(st.ctx, loopback.Actor{User: loopback.AdminID}, "admin timezone", loopback.Value{Name: "zone", Value: zone})
		if err != nil {
			t.Fatal(err)
		}
		text := shown(reply.Message)
		if !strings.Contains(text, "Time zone of this server") || strings.Contains(text, "winter time all year") != warned {
			t.Errorf("%s:\n%s", zone, text)
		}
	}
}
