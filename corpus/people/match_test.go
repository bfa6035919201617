package people

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/corpus/civil"
)

// cast is a small corpus of sightings, each "article|role|name|count".
func cast() []Sighting {
	var out []Sighting
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
		s := Sighting{Article: f[0], Role: f[1], Name: f[2], Kind: Human, Day: civil.Of(2022, 1, 20)}
		fmt.Sscan(f[3], &s.Count)
		if strings.HasPrefix(f[2], "Mrs") || f[2] == "Hillary Clinton" {
			s.Gender = Female
		}
		if f[2] == "Bill Clinton" {
			s.Gender = Male
		}
		out = append(out, s)
	}
	return append(out,
		Sighting{Article: "a", Name: "the State Department", Kind: Body},
		Sighting{Article: "b", Name: "U.S. State Department", Kind: Body},
		Sighting{Article: "a", Name: "a senior defence source", Kind: Unnamed})
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
	x := NewIndex(persons)
	for _, row := range []struct {
		typed, want string
		by          By
	}{
		{"Antony Blinken", "Antony Blinken", Exact},
		{"blinken", "Antony Blinken", Alias},
		{"Secretary Blinken", "Antony Blinken", Alias},
		{"blinken antony", "Antony Blinken", Alias},
		{"a. blinken", "Antony Blinken", Alias},
		{"baerb", "Annalena Baerbock", Alias},
		{"blinkin", "Antony Blinken", Misspelling},
		{"Antonio Blinkin", "Antony Blinken", Misspelling},
		{"Sergie Lavrof", "Sergey Lavrov", Misspelling},
		{"lavrov", "Sergey Lavrov", Alias},
		{"zelenksy", "Volodymyr Zelensky", Misspelling},
		{"Selenskyj", "Volodymyr Zelensky", Misspelling},
		{"anelena bearbock", "Annalena Baerbock", Misspelling},
		{"german foreign minister", "Annalena Baerbock", ByRole},
		{"the foreign minister of Germany", "Annalena Baerbock", ByRole},
		{"british defense secretary", "Ben Wallace", ByRole},
		{"estonias defence minister", "Kalle Laanet", ByRole},
		{"white house press secretary", "Jen Psaki", ByRole},
		{"US secretary of state", "Antony Blinken", ByRole},
		{"american president", "Joe Biden", ByRole},
		{"state department", "State Department", Exact},
		{"jbiden", "Joe Biden", Alias},
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

func brief(ms []Match) (out []string) {
	for _, m := range ms {
		out = append(out, fmt.Sprintf("%s (%s %.2f)", m.Person.Name, m.By, m.Score))
	}
	return out
}

func TestMatchTiersKeepTheirOrder(t *testing.T) {
	x := NewIndex([]Person{
		{Name: "Ann Rask", Kind: Human, Statements: 1},
		{Name: "Ann Rasko", Kind: Human, Statements: 90},
		{Name: "Ann Rusk", Kind: Human, Statements: 99},
	})
	got := x.Match("ann rask", 5)
	if len(got) != 2 || got[0].Person.Name != "Ann Rask" || got[1].Person.Name != "Ann Rasko" {
		t.Errorf("got %v, want Ann Rask exactly and then Ann Rasko by its beginning", brief(got))
	}
}

func TestCompleteAndSuggest(t *testing.T) {
	x := NewIndex([]Person{
		{Name: "Vera Holm", Kind: Human, Statements: 3},
		{Name: "Jon Holmgren", Kind: Human, Statements: 7},
		{Name: "Ministry of Ports", Kind: Body, Statements: 5},
		{Name: "an official", Kind: Unnamed, Statements: 50},
	})
	if got := fmt.Sprint(x.Complete("", 2)); got != "[{Jon Holmgren 7} {Ministry of Ports 5}]" {
		t.Errorf("nothing typed offers %s", got)
	}
	if got := fmt.Sprint(x.Complete("hol", 5)); got != "[{Jon Holmgren 7} {Vera Holm 3}]" {
		t.Errorf("hol offers %s", got)
	}
	if got := x.Suggest("Vera Hulmqvist Holn", 3); len(got) == 0 || got[0] != "Vera Holm" {
		t.Errorf("Suggest gave %v", got)
	}
}

// many is n people with made-up names, as an index at scale would hold.
func many(n int) []Person {
	a := []string{"An", "Bel", "Cor", "Dar", "El", "Fa", "Gar", "Hel", "Iv", "Jo", "Kar", "Lu", "Mar", "Nor", "Ol", "Per",
		"Ro", "Sve", "Tor", "Ul"}
	b := []string{"na", "ric", "dan", "mir", "sten", "vi", "lo", "bert", "ga", "nil"}
	c := []string{"berg", "son", "ski", "ov", "escu", "idis", "mann", "dottir", "ez", "ini", "wick", "ford", "hoff",
		"ard", "quist"}
	offices := strings.Split("Danish harbour minister,mayor of Velmar,State Department spokesman,baker,professor of law,Sen.,ferry captain,police chief,chief executive of Lund Industries,Norwegian fisheries minister,union leader,teacher,farmer,opposition leader,retired Gen.,poet,judge,coach,vice president,editor", ",")
	out := make([]Person, n)
	for i := range out {
		given := a[i%20] + b[i/20%10]
		last := a[(i*7+i/200)%20] + b[i/3%10] + b[i*13/11%10] + c[(i/7)%15]
		out[i] = Person{Name: given + " " + last, Kind: Human, Statements: i % 97, Aliases: []string{last},
			Roles: []Role{{Title: offices[i%len(offices)]}}}
	}
	return out
}

func BenchmarkNewIndex(b *testing.B) {
	persons := many(10000)
	b.ReportAllocs()
	for b.Loop() {
		NewIndex(persons)
	}
}

func BenchmarkMatch(b *testing.B) {
	x := NewIndex(many(10000))
	for _, typed := range []string{"Belric", "anna beln", "marvli torsten", "zelenksy", "danish harbor minister", "qqqq"} {
		b.Run(strings.ReplaceAll(typed, " ", "_"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.Match(typed, 10)
			}
		})
	}
}

func BenchmarkMerge(b *testing.B) {
	var s []Sighting
	for i, p := range many(20000) {
		s = append(s, Sighting{Article: fmt.Sprint(i % 3000), Name: p.Name, Kind: Human})
	}
	b.ReportAllocs()
	for b.Loop() {
		Merge(s)
	}
}

func TestMergeOfInitials(t *testing.T) {
	var sightings []Sighting
	for i, name := range []string{"James Holm", "James Holm", "James Holm", "J. Holm", "J. Holm", "Jason Holm"} {
		sightings = append(sightings, Sighting{Article: string(rune('a' + i)), Name: name, Kind: Human})
	}
	persons, of := Merge(sightings)
	if of[0] != of[3] || of[5] == of[0] {
		t.Errorf("J. Holm is to be James and never Jason besides, got %v of %v", of, persons)
	}
	persons, of = Merge([]Sighting{{Article: "a", Name: "J. David Holm", Kind: Human},
		{Article: "b", Name: "James Holm", Kind: Human}})
	if of[0] == of[1] {
		t.Errorf("J. David Holm is no James, got %v", persons)
	}
}

func TestMergeOfMisspellings(t *testing.T) {
	frequent := Sighting{Article: "a", Name: "Dario Martin", Kind: Human, Count: 9}
	once := Sighting{Article: "b", Name: "Dario Marten", Kind: Human}
	again := Sighting{Article: "b", Name: "Marten", Kind: Human}
	if _, of := Merge([]Sighting{frequent, once}); of[0] != of[1] {
		t.Error("a name printed once, a letter off, is misspelt")
	}
	if _, of := Merge([]Sighting{frequent, once, again}); of[0] == of[1] {
		t.Error("a surname that its article prints twice is spelt so")
	}
}

// TestMergeOfBareSurnames reads corpora of many articles, in some of which a surname stands alone.
func TestMergeOfBareSurnames(t *testing.T) {
	for _, row := range []struct {
		articles, full int // of the corpus, and of those that name him in full
		joined         bool
	}{{5, 1, true}, {200, 1, false}, {200, 3, true}} {
		var sightings []Sighting
		for i := range row.articles - 1 {
			name := "Ona Berg"
			if i < row.full {
				name = "Karl Barns"
			}
			sightings = append(sightings, Sighting{Article: fmt.Sprint(i), Name: name, Kind: Human})
		}
		sightings = append(sightings, Sighting{Article: "last", Name: "Barns", Kind: Human})
		persons, of := Merge(sightings)
		name := persons[of[len(of)-1]].Name
		if got := name == "Karl Barns"; got != row.joined {
			t.Errorf("of %d articles %d name Karl Barns; Barns alone is %q", row.articles, row.full, name)
		}
	}
}

func TestMergeOfPresidents(t *testing.T) {
	persons, of := Merge([]Sighting{
		{Article: "a", Name: "Holm", Role: "President", Kind: Human},
		{Article: "a", Name: "Vera Holm", Role: "First lady", Kind: Human},
		{Article: "a", Name: "Holm", Gender: Female, Kind: Human},
		{Article: "b", Name: "Karl Holm", Role: "President", Kind: Human, Count: 20},
		{Article: "c", Name: "Ost", Role: "an aide to President Karl Holm", Kind: Human},
		{Article: "c", Name: "Dana Ost", Role: "singer", Kind: Human},
	})
	for i, want := range []string{"Karl Holm", "Vera Holm", "Vera Holm", "Karl Holm", "Dana Ost", "Dana Ost"} {
		if got := persons[of[i]].Name; got != want {
			t.Errorf("sighting %d is %q, want %q", i, got, want)
		}
	}
}

func TestMergeOfShoutedBodies(t *testing.T) {
	persons, of := Merge([]Sighting{
		{Article: "a", Name: "DOLNA HARBOUR BOARD", Kind: Body, Count: 9},
		{Article: "b", Name: "Dolna Harbour Board", Kind: Body},
	})
	if got := persons[of[0]].Name; got != "Dolna Harbour Board" {
		t.Errorf("the body is %q", got)
	}
}
