package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"rapporteur/corpus/people"
	"rapporteur/corpus/store/dbfile"
)

// byStatements is the people, most statements first. Those with none are kept: a name
// that the corpus knows is not a misspelling of one that speaks.
func byStatements(all []people.Person) []people.Person {
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b people.Person) int {
		return cmp.Or(-cmp.Compare(a.Statements, b.Statements), cmp.Compare(a.Name, b.Name))
	})
	return out
}

// People implements Reader.
func (s *SQLite) People(ctx context.Context, as Collection) ([]people.Person, error) {
	// A guild without articles of its own knows the operator's people.
	known, err := dbfile.Value[[]byte](ctx, s.read,
		"SELECT people FROM collection WHERE name IN ('', ?) AND people IS NOT NULL ORDER BY id DESC LIMIT 1", as)
	var out []people.Person
	switch {
	case err == nil && known == nil:
		out, err = s.unsettled(ctx, as)
	case err == nil:
		err = decode(known, &out)
	}
	return out, dbfile.Wrap(err, "people for %q", as)
}

// unsettled is the speakers as each article names them.
func (s *SQLite) unsettled(ctx context.Context, as Collection) ([]people.Person, error) {
	var out []people.Person
	err := dbfile.Rows(ctx, s.read, func(r *sql.Rows) error {
		p := people.Person{Kind: people.Human}
		err := r.Scan(&p.Name, &p.Statements)
		out = append(out, p)
		return err
	}, "SELECT s.named, count(*) FROM statement s JOIN article a ON a.seq = s.article WHERE s.named != '' "+
		"AND "+visible+" GROUP BY s.named ORDER BY count(*) DESC, s.named", as)
	return out, err
}
