package consolidate

import (
	"testing"

	"rapporteur/corpus/people"
)

// TestKeep follows people through what settling does to them.
func TestKeep(t *testing.T) {
	one := func(id int64, statements int, name string, aliases ...string) people.Person {
		return people.Person{ID: id, Name: name, Kind: people.Human, Aliases: aliases, Statements: statements}
	}
	for _, row := range []struct {
		about  string
		before []people.Person
		now    []people.Person
		want   []int64
	}{
		{"nothing changes", []people.Person{one(1, 3, "Ona Berg"), one(2, 1, "Ivo Marek")},
			[]people.Person{one(0, 1, "Ivo Marek"), one(0, 4, "Ona Berg")}, []int64{2, 1}},
		{"somebody is new", []people.Person{one(1, 3, "Ona Berg")},
			[]people.Person{one(0, 9, "Ivo Marek"), one(0, 3, "Ona Berg")}, []int64{100, 1}},
		{"a fuller name is printed", []people.Person{one(4, 3, "Berg")},
			[]people.Person{one(0, 3, "Ona Berg", "Berg")}, []int64{4}},
		{"two become one", []people.Person{one(4, 2, "Elina Marsk"), one(5, 7, "Elena Marsk")},
			[]people.Person{one(0, 9, "Elina Marsk", "Elena Marsk")}, []int64{5}},
		{"two with as many statements become one", []people.Person{one(5, 2, "Elina Marsk"), one(4, 2, "Elena Marsk")},
			[]people.Person{one(0, 4, "Elina Marsk", "Elena Marsk")}, []int64{4}},
		{"one becomes two", []people.Person{one(6, 9, "Elina Marsk", "Marsk", "Elena Marsk")},
			[]people.Person{one(0, 7, "Elena Marsk", "Marsk"), one(0, 2, "Elina Marsk")}, []int64{100, 6}},
		{"a surname by itself is somebody's alias too",
			[]people.Person{one(1, 6, "Berg"), one(2, 2, "Ada Berg", "Berg")},
			[]people.Person{one(0, 2, "Ada Berg", "Berg"), one(0, 6, "Berg")}, []int64{2, 1}},
		{"the old name is gone", []people.Person{one(6, 9, "E. Marsk", "Marsk", "Elena Marsk")},
			[]people.Person{one(0, 2, "Marsk"), one(0, 7, "Elena Marsk")}, []int64{6, 100}},
		{"a body takes a name", []people.Person{one(6, 9, "Harbour Watch")},
			[]people.Person{{Name: "Harbour Watch", Kind: people.Body}}, []int64{100}},
		{"who was settled before there were ids", []people.Person{one(0, 9, "Ona Berg")},
			[]people.Person{one(0, 9, "Ona Berg")}, []int64{100}},
	} {
		last := int64(99)
		Keep(row.before, row.now, func() int64 { last++; return last })
		for i, p := range row.now {
			if p.ID != row.want[i] {
				t.Errorf("%s: %s has id %d, want %d", row.about, p.Name, p.ID, row.want[i])
			}
		}
	}
}
