package people

import (
	"embed"
	"strings"
	"sync"

	"rapporteur/corpus/text/english"
)

// gazetteerFiles holds the word lists. given.txt has given names with the sex that bears them, from the lists of
// many languages, languages.txt and short.txt their variants; words.txt the ordinary English words, which PolNeAR's
// training articles print in lower case.
//
//go:embed gazetteer/*.txt
var gazetteerFiles embed.FS

// Gender is the grammatical gender that English uses for a person.
type Gender string

// The genders; the zero Gender is not known.
const (
	Unknown Gender = ""
	Male    Gender = "m"
	Female  Gender = "f"
)

// title is what the gazetteer knows of a word that goes with names.
type title struct {
	gender    Gender
	honorific bool // "Mr": says nothing of an office
}

// gazetteer is the word lists, every key folded. It never changes once loaded.
type gazetteer struct {
	given       map[string]Gender
	languages   map[string]string // a given name to the one form of it in all languages: "serhiy" to "sergei"
	short       map[string]string // a given name that English shortens to its full form
	words       map[string]bool
	titles      map[string]title
	modifiers   map[string]bool
	offices     map[string]bool
	bodyWords   map[string]bool
	known       map[string]bool
	places      map[string]bool
	countries   map[string]string // a country's names and its government's: "kremlin" to "russia"
	demonyms    map[string]string // "russian" to "russia"
	capitals    map[string]bool   // of countries: names that stand for a government
	familyNames map[string]bool   // that stand in front
}

// lists is the gazetteer, read once.
var lists = sync.OnceValue(loadGazetteer)

func loadGazetteer() *gazetteer {
	g := &gazetteer{
		given: map[string]Gender{}, languages: variants("languages"), short: variants("short"), titles: map[string]title{},
		words: set("words"), modifiers: set("modifiers"), offices: set("offices"),
		bodyWords: set("bodies"), known: set("known"), places: set("places"), familyNames: set("family"),
		countries: map[string]string{}, demonyms: map[string]string{}, capitals: map[string]bool{},
	}
	for _, line := range lines("given") {
		name, sex, _ := strings.Cut(line, " ")
		g.given[name] = gender(sex)
	}
	for _, line := range lines("titles") {
		if f := strings.Fields(line); len(f) > 1 {
			g.titles[english.Fold(f[0])] = title{gender(f[1]), len(f) > 2 && f[2] == "h"}
		}
	}
	for _, line := range lines("countries") {
		g.addCountry(strings.Split(line, "|"))
	}
	return g
}

func (g *gazetteer) addCountry(fields []string) {
	country := ""
	for i, field := range fields {
		for name := range strings.SplitSeq(field, ",") {
			name = english.Fold(name)
			switch {
			case name == "":
			case i == 1:
				g.demonyms[name] = country
			default:
				if country == "" {
					country = name
				}
				g.countries[name] = country
				if i == 2 {
					g.capitals[name] = true
				}
			}
		}
	}
}

func gender(s string) Gender {
	if s == "m" || s == "f" {
		return Gender(s)
	}
	return Unknown
}

// set is the folded lines of a list.
func set(name string) map[string]bool {
	out := map[string]bool{}
	for _, line := range lines(name) {
		out[english.Fold(line)] = true
	}
	return out
}

// variants maps each word of a list to the first word of its line.
func variants(name string) map[string]string {
	out := map[string]string{}
	for _, line := range lines(name) {
		words := strings.Fields(line)
		for _, w := range words {
			out[w] = words[0]
		}
	}
	return out
}

// lines is the lines of a list without blank ones and remarks.
func lines(name string) []string { return english.Lines(gazetteerFiles, "gazetteer/"+name+".txt") }

// sexOf is the gender that a folded given name tells.
func (g *gazetteer) sexOf(given string) Gender {
	if s, ok := g.given[given]; ok {
		return s
	}
	return g.given[Key(given)]
}

// place reports whether the folded name is a country, its capital or another place.
func (g *gazetteer) place(name string) bool {
	return g.places[name] || g.countries[name] != "" && !g.known[name]
}
