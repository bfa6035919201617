package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"slices"

	"rapporteur/corpus/text/near"
)

// packSketch is a sketch as a row keeps it.
func packSketch(s near.Sketch) []byte {
	out := make([]byte, 0, 4*len(s))
	for _, h := range s {
		out = binary.LittleEndian.AppendUint32(out, h)
	}
	return out
}

func unpackSketch(b []byte) (near.Sketch, error) {
	var s near.Sketch
	if len(b) != 4*len(s) {
		return s, fmt.Errorf("sketch has %d bytes, want %d", len(b), 4*len(s))
	}
	for i := range s {
		s[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return s, nil
}

// A telling is one statement or event, as far as what tells the same goes.
type telling struct {
	article     int64
	n           int
	collection  int64
	first, last int64         // days; 0 for statements
	group       sql.NullInt64 // what tells the same has the same number; NULL when fresh
	sketch      near.Sketch
	words       *near.Text // read when first compared
}

// A grouping gives what tells the same one number: fresh tellings that of an
// earlier one in nearly the same words, else one of their own. The numbers are kept,
// so that each settling compares only what is new. A guild's telling may join a
// group of the operator's, which changes nothing that others see.
type grouping struct {
	*SQLite
	tx       *sql.Tx
	table    string // statement or event
	column   string // of the number
	days     string // columns of the first and the last day
	tellings []telling
	index    near.Index
}

// A telling is compared word by word with so many others at most (a phrase of the
// weather is in every article), and with those alone whose sketches are so like:
// wordings that near calls the same have half their words and pairs in common.
const (
	mostCompared = 12
	leastLike    = 0.3
)

// settle numbers the fresh tellings of a collection.
func (g *grouping) settle(ctx context.Context, collection int64) error {
	if err := g.take(ctx, collection); err != nil {
		return fmt.Errorf("read tellings: %w", err)
	}
	update, err := g.tx.PrepareContext(ctx, "UPDATE "+g.table+" SET "+g.column+" = ? WHERE article = ? AND n = ?")
	if err != nil {
		return err
	}
	for i := range g.tellings {
		t := &g.tellings[i]
		if !t.group.Valid && t.collection == collection {
			if t.group, err = g.find(ctx, t); err != nil {
				return err
			}
			if _, err := update.ExecContext(ctx, t.group, t.article, t.n); err != nil {
				return err
			}
		}
		g.index.Add(t.sketch)
	}
	return nil
}

// take reads the tellings of a collection and of the operator's, those with a
// number first; none when there is nothing fresh.
func (g *grouping) take(ctx context.Context, collection int64) error {
	var fresh int
	err := g.tx.QueryRowContext(ctx, "SELECT count(*) FROM "+g.table+" WHERE collection = ? AND "+g.column+" IS NULL", collection).Scan(&fresh)
	if err != nil || fresh == 0 {
		return err
	}
	return rows(ctx, g.tx, func(r *sql.Rows) error {
		var t telling
		var sketch []byte
		if err := r.Scan(&t.article, &t.n, &t.collection, &t.first, &t.last, &t.group, &sketch); err != nil {
			return err
		}
		var err error
		t.sketch, err = unpackSketch(sketch)
		g.tellings = append(g.tellings, t)
		return err
	}, "SELECT article, n, collection, "+g.days+", "+g.column+", sketch FROM "+g.table+" WHERE collection IN (1, ?) ORDER BY "+g.column+" IS NULL, article, n", collection)
}

// find is the number of the group that t belongs to.
func (g *grouping) find(ctx context.Context, t *telling) (sql.NullInt64, error) {
	like := g.index.Candidates(t.sketch)
	slices.SortStableFunc(like, func(i, j int) int {
		return int(1000 * (g.tellings[j].sketch.Like(t.sketch) - g.tellings[i].sketch.Like(t.sketch)))
	})
	for _, i := range like[:min(len(like), mostCompared)] {
		o := &g.tellings[i]
		if o.sketch.Like(t.sketch) < leastLike {
			break
		}
		if o.last < t.first || t.last < o.first || !o.group.Valid {
			continue
		}
		same, err := g.same(ctx, t, o)
		if err != nil {
			return sql.NullInt64{}, err
		}
		if same {
			return o.group, nil
		}
	}
	return sql.NullInt64{Int64: t.article<<sentenceBits | int64(t.n), Valid: true}, nil
}

func (g *grouping) same(ctx context.Context, t, o *telling) (bool, error) {
	for _, one := range []*telling{t, o} {
		if one.words != nil {
			continue
		}
		if err := g.read(ctx, one); err != nil {
			return false, fmt.Errorf("%s %d of article %d: %w", g.table, one.n, one.article, err)
		}
	}
	return t.words.Same(*o.words), nil
}

// read finds the words of a telling: an event's sentence, a statement's content.
func (g *grouping) read(ctx context.Context, t *telling) error {
	var packed, fact []byte
	if err := g.tx.QueryRowContext(ctx, "SELECT a.text, t.fact FROM "+g.table+" t JOIN article a ON a.seq = t.article WHERE t.article = ? AND t.n = ?", t.article, t.n).Scan(&packed, &fact); err != nil {
		return err
	}
	body, err := g.unpacker.unpack(packed)
	if err != nil {
		return err
	}
	var row told // of an event, only Within is there
	if err := decode(fact, &row); err != nil {
		return err
	}
	words := row.Within.Of(string(body))
	if len(row.Statement.Content) > 0 {
		words = contentOf(row.Statement.Content, string(body))
	}
	read := near.Read(words)
	t.words = &read
	return nil
}
