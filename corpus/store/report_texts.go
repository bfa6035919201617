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

// reportTexts reads the words of reports when they are compared, and keeps a few: those
// of a whole corpus would not fit in memory.
type reportTexts struct {
	facts, texts *sql.Stmt
	unpacker     *unpacker

	read   map[reportKey]near.Text
	bodies map[int64]string // texts of articles
	held   int              // bytes of bodies
}

type reportKey struct {
	article int64
	n       int32
}

// How many texts are kept (about 1 kB each), and how many bytes of articles.
const (
	mostTexts  = 2000
	mostBodies = 1 << 20
)

func newReportTexts(ctx context.Context, tx *sql.Tx, table string, u *unpacker) (reportTexts, error) {
	facts, err := tx.PrepareContext(ctx, "SELECT fact FROM "+table+" WHERE article = ? AND n = ?")
	if err != nil {
		return reportTexts{}, err
	}
	texts, err := tx.PrepareContext(ctx, "SELECT text FROM article WHERE seq = ?")
	if err != nil {
		return reportTexts{}, err
	}
	return reportTexts{facts: facts, texts: texts, unpacker: u, read: make(map[reportKey]near.Text),
		bodies: make(map[int64]string)}, nil
}

func (w *reportTexts) close() {
	w.facts.Close()
	w.texts.Close()
}

// same reports whether two reports say the same. Most that do are equal word for word,
// which their hashes show without reading the other again.
func (w *reportTexts) same(ctx context.Context, t, o *report) (bool, error) {
	a, err := w.of(ctx, t)
	if err != nil {
		return false, err
	}
	if t.textHash == o.textHash {
		return a.Same(a), nil // false where there are no words
	}
	b, err := w.of(ctx, o)
	if err != nil {
		return false, err
	}
	return a.Same(b), nil
}

func (w *reportTexts) of(ctx context.Context, t *report) (near.Text, error) {
	key := reportKey{t.article, t.n}
	if read, ok := w.read[key]; ok {
		return read, nil
	}
	words, err := w.words(ctx, t)
	if err != nil {
		return near.Text{}, fmt.Errorf("words %d of article %d: %w", t.n, t.article, err)
	}
	if len(w.read) >= mostTexts {
		clear(w.read)
	}
	t.textHash = xxhash.Sum64String(words)
	read := near.Read(strings.Clone(words)) // its words would hold the whole article
	w.read[key] = read
	return read, nil
}

// words is the words of a report: an event's sentence, a statement's content.
func (w *reportTexts) words(ctx context.Context, t *report) (string, error) {
	var fact []byte
	if err := w.facts.QueryRowContext(ctx, t.article, t.n).Scan(&fact); err != nil {
		return "", err
	}
	var row struct { // what is read of statementRow and eventRow; of an event, only Within is there
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

func (w *reportTexts) body(ctx context.Context, article int64) (string, error) {
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
