package store

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/klauspost/compress/flate"

	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store/dbfile"
	"rapporteur/corpus/text"
	"rapporteur/corpus/when"
)

// layout is what an article's row keeps as JSON of where things stand.
type layout struct {
	Head    span.Span   `json:"h"`
	Body    []span.Span `json:"b"`
	Ordered bool        `json:"o,omitempty"`
	File    span.Map    `json:"f,omitempty"`
}

// facts is what an article's row keeps as JSON of what was read.
type facts struct {
	Sentences  []text.Sentence
	Statements []attribution.Statement
	Dates      []when.Date
	Events     []when.Event
	Sightings  []people.Sighting
}

// A statementRow is one statement's row: all that an answer needs without the article's other facts.
type statementRow struct {
	Statement attribution.Statement
	Within    text.Sentence
}

// An eventRow is one event's row.
type eventRow struct {
	Event  when.Event
	When   when.Date
	Within text.Sentence
}

func encode(v any) ([]byte, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode %T: %w", v, err)
	}
	return b, nil
}

// decode is the reverse of encode, with the coming second version of encoding/json: a
// digest decodes a thousand sentences and more, which the first takes twice as long for.
func decode(b []byte, v any) error {
	if err := jsonv2.Unmarshal(b, v); err != nil {
		return fmt.Errorf("decode %T: %w", v, err)
	}
	return nil
}

// A packer deflates. Level 6 halves an article at about 40 MB/s; it is only used
// by the one writer, and a compressor is 600 kB, so it is kept.
type packer struct {
	out bytes.Buffer
	z   *flate.Writer
}

func (p *packer) pack(b []byte) ([]byte, error) {
	if p.z == nil {
		p.z, _ = flate.NewWriter(&p.out, flate.DefaultCompression) // fails only for a level that there is not
	}
	p.out.Reset()
	p.z.Reset(&p.out)
	_, err := p.z.Write(b)
	err = errors.Join(err, p.z.Close())
	return bytes.Clone(p.out.Bytes()), dbfile.Wrap(err, "deflate")
}

// An unpacker inflates; its inflaters (40 kB each, and what they last put out) are used again.
type unpacker struct{ pool sync.Pool }

type inflater struct {
	in  bytes.Reader
	z   io.ReadCloser
	out bytes.Buffer
}

// unpack inflates b and hands what comes of it to read, which must not keep it.
func (u *unpacker) unpack(b []byte, read func([]byte) error) error {
	i, _ := u.pool.Get().(*inflater)
	if i == nil {
		i = &inflater{}
		i.z = flate.NewReader(&i.in)
	}
	defer u.pool.Put(i)
	i.in.Reset(b)
	i.out.Reset()
	if err := i.z.(flate.Resetter).Reset(&i.in, nil); err != nil {
		return fmt.Errorf("inflate: %w", err)
	}
	if _, err := i.out.ReadFrom(i.z); err != nil {
		return fmt.Errorf("inflate: %w", err)
	}
	return read(i.out.Bytes())
}

// text inflates a text.
func (u *unpacker) text(b []byte) (text string, err error) {
	err = u.unpack(b, func(b []byte) error { text = string(b); return nil })
	return text, err
}

// number is a day as rows keep it.
func number(d civil.Day) sql.NullInt64 {
	if d.IsZero() {
		return sql.NullInt64{}
	}
	return sql.NullInt64{Int64: int64(d.Sub(epoch())), Valid: true}
}

// day is the reverse of number.
func day(n sql.NullInt64) civil.Day {
	if !n.Valid {
		return civil.Day{}
	}
	return epoch().Add(int(n.Int64))
}

func epoch() civil.Day { return civil.Of(1970, 1, 1) }

// articleColumns are what scanArticle reads, of the table under the alias a.
const articleColumns = "a.seq, c.name, a.id, a.title, a.publisher, a.url, a.published, a.dated, a.path, a.format, " +
	"a.language, a.text, a.layout"

// scanArticle reads one row's articleColumns and then the rest.
func (s *SQLite) scanArticle(r interface{ Scan(...any) error }, rest ...any) (
	seq int64, in Collection, a *article.Article, err error,
) {
	a = new(article.Article)
	var published sql.NullInt64
	var words, lines []byte
	to := append([]any{&seq, &in, &a.ID, &a.Title, &a.Publisher, &a.URL, &published, &a.Dated, &a.Path, &a.Format,
		&a.Language, &words, &lines}, rest...)
	if err := r.Scan(to...); err != nil {
		return 0, "", nil, err
	}
	a.Published = day(published)
	if a.Text, err = s.unpacker.text(words); err != nil {
		return 0, "", nil, fmt.Errorf("text of article %s: %w", a.ID, err)
	}
	var l layout
	if err := decode(lines, &l); err != nil {
		return 0, "", nil, fmt.Errorf("layout of article %s: %w", a.ID, err)
	}
	a.Head, a.Body, a.Ordered, a.File = l.Head, l.Body, l.Ordered, l.File
	return seq, in, a, nil
}
