package people

import (
	"slices"
	"testing"
)

func TestOffices(t *testing.T) {
	x := NewIndex([]Person{
		{Name: "Annika Holt", Kind: Human, Statements: 9, Roles: []Role{{Title: "Mayor of Velmar"}}},
		{Name: "Peter Lund", Kind: Human, Statements: 4, Roles: []Role{{Title: "mayor of Dolna"}}},
		{Name: "Luis Mayorga", Kind: Human, Statements: 50},
		{Name: "Ivo Mayer", Kind: Human, Statements: 30},
		{Name: "Oleg Dral", Kind: Human, Statements: 3, Roles: []Role{{Title: "Danish foreign minister"}}},
		{Name: "Dana Ost", Kind: Human, Statements: 2, Roles: []Role{{Title: "British Defence Secretary"}}},
		{Name: "Ministry of Ports", Kind: Body, Statements: 5},
	})
	for _, row := range []struct {
		typed string
		match []string
	}{
		{"the mayor", []string{"Annika Holt", "Peter Lund"}},
		{"mayor of dolna", []string{"Peter Lund"}},
		{"foreign minster", []string{"Oleg Dral"}},
		{"danish foriegn minister", []string{"Oleg Dral"}},
		{"defnce secretary", []string{"Dana Ost"}},
		{"british defense secratary", []string{"Dana Ost"}},
		{"mayorga", []string{"Luis Mayorga"}},
		{"french foreign minister", nil},
		{"foreign ministry", nil},
	} {
		var got []string
		for _, m := range x.Match(row.typed, 0) {
			got = append(got, m.Person.Name)
		}
		if !slices.Equal(got, row.match) {
			t.Errorf("Match(%q) = %q, want %q", row.typed, got, row.match)
		}
	}
	for _, row := range []struct {
		typed string
		want  []string
	}{
		{"french foreign minister", []string{"Oleg Dral"}},
		{"french foreign minster", []string{"Oleg Dral"}},
		{"the norwegian mayor", []string{"Annika Holt", "Peter Lund"}},
	} {
		if got := x.Suggest(row.typed, 3); !slices.Equal(got, row.want) {
			t.Errorf("Suggest(%q) = %q, want %q", row.typed, got, row.want)
		}
	}
}
