package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"

	"rapporteur/corpus/store/dbfile"
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

// A report is a statement or event of one article, with what is needed to compare it.
// A corpus has hundreds of thousands, all in memory while they are compared.
type report struct {
	article     int64
	group       int64  // the number of reports of the same; 0 when fresh
	textHash    uint64 // hash of its words; 0 before they are read
	n           int32
	first, last int32 // days; 0 for statements
	own         bool  // of the collection to settle
}

// A clustering numbers reports of the same: a fresh report gets the number of an earlier one in nearly the same
// words, otherwise a new number. The numbers are kept, so that each Settle compares only what is new. A guild's
// report may join a group of the operator's, which changes nothing that others see.
type clustering struct {
	*SQLite
	tx       *sql.Tx
	table    string // statement or event
	column   string // of the number
	days     string // columns of the first and the last day
	reports  []report
	sketches []near.Sketch // of the reports
	last     int64         // number given
	texts    reportTexts
}

// apply numbers the fresh reports of a collection.
func (g *clustering) apply(ctx context.Context, collection int64) error {
	fresh, err := g.load(ctx, collection)
	if err != nil {
		return fmt.Errorf("read reports: %w", err)
	}
	nearest := near.Nearest(g.sketches, fresh)
	g.sketches = nil
	update, err := g.tx.PrepareContext(ctx, "UPDATE "+g.table+" SET "+g.column+" = ? WHERE article = ? AND n = ?")
	if err != nil {
		return err
	}
	defer update.Close()
	if g.last, err = dbfile.Value[int64](ctx, g.tx, "SELECT last FROM numbered"); err != nil {
		return fmt.Errorf("read the last number given: %w", err)
	}
	if g.texts, err = newReportTexts(ctx, g.tx, g.table, &g.unpacker); err != nil {
		return err
	}
	defer g.texts.close()
	for i := range nearest {
		t := &g.reports[fresh+i]
		if !t.own {
			continue
		}
		if t.group, err = g.find(ctx, t, &nearest[i]); err != nil {
			return err
		}
		if _, err := update.ExecContext(ctx, t.group, t.article, t.n); err != nil {
			return err
		}
	}
	_, err = g.tx.ExecContext(ctx, "UPDATE numbered SET last = ?", g.last)
	return err
}

// load reads the reports of a collection and of the operator's, first those with a
// number, and returns how many have one. It reads none when there is nothing fresh.
func (g *clustering) load(ctx context.Context, collection int64) (int, error) {
	fresh, err := dbfile.Value[int](ctx, g.tx,
		"SELECT count(*) FROM "+g.table+" WHERE collection = ? AND "+g.column+" IS NULL", collection)
	if err != nil || fresh == 0 {
		return 0, err
	}
	all, err := dbfile.Value[int](ctx, g.tx, "SELECT count(*) FROM "+g.table+" WHERE collection IN (1, ?)", collection)
	if err != nil {
		return 0, err
	}
	g.reports, g.sketches = make([]report, 0, all), make([]near.Sketch, 0, all)
	if err := g.loadSome(ctx, collection, "IS NOT NULL"); err != nil {
		return 0, err
	}
	settled := len(g.reports)
	return settled, g.loadSome(ctx, collection, "IS NULL")
}

// loadSome reads the reports with or without a number. The + makes SQLite read the table
// in its own order: by an index it would first sort all rows in memory.
func (g *clustering) loadSome(ctx context.Context, collection int64, number string) error {
	return dbfile.Rows(ctx, g.tx, func(r *sql.Rows) error {
		var t report
		var sketch sql.RawBytes
		if err := r.Scan(&t.article, &t.n, &t.own, &t.first, &t.last, &t.group, &sketch); err != nil {
			return err
		}
		s, err := unpackSketch(sketch)
		g.reports, g.sketches = append(g.reports, t), append(g.sketches, s)
		return err
	}, "SELECT article, n, collection = ?1, "+g.days+", coalesce("+g.column+", 0), sketch FROM "+g.table+" "+
		"WHERE +collection IN (1, ?1) AND +"+g.column+" "+number+" ORDER BY article, n", collection)
}

// find is the number of the group that t belongs to.
func (g *clustering) find(ctx context.Context, t *report, neighbours *near.Neighbours) (int64, error) {
	for i := range neighbours.All() {
		o := &g.reports[i]
		if o.last < t.first || t.last < o.first || o.group == 0 {
			continue
		}
		same, err := g.texts.same(ctx, t, o)
		if err != nil {
			return 0, err
		}
		if same {
			return o.group, nil
		}
	}
	g.last++
	return g.last, nil
}
