// Package people knows who is who: it folds the spellings of a name, tells people
// from bodies and unnamed sources, makes one person of the many ways a corpus
// names somebody, and matches what a member typed. Reading and asking share it.
//
// In the order that data travels: Fold and Key bring spellings together; Mentions finds who an article names, by
// titles, given names and telling words; Merge makes people of the sightings of a corpus; an Index finds them by
// what is typed, tier by tier: exact, alias, misspelling, office.
//
// # Word lists
//
// The lists in gazetteer are plain text, a line an entry. Given names come from the locales of Faker (MIT licence,
// copyright 2022-2025 by its contributors, see https://github.com/faker-js/faker), with those of public figures
// added by hand; the ordinary words are those that PolNeAR's training articles print in small letters; variants of
// given names, countries, places, titles and bodies were written by hand. A name missing from a list is still found
// by a title, an office or its look.
package people

import "rapporteur/corpus/civil"

// Kind tells who can speak.
type Kind string

// The kinds of speaker.
const (
	Human   Kind = "person"  // Antony Blinken
	Body    Kind = "body"    // the Kremlin, the State Department
	Unnamed Kind = "unnamed" // a senior defence source: never anybody's alias
)

// A Role is an office or description under which somebody was printed.
type Role struct {
	Title string // as printed: "U.S. Secretary of State", "Estonian Defence Minister"
	First civil.Day
	Last  civil.Day
}

// A Person is one speaker of the corpus, under one canonical name.
type Person struct {
	Name       string // canonical: the fullest common form, without titles
	Kind       Kind
	Aliases    []string // other forms printed, most frequent first
	Roles      []Role   // most recent first
	Statements int      // how many statements of the corpus are this person's
}
