package command

import "testing"

// A zone may be typed by its city alone, in any letter case.
func TestZoneName(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"europe/tallinn": "Europe/Tallinn", "Tallinn": "Europe/Tallinn", "Europe/Tallinn": "Europe/Tallinn", "utc": "UTC",
		"new york": "America/New_York", "buenos aires": "America/Argentina/Buenos_Aires",
		"Antarctica/Troll": "Antarctica/Troll", "EST": "EST", "": "", "/": "/", "york": "york",
	} {
		if got := zoneName(typed); got != want {
			t.Errorf("%q is read as %q, want %q", typed, got, want)
		}
	}
}
