package consolidate

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/people"
)

// cast is a small corpus of sightings, each "article|role|name|count".
func cast() []people.Sighting {
	var out []people.Sighting
	for _, line := range strings.Split(`a|U.S. Secretary of State|Antony Blinken|2
a||Blinken|9
b|Secretary of State|Antony Blinken|1
b||Secretary Antony Blinken SecBlinken|1
c||Blinken|3
a|Russian Foreign Minister|Sergey Lavrov|3
c|Foreign Minister|Sergei Lavrov|1
c||Lavrov|6
d|Germany's Foreign Minister|Annalena Baerbock|1
a|Estonian Defence Minister|Kalle Laanet|1
a|Pentagon press secretary|John Kirby|2
a|UK Defence Secretary|Ben Wallace|2
d||Bill Clinton|4
d||Hillary Clinton|5
d||Mrs Clinton|2
e||Clinton|1
a|President|Volodymyr Zelenskyy|3
c|Ukrainian President|Volodymyr Zelensky|4
e||Zelenskiy|1
f|actress|Jane Blinker|1
g||Annalena Baerbok|1
h||Annalena Baerbock|6
a|US President|Joe Biden|4
c|White House press secretary|Jen Psaki|2`, "\n") {
		f := strings.Split(line, "|")
		s := people.Sighting{Article: f[0], Role: f[1], Name: f[2], Kind: people.Human, Day: civil.Of(2022, 1, 20)}
		fmt.Sscan(f[3], &s.Count)
		if strings.HasPrefix(f[2], "Mrs") || f[2] == "Hillary Clinton" {
			s.Gender = people.Female
		}
		if f[2] == "Bill Clinton" {
			s.Gender = people.Male
		}
		out = append(out, s)
	}
	return append(out,
		people.Sighting{Article: "a", Name: "the State Department", Kind: people.Body},
		people.Sighting{Article: "b", Name: "U.S. State Department", Kind: people.Body},
		people.Sighting{Article: "a", Name: "a senior defence source", Kind: people.Unnamed})
}

func TestMerge(t *testing.T) {
	sightings := cast()
	persons, of := Merge(sightings)
	at := func(article, name string) string {
		for i, s := range sightings {
			if s.Article == article && s.Name == name {
				if of[i] < 0 {
					return ""
				}
				return persons[of[i]].Name
			}
		}
		t.Fatalf("no sighting of %s in %s", name, article)
		return ""
	}
	for _, row := range []struct{ article, name, want string }{
		{"a", "Blinken", "Antony Blinken"},
		{"b", "Secretary Antony Blinken SecBlinken", "Antony Blinken"},
		{"c", "Blinken", "Antony Blinken"},
		{"c", "Lavrov", "Sergey Lavrov"},
		{"c", "Sergei Lavrov", "Sergey Lavrov"},
		{"d", "Mrs Clinton", "Hillary Clinton"},
		{"d", "Bill Clinton", "Bill Clinton"},
		{"e", "Clinton", "Clinton"},
		{"a", "Volodymyr Zelenskyy", "Volodymyr Zelensky"},
		{"g", "Annalena Baerbok", "Annalena Baerbock"},
		{"f", "Jane Blinker", "Jane Blinker"},
		{"b", "U.S. State Department", "State Department"},
		{"a", "a senior defence source", ""},
	} {
		if got := at(row.article, row.name); got != row.want {
			t.Errorf("%s in article %s is %q, want %q", row.name, row.article, got, row.want)
		}
	}
}

func TestMatch(t *testing.T) {
	persons, _ := Merge(cast())
	x := people.NewIndex(persons)
	for _, row := range []struct {
		typed, want string
		by          people.By
	}{
		{"Antony Blinken", "Antony Blinken", people.Exact},
		{"blinken", "Antony Blinken", people.Alias},
		{"Secretary Blinken", "Antony Blinken", people.Alias},
		{"blinken antony", "Antony Blinken", people.Alias},
		{"a. blinken", "Antony Blinken", people.Alias},
		{"baerb", "Annalena Baerbock", people.Alias},
		{"blinkin", "Antony Blinken", people.Misspelling},
		{"Antonio Blinkin", "Antony Blinken", people.Misspelling},
		{"Sergie Lavrof", "Sergey Lavrov", people.Misspelling},
		{"lavrov", "Sergey Lavrov", people.Alias},
		{"zelenksy", "Volodymyr Zelensky", people.Misspelling},
		{"Selenskyj", "Volodymyr Zelensky", people.Misspelling},
		{"anelena bearbock", "Annalena Baerbock", people.Misspelling},
		{"german foreign minister", "Annalena Baerbock", people.ByRole},
		{"the foreign minister of Germany", "Annalena Baerbock", people.ByRole},
		{"british defense secretary", "Ben Wallace", people.ByRole},
		{"estonias defence minister", "Kalle Laanet", people.ByRole},
		{"white house press secretary", "Jen Psaki", people.ByRole},
		{"US secretary of state", "Antony Blinken", people.ByRole},
		{"american president", "Joe Biden", people.ByRole},
		{"state department", "State Department", people.Exact},
		{"jbiden", "Joe Biden", people.Alias},
		{"Angela Merkel", "", ""},
		{"french foreign minister", "", ""},
		{"xq", "", ""}, {"", "", ""}, {"the", "", ""},
	} {
		got := x.Match(row.typed, 3)
		if row.want == "" {
			if len(got) > 0 {
				t.Errorf("Match(%q) found %s by %s, want nobody", row.typed, got[0].Person.Name, got[0].By)
			}
			continue
		}
		if len(got) == 0 || got[0].Person.Name != row.want || got[0].By != row.by {
			t.Errorf("Match(%q) = %v, want %s by %s", row.typed, brief(got), row.want, row.by)
		}
	}
}

func brief(ms []people.Match) (out []string) {
	for _, m := range ms {
		out = append(out, fmt.Sprintf("%s (%s %.2f)", m.Person.Name, m.By, m.Score))
	}
	return out
}

// TestRelativeRolesAreNoOffices: what somebody is to another is neither shown as his office
// nor found as one, whatever noun for it the article chose.
func TestRelativeRolesAreNoOffices(t *testing.T) {
	var sightings []people.Sighting
	for _, role := range []string{"Brill’s counterpart", "Danish counterpart", "the senator's oldest rival",
		"Foreign Minister", "supporters", "ally"} {
		sightings = append(sightings, people.Sighting{Article: "a", Name: "Oleg Dral", Kind: people.Human, Role: role})
	}
	persons, _ := Merge(append(sightings, people.Sighting{Article: "a", Name: "Karl Brill", Kind: people.Human,
		Role: "Secretary of State"}))
	for _, p := range persons {
		if len(p.Roles) != 1 {
			t.Errorf("%s has the offices %v, want one", p.Name, p.Roles)
		}
	}
	for _, typed := range []string{"counterpart", "Brill's counterpart"} {
		if got := people.NewIndex(persons).Match(typed, 0); len(got) > 0 {
			t.Errorf("Match(%q) = %s", typed, got[0].Person.Name)
		}
	}
}
func BenchmarkMerge(b *testing.B) {
	var s []people.Sighting
	for i := range 20000 {
		s = append(s, people.Sighting{Article: fmt.Sprint(i % 3000), Kind: people.Human,
			Name: fmt.Sprintf("%c%s %cer%s", 'A'+i%26, []string{"nna", "rik", "ost", "lena"}[i/26%4], 'B'+i/104%20, []string{"berg", "holm", "dal"}[i/2080%3])})
	}
	b.ReportAllocs()
	for b.Loop() {
		Merge(s)
	}
}

func TestMergeOfInitials(t *testing.T) {
	var sightings []people.Sighting
	for i, name := range []string{"James Holm", "James Holm", "James Holm", "J. Holm", "J. Holm", "Jason Holm"} {
		sightings = append(sightings, people.Sighting{Article: string(rune('a' + i)), Name: name, Kind: people.Human})
	}
	persons, of := Merge(sightings)
	if of[0] != of[3] || of[5] == of[0] {
		t.Errorf("J. Holm is to be James and never Jason besides, got %v of %v", of, persons)
	}
	persons, of = Merge([]people.Sighting{{Article: "a", Name: "J. David Holm", Kind: people.Human},
		{Article: "b", Name: "James Holm", Kind: people.Human}})
	if of[0] == of[1] {
		t.Errorf("J. David Holm is no James, got %v", persons)
	}
}

func TestMergeOfMisspellings(t *testing.T) {
	frequent := people.Sighting{Article: "a", Name: "Dario Martin", Kind: people.Human, Count: 9}
	once := people.Sighting{Article: "b", Name: "Dario Marten", Kind: people.Human}
	again := people.Sighting{Article: "b", Name: "Marten", Kind: people.Human}
	if _, of := Merge([]people.Sighting{frequent, once}); of[0] != of[1] {
		t.Error("a name printed once, a letter off, is misspelt")
	}
	if _, of := Merge([]people.Sighting{frequent, once, again}); of[0] == of[1] {
		t.Error("a surname that its article prints twice is spelt so")
	}
}

// TestMergeOfBareSurnames reads corpora of many articles, in some of which a surname stands alone.
func TestMergeOfBareSurnames(t *testing.T) {
	for _, row := range []struct {
		articles, full int // of the corpus, and of those that name him in full
		joined         bool
	}{{5, 1, true}, {200, 1, false}, {200, 3, true}} {
		var sightings []people.Sighting
		for i := range row.articles - 1 {
			name := "Ona Berg"
			if i < row.full {
				name = "Karl Barns"
			}
			sightings = append(sightings, people.Sighting{Article: fmt.Sprint(i), Name: name, Kind: people.Human})
		}
		sightings = append(sightings, people.Sighting{Article: "last", Name: "Barns", Kind: people.Human})
		persons, of := Merge(sightings)
		name := persons[of[len(of)-1]].Name
		if got := name == "Karl Barns"; got != row.joined {
			t.Errorf("of %d articles %d name Karl Barns; Barns alone is %q", row.articles, row.full, name)
		}
	}
}

func TestMergeOfPresidents(t *testing.T) {
	persons, of := Merge([]people.Sighting{
		{Article: "a", Name: "Holm", Role: "President", Kind: people.Human},
		{Article: "a", Name: "Vera Holm", Role: "First lady", Kind: people.Human},
		{Article: "a", Name: "Holm", Gender: people.Female, Kind: people.Human},
		{Article: "b", Name: "Karl Holm", Role: "President", Kind: people.Human, Count: 20},
		{Article: "c", Name: "Ost", Role: "an aide to President Karl Holm", Kind: people.Human},
		{Article: "c", Name: "Dana Ost", Role: "singer", Kind: people.Human},
	})
	for i, want := range []string{"Karl Holm", "Vera Holm", "Vera Holm", "Karl Holm", "Dana Ost", "Dana Ost"} {
		if got := persons[of[i]].Name; got != want {
			t.Errorf("sighting %d is %q, want %q", i, got, want)
		}
	}
}

func TestMergeOfShoutedBodies(t *testing.T) {
	persons, of := Merge([]people.Sighting{
		{Article: "a", Name: "DOLNA HARBOUR BOARD", Kind: people.Body, Count: 9},
		{Article: "b", Name: "Dolna Harbour Board", Kind: people.Body},
	})
	if got := persons[of[0]].Name; got != "Dolna Harbour Board" {
		t.Errorf("the body is %q", got)
	}
}

// TestMergeOfGivenNames: a given name alone belongs to nobody where the article calls several people by it.
func TestMergeOfGivenNames(t *testing.T) {
	for _, row := range []struct {
		names []string
		want  string
	}{
		{[]string{"Evan John", "John"}, "Evan John"},
		{[]string{"Evan John", "John Holm", "John"}, "John Holm"},
		{[]string{"Evan John", "John Holm", "John Berg", "John"}, "John"},
	} {
		var sightings []people.Sighting
		for _, name := range row.names {
			sightings = append(sightings, people.Sighting{Article: "a", Name: name, Kind: people.Human})
		}
		persons, of := Merge(sightings)
		if got := persons[of[len(of)-1]].Name; got != row.want {
			t.Errorf("John among %q is %q, want %q", row.names, got, row.want)
		}
	}
}
