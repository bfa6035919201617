package dbfile

import (
	"database/sql"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRows(t *testing.T) {
	db, err := Memory()
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("CREATE TABLE boat (name); INSERT INTO boat " +
		"VALUES ('Maret'), ('Orel'), ('Tamsin')"); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string][]string{
		"SELECT name FROM boat ORDER BY name DESC":   {"Tamsin", "Orel", "Maret"},
		"SELECT name FROM boat WHERE name = 'Iskra'": {},
	} {
		got, err := Column[string](t.Context(), db, query)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", query, err, diff)
		}
	}
	n, enough := 0, errors.New("enough")
	err = Rows(t.Context(), db, func(*sql.Rows) error {
		if n++; n == 2 {
			return enough
		}
		return nil
	}, "SELECT name FROM boat")
	if err != enough || n != 2 {
		t.Errorf("rows were taken %d times and ended with %v, want 2 and the taker's error", n, err)
	}
	if err := Rows(t.Context(), db, func(*sql.Rows) error { return nil }, "SELECT name FROM ferry"); err == nil {
		t.Error("a table that is not there has no rows, and no error")
	}
}
