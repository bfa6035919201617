package store

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"iter"
)

// A TextQuery chooses entries for Texts.
type TextQuery struct {
	EntryQuery
	Spoken bool // with their statements
}

// textColumns are what scanText reads.
const textColumns = "a.seq, c.name, a.id, a.title, a.publisher, a.url, a.published, a.text, a.layout, a.facts"

// Texts implements Reader. Decoding an entry costs several times what finding it
// does, most of it for the map to the file and the facts left out here.
func (s *SQLite) Texts(ctx context.Context, as Collection, q TextQuery) iter.Seq2[Stored, error] {
	scan := func(r *sql.Rows) (Stored, error) { return s.scanText(r, q.Spoken) }
	return s.each(ctx, as, q.EntryQuery, reading{name: "texts", columns: textColumns, scan: scan, statements: q.Spoken})
}

func (s *SQLite) scanText(r *sql.Rows, spoken bool) (Stored, error) {
	var e Stored
	var published sql.NullInt64
	var words, lines, packed sql.RawBytes
	a := &e.Article
	if err := r.Scan(&e.Seq, &e.In, &a.ID, &a.Title, &a.Publisher, &a.URL, &published, &words, &lines,
		&packed); err != nil {
		return e, err
	}
	a.Published = day(published)
	a.Ordered = bytes.Contains(lines, []byte(`,"o":true`))
	var err error
	if a.Text, err = s.unpacker.text(words); err != nil {
		return e, fmt.Errorf("text of article %s: %w", a.ID, err)
	}
	if err := s.unpacker.unpack(packed, func(b []byte) error { return fillText(&e.Entry, b, spoken) }); err != nil {
		return e, fmt.Errorf("facts of article %s: %w", a.ID, err)
	}
	return e, nil
}

// fillText decodes some of the facts. Members stand in the order of the struct, and a quotation mark inside a JSON
// string is escaped, so that the next member's key is found without reading what stands before it.
func fillText(e *Entry, packed []byte, spoken bool) error {
	for _, m := range []struct {
		key, next string
		into      any
	}{
		{`{"Sentences":`, `,"Statements":`, &e.Sentences},
		{`,"Statements":`, `,"Dates":`, &e.Statements},
		{`,"Dates":`, `,"Events":`, &e.Dates},
	} {
		from := bytes.Index(packed, []byte(m.key))
		if from < 0 {
			return fmt.Errorf("no %s in the facts", m.key)
		}
		packed = packed[from+len(m.key):]
		to := bytes.Index(packed, []byte(m.next))
		if to < 0 {
			return fmt.Errorf("no %s in the facts", m.next)
		}
		if m.into == &e.Statements && !spoken {
			continue
		}
		if err := decode(packed[:to], m.into); err != nil {
			return err
		}
	}
	return nil
}
