package people

import (
	"slices"
	"testing"
)

func TestNation(t *testing.T) {
	for word, want := range map[string]string{
		"Britain": "britain", "british": "britain", "Britons": "britain", "U.K.": "britain",
		"Ukrainian": "ukraine", "Kyiv": "", "us": "", "US": "united states", "London": "", "bridge": "", "": "",
	} {
		if got := Nation(word); got != want {
			t.Errorf("Nation(%q) = %q, want %q", word, got, want)
		}
	}
	for word, want := range map[string]string{"Kyiv": "ukraine", "Kremlin": "russia", "Russia": "", "Ostrel": ""} {
		if got := Seat(word); got != want {
			t.Errorf("Seat(%q) = %q, want %q", word, got, want)
		}
	}
	if got, want := Demonyms("britain"), []string{"briton", "britons", "british"}; !slices.Equal(got,
		slices.Sorted(slices.Values(want))) {
		t.Errorf("Demonyms = %q, want %q", got, want)
	}
}
