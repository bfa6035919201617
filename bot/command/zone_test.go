package command

import "testing"

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
