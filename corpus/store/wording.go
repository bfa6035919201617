package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/cespare/xxhash/v2"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text/near"
)

// wordings reads the words of tellings when they are compared, and keeps a few: of
// all tellings of a corpus they would not fit in memory.
type wordings struct {
	facts, texts *sql.Stmt
	unpacker     *unpacker

	read   map[wordingKey]near.Text
	bodies map[int64]string // texts of articles
	held   int              // bytes of bodies
}

type wordingKey struct {
	article int64
	n       int32
}

// How many wordings are kept (about 1 kB each), and how many bytes of articles.
const (
	mostWordings = 2000
	mostBodies   = 1 << 20
)

func wordingsOf(ctx context.Context, tx *sql.Tx, table string, u *unpacker) (wordings, error) {
	facts, err := tx.PrepareContext(ctx, "SELECT fact FROM "+table+" WHERE article = ? AND n = ?")
	if err != nil {
		return wordings{}, err
	}
	texts, err := tx.PrepareContext(ctx, "SELECT text FROM article WHERE seq = ?")
	if err != nil {
		return wordings{}, err
	}
	return wordings{facts: facts, texts: texts, unpacker: u, read: make(map[wordingKey]near.Text), bodies: make(map[int64]string)}, nil
}

func (w *wordings) close() {
	w.facts.Close()
	w.texts.Close()
}

// same reports whether two tellings tell the same thing. Most that do are word for
// word the same, which their hashes tell without reading the other again.
func (w *wordings) same(ctx context.Context, t, o *telling) (bool, error) {
	a, err := w.of(ctx, t)
	if err != nil {
		return false, err
	}
	if t.wording == o.wording {
		return a.Same(a), nil // false where there are no words
	}
	b, err := w.of(ctx, o)
	if err != nil {
		return false, err
	}
	return a.Same(b), nil
}

func (w *wordings) of(ctx context.Context, t *telling) (near.Text, error) {
	key := wordingKey{t.article, t.n}
	if read, ok := w.read[key]; ok {
		return read, nil
	}
	words, err := w.words(ctx, t)
	if err != nil {
		return near.Text{}, fmt.Errorf("words %d of article %d: %w", t.n, t.article, err)
	}
	if len(w.read) >= mostWordings {
		clear(w.read)
	}
	t.wording = xxhash.Sum64String(words)
	read := near.Read(strings.Clone(words)) // its words would hold the whole article
	w.read[key] = read
	return read, nil
}

// words is the words of a telling: an event's sentence, a statement's content.
func (w *wordings) words(ctx context.Context, t *telling) (string, error) {
	var fact []byte
	if err := w.facts.QueryRowContext(ctx, t.article, t.n).Scan(&fact); err != nil {
		return "", err
	}
	var row struct { // what is read of told and happening; of an event, only Within is there
		Statement struct{ Content []span.Span }
		Within    span.Span
	}
	if err := decode(fact, &row); err != nil {
		return "", err
	}
	body, err := w.body(ctx, t.article)
	if err != nil {
		return "", err
	}
	if len(row.Statement.Content) > 0 {
		return contentOf(row.Statement.Content, body), nil
	}
	return row.Within.Of(body), nil
}

func (w *wordings) body(ctx context.Context, article int64) (string, error) {
	if body, ok := w.bodies[article]; ok {
		return body, nil
	}
	var packed []byte
	if err := w.texts.QueryRowContext(ctx, article).Scan(&packed); err != nil {
		return "", err
	}
	body, err := w.unpacker.text(packed)
	if err != nil {
		return "", err
	}
	if w.held += len(body); w.held > mostBodies {
		clear(w.bodies)
		w.held = len(body)
	}
	w.bodies[article] = body
	return body, nil
}
