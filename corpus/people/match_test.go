package people

import (
	"fmt"
	"strings"
	"testing"
)

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

func brief(ms []Match) (out []string) {
	for _, m := range ms {
		out = append(out, fmt.Sprintf("%s (%s %.2f)", m.Person.Name, m.By, m.Score))
	}
	return out
}
