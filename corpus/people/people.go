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

import (
	"regexp"
	"strings"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/text/english"
)

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
	ID         int64  // lasts while the collection knows the person, however it spells the name; 0 before it is settled
	Name       string // canonical: the fullest common form, without titles
	Kind       Kind
	Aliases    []string // other forms printed, most frequent first
	Roles      []Role   // most recent first
	Statements int      // how many statements of the corpus are this person's
}

// A Sighting is one way in which one article names a person or body.
type Sighting struct {
	Article    string // tells articles apart; a bare surname looks to its own article first
	Name       string // as printed, without titles
	Kind       Kind
	Gender     Gender
	Role       string    // as printed with the name, or ""
	Day        civil.Day // the article's day; zero when not known
	Statements int       // how many statements of the article are credited to the name
	Count      int       // how often the article prints it; 0 means once
}

// NameWords is the folded words of a printed name, without a nickname in it and the "Jr" that ends it.
func NameWords(printed string) []string {
	words := strings.Fields(english.Fold(WithoutNickname(printed)))
	for n := len(words); n > 1 && (words[n-1] == "jr" || words[n-1] == "sr"); n-- {
		words = words[:n-1]
	}
	return words
}

// WithoutNickname is a name without what stands between quotation marks in it: Robert "Bobby" Vale is Robert Vale.
func WithoutNickname(printed string) string { return quotedNickname.ReplaceAllString(printed, " ") }

var quotedNickname = regexp.MustCompile(` ["“‘'][^"”’']+["”’'] `)
