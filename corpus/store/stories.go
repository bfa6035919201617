package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"slices"

	"rapporteur/corpus/text"
	"rapporteur/corpus/text/near"
)

// packSketch is a sketch as an event's row keeps it.
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

// A telling is one event, as far as its story goes.
type telling struct {
	article     int64
	n           int
	collection  int64
	first, last int64
	story       sql.NullInt64
	sketch      near.Sketch
	words       *near.Text // read when first compared
}

// mostCompared bounds how many like sentences an event is compared with: a phrase
// of the weather is in every article.
const mostCompared = 24

// tellStories gives each new event of a collection the number of the story it
// tells: that of an earlier event on the same days and in nearly the same words,
// else one of its own. A guild's event may join a story of the operator's, which
// changes nothing that others see.
func (s *SQLite) tellStories(ctx context.Context, tx *sql.Tx, collection int64) error {
	tellings, err := tellings(ctx, tx, collection)
	if err != nil {
		return err
	}
	update, err := tx.PrepareContext(ctx, "UPDATE event SET story = ? WHERE article = ? AND n = ?")
	if err != nil {
		return err
	}
	r := retelling{SQLite: s, ctx: ctx, tx: tx, tellings: tellings}
	for i := range tellings {
		t := &tellings[i]
		fresh := !t.story.Valid && t.collection == collection
		if fresh {
			if t.story, err = r.story(t); err != nil {
				return err
			}
			if _, err := update.ExecContext(ctx, t.story, t.article, t.n); err != nil {
				return err
			}
		}
		r.index.Add(t.sketch)
	}
	return nil
}

// tellings reads the events of a collection and of the operator's, those with a
// story first.
func tellings(ctx context.Context, tx *sql.Tx, collection int64) ([]telling, error) {
	var fresh int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM event WHERE collection = ? AND story IS NULL", collection).Scan(&fresh); err != nil || fresh == 0 {
		return nil, err
	}
	var out []telling
	err := rows(ctx, tx, func(r *sql.Rows) error {
		var t telling
		var sketch []byte
		if err := r.Scan(&t.article, &t.n, &t.collection, &t.first, &t.last, &t.story, &sketch); err != nil {
			return err
		}
		var err error
		t.sketch, err = unpackSketch(sketch)
		out = append(out, t)
		return err
	}, "SELECT article, n, collection, first, last, story, sketch FROM event WHERE collection IN (1, ?) ORDER BY story IS NULL, article, n", collection)
	return out, err
}

// A retelling finds the story of one telling after another.
type retelling struct {
	*SQLite
	ctx      context.Context
	tx       *sql.Tx
	tellings []telling
	index    near.Index
}

func (r *retelling) story(t *telling) (sql.NullInt64, error) {
	like := r.index.Candidates(t.sketch)
	slices.SortStableFunc(like, func(i, j int) int {
		return int(1000 * (r.tellings[j].sketch.Like(t.sketch) - r.tellings[i].sketch.Like(t.sketch)))
	})
	for _, i := range like[:min(len(like), mostCompared)] {
		o := &r.tellings[i]
		if o.last < t.first || t.last < o.first || !o.story.Valid {
			continue
		}
		same, err := r.same(t, o)
		if err != nil {
			return sql.NullInt64{}, err
		}
		if same {
			return o.story, nil
		}
	}
	return sql.NullInt64{Int64: t.article<<sentenceBits | int64(t.n), Valid: true}, nil
}

func (r *retelling) same(t, o *telling) (bool, error) {
	for _, one := range []*telling{t, o} {
		if one.words != nil {
			continue
		}
		if err := r.read(one); err != nil {
			return false, fmt.Errorf("event %d of article %d: %w", one.n, one.article, err)
		}
	}
	return t.words.Same(*o.words), nil
}

// read finds the words of a telling's sentence.
func (r *retelling) read(t *telling) error {
	var packed, fact []byte
	if err := r.tx.QueryRowContext(r.ctx, "SELECT a.text, e.fact FROM event e JOIN article a ON a.seq = e.article WHERE e.article = ? AND e.n = ?", t.article, t.n).Scan(&packed, &fact); err != nil {
		return err
	}
	body, err := r.unpacker.unpack(packed)
	if err != nil {
		return err
	}
	var row struct{ Within text.Sentence }
	if err := decode(fact, &row); err != nil {
		return err
	}
	words := near.Read(row.Within.Of(string(body)))
	t.words = &words
	return nil
}
