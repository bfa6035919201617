package briefing

import (
	"context"
	"fmt"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/store"
)

// A meant is who was meant by what a member typed.
type meant struct {
	person *people.Person // nil when nobody is
	by     string         // exact, alias, role, misspelling
	others []string       // names that may have been meant instead
}

// meant finds a person by what a member typed.
func (d *Desk) meant(ctx context.Context, as store.Collection, typed string) (meant, error) {
	list, err := d.store.People(ctx, as)
	if err != nil {
		return meant{}, fmt.Errorf("find %q among people: %w", typed, err)
	}
	for _, p := range list {
		if strings.EqualFold(p.Name, typed) {
			return meant{person: &p, by: "exact"}, nil
		}
	}
	for _, p := range list {
		if strings.Contains(strings.ToLower(p.Name), strings.ToLower(typed)) {
			return meant{person: &p, by: "alias"}, nil
		}
	}
	return meant{}, nil
}
