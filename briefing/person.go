package briefing

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"rapporteur/corpus/people"
	"rapporteur/corpus/store"
)

// A peopleCache keeps each collection's index of people until the store changes: members complete
// names letter by letter, and indexing thousands of people takes tens of milliseconds.
type peopleCache struct {
	mu    sync.Mutex
	pages map[store.Collection]cachedPeople
}

type cachedPeople struct {
	revision int64
	index    *people.Index
}

const mostCached = 64 // bounds the cache of a bot in many guilds; beyond it the cache starts anew

func (d *Desk) people(ctx context.Context, as store.Collection) (*people.Index, error) {
	now, err := d.store.Revision(ctx)
	if err != nil {
		return nil, fmt.Errorf("people: %w", err)
	}
	d.known.mu.Lock()
	p, ok := d.known.pages[as]
	d.known.mu.Unlock()
	if ok && p.revision == now {
		return p.index, nil
	}
	list, err := d.store.People(ctx, as)
	if err != nil {
		return nil, fmt.Errorf("people: %w", err)
	}
	p = cachedPeople{now, people.NewIndex(list)}
	d.known.mu.Lock()
	defer d.known.mu.Unlock()
	if d.known.pages == nil || len(d.known.pages) >= mostCached {
		d.known.pages = make(map[store.Collection]cachedPeople)
	}
	d.known.pages[as] = p
	return p.index, nil
}

// A personMatch is the person that a member may mean.
type personMatch struct {
	person *people.Person // nil when there is none
	by     people.By
	others []string // other names that may be meant
}

const mostAlternatives = 3 // how many other names are suggested

func (d *Desk) findPerson(ctx context.Context, as store.Collection, typed string) (personMatch, error) {
	index, err := d.people(ctx, as)
	if err != nil {
		return personMatch{}, err
	}
	found := index.Match(typed, mostAlternatives+1)
	if len(found) == 0 {
		return personMatch{others: index.Suggest(typed, mostAlternatives)}, nil
	}
	m := personMatch{person: &found[0].Person, by: found[0].By}
	for _, o := range found[1:] {
		if o.By == m.by || m.by == people.Misspelling {
			m.others = append(m.others, o.Person.Name)
		}
	}
	return m, nil
}

// names is the canonical names of a person's statements: a guild's articles can show that two of them are one person.
func (d *Desk) names(ctx context.Context, as store.Collection, p people.Person) ([]string, error) {
	out := []string{p.Name}
	if as == store.Operator {
		return out, nil
	}
	index, err := d.people(ctx, as)
	if err != nil {
		return nil, err
	}
	for _, alias := range p.Aliases {
		others := index.Match(alias, 1)
		if len(others) == 0 || others[0].Person.Name != alias && !slices.Contains(out, alias) {
			out = append(out, alias)
		}
	}
	return out, nil
}

// CompletePeople suggests at most limit people with statements whose names fit what was typed, the best fit first.
func (d *Desk) CompletePeople(ctx context.Context, a Asker, typed string, limit int) ([]PersonChoice, error) {
	index, err := d.people(ctx, a.as())
	if err != nil {
		return nil, err
	}
	out := []PersonChoice{}
	for _, c := range index.Complete(typed, 8*limit) { // many people have no statements
		if c.Statements > 0 && len(out) < limit {
			out = append(out, PersonChoice{Name: c.Name, Statements: c.Statements})
		}
	}
	return out, nil
}
