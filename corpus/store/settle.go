package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"

	"rapporteur/corpus/consolidate"
	"rapporteur/corpus/people"
	"rapporteur/corpus/store/dbfile"
	"rapporteur/corpus/text/english"
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
	return dbfile.Wrap(err, "settle")
}

// stale lists the collections to settle: those that changed, and all when the
// operator's did, since a guild's people are merged with the operator's.
func stale(ctx context.Context, tx *sql.Tx) ([]int64, error) {
	return dbfile.Column[int64](ctx, tx, "SELECT id FROM collection WHERE stale = 1 "+
		"OR EXISTS (SELECT 1 FROM collection WHERE name = '' AND stale = 1) ORDER BY id")
}

// settleOne settles one collection: its words, its people (of its articles and the
// operator's), who said its own statements, and the stories of its own events.
func (s *SQLite) settleOne(ctx context.Context, tx *sql.Tx, id int64) error {
	words, err := lexicon(ctx, tx, id)
	if err != nil {
		return err
	}
	c := speakerMerge{collection: id}
	if err := c.load(ctx, tx); err != nil {
		return err
	}
	list, err := c.apply(ctx, tx)
	if err != nil {
		return err
	}
	events := clustering{SQLite: s, tx: tx, table: "event", column: "story", days: "first, last"}
	if err := events.apply(ctx, id); err != nil {
		return fmt.Errorf("stories: %w", err)
	}
	statements := clustering{SQLite: s, tx: tx, table: "statement", column: "alike", days: "0, 0"}
	if err := statements.apply(ctx, id); err != nil {
		return fmt.Errorf("statements alike: %w", err)
	}
	lent, err := across(ctx, tx, id)
	if err != nil {
		return fmt.Errorf("speakers named in other articles: %w", err)
	}
	for i := range list {
		list[i].Statements += lent[list[i].Name]
	}
	if err := identify(ctx, tx, id, list); err != nil {
		return fmt.Errorf("ids of people: %w", err)
	}
	known, err := encode(byStatements(list))
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "UPDATE collection SET stale = 0, lexicon = ?, people = ? WHERE id = ?", words, known, id)
	return err
}

// identify gives the people of a collection the ids that they had when it was settled last, and the rest new ones.
func identify(ctx context.Context, tx *sql.Tx, collection int64, list []people.Person) error {
	known, err := dbfile.Value[[]byte](ctx, tx, "SELECT people FROM collection WHERE id = ?", collection)
	if err != nil {
		return err
	}
	var before []people.Person
	if known != nil {
		if err := decode(known, &before); err != nil {
			return err
		}
	}
	last, err := dbfile.Value[int64](ctx, tx, "SELECT last FROM numbered")
	if err != nil {
		return err
	}
	consolidate.Keep(before, list, func() int64 { last++; return last })
	_, err = tx.ExecContext(ctx, "UPDATE numbered SET last = ?", last)
	return err
}

// A speakerMerge is all names in a collection and the operator's. A name that many articles print is in memory once.
type speakerMerge struct {
	collection int64
	sightings  []people.Sighting // those of an article stand together, but for late ones
	articles   map[int64]run
	late       map[sighted]int // names that only statements have, to their sightings
	credits    []credit
	folded     map[string]string // printed names by english.Fold
	strings    map[string]string
}

// A run is where an article's sightings stand.
type run struct{ start, end int32 }

// A sighted is a name in an article, as english.Fold has it.
type sighted struct {
	article int64
	name    string
}

// A credit is the speaker of one of the collection's statements, as its article has it.
type credit struct {
	article  int64
	n        int32
	sighting int32
	person   string // as settled before
}

const union = "a.collection IN (1, ?)" // 1 is the operator's

func (c *speakerMerge) load(ctx context.Context, tx *sql.Tx) error {
	c.articles, c.late = make(map[int64]run), make(map[sighted]int)
	c.folded, c.strings = make(map[string]string), make(map[string]string)
	if err := c.loadSightings(ctx, tx); err != nil {
		return fmt.Errorf("read sightings: %w", err)
	}
	if err := c.loadSpeakers(ctx, tx); err != nil {
		return fmt.Errorf("read speakers: %w", err)
	}
	return nil
}

// loadSightings reads the sightings in the order of their table: CROSS JOIN makes
// SQLite begin with it, otherwise it would sort all of them in memory.
func (c *speakerMerge) loadSightings(ctx context.Context, tx *sql.Tx) error {
	all, err := dbfile.Value[int](ctx, tx,
		"SELECT count(*) FROM sighting g JOIN article a ON a.seq = g.article WHERE "+union, c.collection)
	if err != nil {
		return err
	}
	c.sightings = make([]people.Sighting, 0, all+all/8) // room for late ones
	return dbfile.Rows(ctx, tx, func(r *sql.Rows) error {
		var seq int64
		var published sql.NullInt64
		var name, kind, gender, role sql.RawBytes
		var g people.Sighting
		if err := r.Scan(&seq, &published, &name, &kind, &gender, &role, &g.Count); err != nil {
			return err
		}
		g.Name, g.Kind, g.Gender, g.Role = c.intern(name), people.Kind(c.intern(kind)),
			people.Gender(c.intern(gender)), c.intern(role)
		g.Day = day(published)
		i := int32(c.add(seq, g))
		if at, ok := c.articles[seq]; ok {
			c.articles[seq] = run{at.start, i + 1}
		} else {
			c.articles[seq] = run{i, i + 1}
		}
		return nil
	}, "SELECT a.seq, a.published, g.name, g.kind, g.gender, g.role, g.count FROM sighting g "+
		"CROSS JOIN article a ON a.seq = g.article WHERE "+union+" ORDER BY g.article, g.n", c.collection)
}

func (c *speakerMerge) loadSpeakers(ctx context.Context, tx *sql.Tx) error {
	return dbfile.Rows(ctx, tx, func(r *sql.Rows) error {
		var cr credit
		var in int64
		var published sql.NullInt64
		var named, person sql.RawBytes
		if err := r.Scan(&cr.article, &cr.n, &in, &published, &named, &person); err != nil {
			return err
		}
		name := c.intern(named)
		i, ok := c.find(cr.article, name)
		if !ok {
			i = c.add(cr.article, people.Sighting{Name: name, Kind: people.Human, Day: day(published)})
			c.late[sighted{cr.article, c.fold(name)}] = i
		}
		c.sightings[i].Statements++
		if in == c.collection {
			cr.sighting, cr.person = int32(i), c.intern(person)
			c.credits = append(c.credits, cr)
		}
		return nil
	}, "SELECT s.article, s.n, a.collection, a.published, s.named, s.person FROM statement s "+
		"JOIN article a ON a.seq = s.article WHERE s.named != '' AND "+union, c.collection)
}

// add adds a sighting and returns its index.
func (c *speakerMerge) add(seq int64, g people.Sighting) int {
	g.Article = c.intern(strconv.AppendInt(nil, seq, 10))
	c.sightings = append(c.sightings, g)
	return len(c.sightings) - 1
}

// find is the first sighting of a name in an article.
func (c *speakerMerge) find(article int64, name string) (int, bool) {
	key := c.fold(name)
	for i := c.articles[article].start; i < c.articles[article].end; i++ {
		if c.fold(c.sightings[i].Name) == key {
			return int(i), true
		}
	}
	i, ok := c.late[sighted{article, key}]
	return i, ok
}

func (c *speakerMerge) fold(name string) string {
	key, ok := c.folded[name]
	if !ok {
		key = english.Fold(name)
		c.folded[name] = key
	}
	return key
}

// intern is b as a string, the same one for the same bytes.
func (c *speakerMerge) intern(b []byte) string {
	s, ok := c.strings[string(b)]
	if !ok {
		s = string(b)
		c.strings[s] = s
	}
	return s
}

// apply gives the collection's statements their canonical speakers and returns the people.
func (c *speakerMerge) apply(ctx context.Context, tx *sql.Tx) ([]people.Person, error) {
	c.articles, c.late, c.folded, c.strings = nil, nil, nil, nil // read out, and large
	all, of := consolidate.Merge(c.sightings)
	update, err := tx.PrepareContext(ctx, "UPDATE statement SET person = ? WHERE article = ? AND n = ?")
	if err != nil {
		return nil, err
	}
	defer update.Close()
	for _, cr := range c.credits {
		name := "" // a name that belongs to nobody names nobody
		if p := of[cr.sighting]; p >= 0 {
			name = all[p].Name
		}
		if name == cr.person {
			continue
		}
		if _, err := update.ExecContext(ctx, name, cr.article, cr.n); err != nil {
			return nil, fmt.Errorf("name the speaker of statement %d: %w", cr.n, err)
		}
	}
	return all, nil
}
