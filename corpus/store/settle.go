package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"

	"rapporteur/corpus/people"
)

// Settle implements Writer.
func (s *SQLite) Settle(ctx context.Context) error {
	err := s.transact(ctx, func(tx *sql.Tx) error {
		stale, err := stale(ctx, tx)
		if err != nil || len(stale) == 0 {
			return err
		}
		for _, id := range stale {
			if err := s.settleOne(ctx, tx, id); err != nil {
				return fmt.Errorf("collection %d: %w", id, err)
			}
		}
		_, err = tx.ExecContext(ctx, "UPDATE revision SET n = n + 1")
		return err
	})
	if err != nil {
		return fmt.Errorf("settle: %w", err)
	}
	return nil
}

// stale lists the collections to settle: those that changed, and all when the
// operator's did, since every guild's people are told together with the operator's.
func stale(ctx context.Context, tx *sql.Tx) ([]int64, error) {
	var out []int64
	err := rows(ctx, tx, func(r *sql.Rows) error {
		var id int64
		err := r.Scan(&id)
		out = append(out, id)
		return err
	}, "SELECT id FROM collection WHERE stale = 1 OR EXISTS (SELECT 1 FROM collection WHERE name = '' AND stale = 1) ORDER BY id")
	return out, err
}

// settleOne settles one collection: its words, its people (of its articles and the
// operator's), who said its own statements, and the stories of its own events.
func (s *SQLite) settleOne(ctx context.Context, tx *sql.Tx, id int64) error {
	words, err := lexicon(ctx, tx, id)
	if err != nil {
		return err
	}
	c := census{collection: id, at: make(map[sighted]int)}
	if err := c.take(ctx, tx); err != nil {
		return err
	}
	list, err := c.settle(ctx, tx)
	if err != nil {
		return err
	}
	events := grouping{SQLite: s, tx: tx, table: "event", column: "story", days: "first, last"}
	if err := events.settle(ctx, id); err != nil {
		return fmt.Errorf("stories: %w", err)
	}
	statements := grouping{SQLite: s, tx: tx, table: "statement", column: "alike", days: "0, 0"}
	if err := statements.settle(ctx, id); err != nil {
		return fmt.Errorf("statements alike: %w", err)
	}
	lent, err := across(ctx, tx, id)
	if err != nil {
		return fmt.Errorf("speakers told elsewhere: %w", err)
	}
	for i := range list {
		list[i].Statements += lent[list[i].Name]
	}
	known, err := encode(loudest(list))
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "UPDATE collection SET stale = 0, lexicon = ?, people = ? WHERE id = ?", words, known, id)
	return err
}

// A sighted is a name in an article, as people.Fold has it.
type sighted struct {
	article int64
	name    string
}

// A census is all that a collection and the operator's say about who is who.
type census struct {
	collection int64
	sightings  []people.Sighting
	at         map[sighted]int // the sighting of a name
	credits    []credit
}

// A credit is one statement's speaker as its article tells it.
type credit struct {
	article  int64
	n        int
	own      bool // of the collection to settle, not of the operator's
	sighting int
	person   string // as settled before
}

const union = "a.collection IN (1, ?)" // 1 is the operator's

func (c *census) take(ctx context.Context, tx *sql.Tx) error {
	err := rows(ctx, tx, func(r *sql.Rows) error {
		var seq int64
		var published sql.NullInt64
		var g people.Sighting
		if err := r.Scan(&seq, &published, &g.Name, &g.Kind, &g.Gender, &g.Role, &g.Count); err != nil {
			return err
		}
		g.Day = day(published)
		c.add(seq, g)
		return nil
	}, "SELECT a.seq, a.published, g.name, g.kind, g.gender, g.role, g.count FROM sighting g JOIN article a ON a.seq = g.article WHERE "+union+" ORDER BY g.article, g.n", c.collection)
	if err != nil {
		return fmt.Errorf("read sightings: %w", err)
	}
	err = rows(ctx, tx, func(r *sql.Rows) error {
		var cr credit
		var in int64
		var published sql.NullInt64
		var name string
		if err := r.Scan(&cr.article, &cr.n, &in, &published, &name, &cr.person); err != nil {
			return err
		}
		cr.own = in == c.collection
		i, ok := c.at[sighted{cr.article, people.Fold(name)}]
		if !ok {
			i = c.add(cr.article, people.Sighting{Name: name, Kind: people.Human, Day: day(published)})
		}
		cr.sighting = i
		c.sightings[i].Statements++
		c.credits = append(c.credits, cr)
		return nil
	}, "SELECT s.article, s.n, a.collection, a.published, s.named, s.person FROM statement s JOIN article a ON a.seq = s.article WHERE s.named != '' AND "+union, c.collection)
	if err != nil {
		return fmt.Errorf("read speakers: %w", err)
	}
	return nil
}

func (c *census) add(seq int64, g people.Sighting) int {
	g.Article = strconv.FormatInt(seq, 10)
	c.sightings = append(c.sightings, g)
	i := len(c.sightings) - 1
	key := sighted{seq, people.Fold(g.Name)}
	if _, ok := c.at[key]; !ok {
		c.at[key] = i
	}
	return i
}

// settle gives the collection's statements their canonical speakers and returns
// the people.
func (c *census) settle(ctx context.Context, tx *sql.Tx) ([]people.Person, error) {
	all, of := people.Merge(c.sightings)
	update, err := tx.PrepareContext(ctx, "UPDATE statement SET person = ? WHERE article = ? AND n = ?")
	if err != nil {
		return nil, err
	}
	for _, cr := range c.credits {
		name := c.sightings[cr.sighting].Name
		if p := of[cr.sighting]; p >= 0 {
			name = all[p].Name
		}
		if !cr.own || name == cr.person {
			continue
		}
		if _, err := update.ExecContext(ctx, name, cr.article, cr.n); err != nil {
			return nil, fmt.Errorf("name the speaker of statement %d: %w", cr.n, err)
		}
	}
	return all, nil
}
