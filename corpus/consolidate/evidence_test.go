package consolidate

import (
	"testing"

	"rapporteur/corpus/people"
)

// TestWhoIsWho merges small corpora of one sighting a line and asks whether two of their names are one person.
func TestWhoIsWho(t *testing.T) {
	at := func(article, name, role string, count int) people.Sighting {
		return people.Sighting{Article: article, Name: name, Role: role, Count: count, Kind: people.Human}
	}
	for _, row := range []struct {
		about     string
		sightings []people.Sighting // the first two are asked about
		one       bool
	}{
		{"a caption with two names is no bridge", []people.Sighting{at("a", "Hilda Clarke", "", 9), at("b", "Sara Palmer", "", 9),
			at("c", "Hilda Clarke Sara Palmer", "", 1)}, false},
		{"two given names before a surname are no bridge", []people.Sighting{at("a", "Michael Jarrow", "singer", 9),
			at("b", "Katherine Jarrow", "", 2), at("c", "Michael Katherine Jarrow", "", 1)}, false},
		{"transliterations with a role in common", []people.Sighting{at("a", "Muammar Gerdafi", "Karvian leader", 9),
			at("b", "Moammar Gerdhafi", "leader", 9)}, true},
		{"names that sound alike without a role in common", []people.Sighting{at("a", "John Hansen", "lawyer", 5),
			at("b", "John Hinson", "skater", 5)}, false},
		{"a short form, other trades", []people.Sighting{at("a", "Richard Jamison", "forecaster", 1),
			at("b", "Rick Jamison", "singer", 1)}, false},
		{"a short form, the same trade", []people.Sighting{at("a", "Robert Dudel", "chief executive", 9),
			at("b", "Bob Dudel", "executive", 9)}, true},
		{"senior and junior", []people.Sighting{at("a", "Thomas Weir Sr.", "", 3), at("b", "Thomas Weir Jr.", "", 3)}, false},
		{"a son is not his father", []people.Sighting{at("a", "Thomas Weir", "founder", 30), at("b", "Thomas Weir Jr.", "founder", 9)},
			false},
		{"a given name in one word or two", []people.Sighting{at("a", "La Toya Marsk", "", 3), at("b", "LaToya Marsk", "", 3)}, true},
		{"an Arabic article left out", []people.Sighting{at("a", "Eman al-Obari", "", 3), at("b", "Eman Obari", "", 3)}, true},
		{"an article before a surname is no given name", []people.Sighting{at("a", "Eman al-Obari", "", 3),
			at("b", "Atiq al-Obari", "", 3), at("b", "al-Obari", "", 3)}, false},
		{"a middle initial", []people.Sighting{at("a", "John A. Bohler", "", 3), at("b", "John Bohler", "", 9)}, true},
		{"two middle names", []people.Sighting{at("a", "John Adam Bohler", "", 3), at("b", "John Karl Bohler", "", 9)}, false},
	} {
		_, of := Merge(row.sightings)
		if got := of[0] == of[1] && of[0] >= 0; got != row.one {
			t.Errorf("%s: %q and %q are one: %v", row.about, row.sightings[0].Name, row.sightings[1].Name, got)
		}
	}
}

// TestSeamsAreNobody: what a caption glues together is given to neither person.
func TestSeamsAreNobody(t *testing.T) {
	_, of := Merge([]people.Sighting{{Article: "a", Name: "Hilda Clarke", Kind: people.Human},
		{Article: "b", Name: "Sara Palmer", Kind: people.Human},
		{Article: "c", Name: "Hilda Clarke Sara Palmer", Kind: people.Human}})
	if of[2] != -1 {
		t.Errorf("the glued name is person %d, want nobody", of[2])
	}
}
