package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/people"
	"rapporteur/corpus/store/dbfile"
	"rapporteur/corpus/text/term"
	"rapporteur/corpus/when"
)

// Match implements Reader.
func (s *SQLite) Match(ctx context.Context, as Collection, terms []string) ([]Match, error) {
	ids, err := s.visibleCollections(ctx, as)
	if err != nil {
		return nil, fmt.Errorf("match terms: %w", err)
	}
	found := make(map[int64][]int)
	for i, t := range terms {
		if !term.Valid(t) {
			continue
		}
		for _, id := range ids {
			err := dbfile.Rows(ctx, s.read, func(r *sql.Rows) error {
				var at int64
				err := r.Scan(&at)
				found[at] = append(found[at], i)
				return err
			}, "SELECT rowid FROM sentence WHERE sentence MATCH ?", `"`+scopedTerm(id, t)+`"`)
			if err != nil {
				return nil, fmt.Errorf("match term %q: %w", t, err)
			}
		}
	}
	out := make([]Match, 0, len(found))
	for at, held := range found {
		out = append(out, Match{placeAt(at), held})
	}
	slices.SortFunc(out, func(a, b Match) int { return cmp.Compare(a.number(), b.number()) })
	return out, nil
}

// placeAt is the place of a full-text row, and number the row of a place.
func placeAt(row int64) Place {
	return Place{Seq: row >> sentenceBits, Sentence: int(row & (1<<sentenceBits - 1))}
}

func (p Place) number() int64 { return p.Seq<<sentenceBits | int64(p.Sentence) }

func numbers(at []Place) []int64 {
	out := make([]int64, len(at))
	for i, p := range at {
		out[i] = p.number()
	}
	return out
}

// Sentences implements Reader.
func (s *SQLite) Sentences(ctx context.Context, as Collection, q SentenceQuery) ([]Line, error) {
	at := make(map[int64][]int)
	for _, p := range q.At {
		at[p.Seq] = append(at[p.Seq], p.Sentence)
	}
	where, args := EntryQuery{From: q.From, To: q.To}.where(as)
	var out []Line
	err := dbfile.Rows(ctx, s.read, func(r *sql.Rows) error {
		var packed []byte
		seq, in, a, err := s.scanArticle(r, &packed)
		if err != nil {
			return err
		}
		var e Entry
		if err := s.fill(&e, packed); err != nil {
			return fmt.Errorf("facts of article %s: %w", a.ID, err)
		}
		slices.Sort(at[seq])
		for _, n := range slices.Compact(at[seq]) {
			if n >= len(e.Sentences) || e.Sentences[n].Boilerplate {
				continue
			}
			dated := slices.ContainsFunc(e.Dates, func(d when.Date) bool { return d.Sentence == n })
			out = append(out, Line{Sentence: e.Sentences[n], At: Place{seq, n}, In: in, Article: a, Dated: dated})
		}
		return nil
	}, "SELECT "+articleColumns+", a.facts FROM "+articles+" WHERE "+where+" "+
		"AND a.seq IN (SELECT value FROM json_each(?)) ORDER BY a.seq", append(args, array(slices.Collect(maps.Keys(at))))...)
	return out, dbfile.Wrap(err, "sentences for %q", as)
}

// Statements implements Reader.
func (s *SQLite) Statements(ctx context.Context, as Collection, q StatementQuery) ([]StatementHit, error) {
	from, where, args := q.clauses(as)
	var out []StatementHit
	articles := make(map[int64]*article.Article)
	err := dbfile.Rows(ctx, s.read, func(r *sql.Rows) error {
		var t StatementHit
		var person string
		var fact, settled []byte
		var alike sql.NullInt64
		if err := r.Scan(&t.Seq, &t.In, &person, &alike, &fact, &settled); err != nil {
			return err
		}
		var row statementRow
		if err := decode(fact, &row); err != nil {
			return err
		}
		t.Statement, t.Within, t.Alike = row.Statement, row.Within, alike.Int64
		articles[t.Seq] = nil
		var err error
		t.Conflict, err = settledSpeaker(&t.Statement, person, settled)
		out = append(out, t)
		return err
	}, "SELECT DISTINCT a.seq, c.name, s.person, s.alike, s.fact, s.settled FROM "+from+" "+
		"JOIN article a ON a.seq = s.article JOIN collection c ON c.id = a.collection WHERE "+where, args...)
	if err != nil {
		return nil, fmt.Errorf("statements for %q: %w", as, err)
	}
	if err := s.fillArticles(ctx, articles); err != nil {
		return nil, fmt.Errorf("articles of statements: %w", err)
	}
	for i := range out {
		out[i].Article = articles[out[i].Seq]
		out[i].Kind = kind(out[i].Statement)
	}
	return out, nil
}

// kind is what kind of speaker a statement has.
func kind(s attribution.Statement) people.Kind {
	switch {
	case s.Speaker.Name != "":
		return people.Human
	case s.Speaker.Basis == attribution.Anonymous:
		return people.Unnamed
	}
	return ""
}

// settledSpeaker gives a statement the speaker that Settle found: the canonical name, and where other articles say
// more, the whole speaker. It reports whether articles disagree.
func settledSpeaker(s *attribution.Statement, person string, settled []byte) (bool, error) {
	var v verdict
	if len(settled) > 0 {
		if err := decode(settled, &v); err != nil {
			return false, err
		}
		s.Speaker = v.Speaker
	}
	s.Speaker.Name = person
	if person == "" && s.Speaker.Basis == attribution.Named {
		s.Speaker.Basis, s.Speaker.Confidence, s.Speaker.Evidence = attribution.Anonymous, 0, ""
	}
	return v.Conflict, nil
}

// clauses is the FROM, of the alias s, the WHERE with order and limit, and their arguments.
func (q StatementQuery) clauses(as Collection) (from, where string, args []any) {
	from = "statement s"
	if q.At != nil {
		from = "json_each(?) j JOIN statement s ON s.article = j.value >> " + sentenceShift +
			" AND s.first <= j.value & " + sentenceMask + " AND s.last >= j.value & " + sentenceMask
		args = append(args, array(numbers(q.At)))
	}
	conds := []string{visible}
	args = append(args, as)
	if q.Speakers != nil {
		conds, args = append(conds, "s.person IN (SELECT value FROM json_each(?))"), append(args, array(q.Speakers))
	}
	if !q.From.IsZero() {
		conds, args = append(conds, "s.day >= ?"), append(args, number(q.From))
	}
	if !q.To.IsZero() {
		conds, args = append(conds, "s.day <= ?"), append(args, number(q.To))
	}
	where = strings.Join(conds, " AND ") + " ORDER BY a.published DESC NULLS LAST, a.seq, s.n"
	if q.Limit > 0 {
		where += " LIMIT " + strconv.Itoa(q.Limit)
	}
	return from, where, args
}
