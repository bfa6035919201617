package store

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/attribution/identity"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store/dbfile"
	"rapporteur/corpus/text/english"
)

// A verdict is what a statement's row keeps of a speaker whom other articles tell.
type verdict struct {
	Speaker  attribution.Speaker
	Conflict bool
}

// contentOf is the words of a content, its pieces joined by a space.
func contentOf(content []span.Span, text string) string {
	pieces := make([]string, len(content))
	for i, c := range content {
		pieces[i] = c.Of(text)
	}
	return strings.Join(pieces, " ")
}

// An echo is a statement that others tell as well.
type echo struct {
	article int64
	n       int
	own     bool
	person  string
	settled []byte // the verdict that its row keeps; nil for none
	telling identity.Telling
}

// across gives the statements of a collection the speakers whom other articles
// name for the same words, takes back what no longer holds, and returns how many
// statements of which people were found so, those of the operator's among them. It
// takes group by group: in a large corpus most statements are told by several.
func across(ctx context.Context, tx *sql.Tx, collection int64) (map[string]int, error) {
	groups, err := shared(ctx, tx, collection)
	if err != nil {
		return nil, fmt.Errorf("read what several tell: %w", err)
	}
	read, err := tx.PrepareContext(ctx, "SELECT article, n, collection, named, person, fact, settled FROM statement WHERE collection IN (1, ?) AND alike = ? ORDER BY article, n")
	if err != nil {
		return nil, err
	}
	defer read.Close()
	update, err := tx.PrepareContext(ctx, "UPDATE statement SET person = ?, settled = ? WHERE article = ? AND n = ?")
	if err != nil {
		return nil, err
	}
	defer update.Close()
	lent := make(map[string]int)
	for _, group := range groups {
		echoes, err := echoes(ctx, read, collection, group)
		if err != nil {
			return nil, fmt.Errorf("read statements told by several: %w", err)
		}
		if err := settleEchoes(ctx, update, echoes, lent); err != nil {
			return nil, err
		}
	}
	return lent, nil
}

// shared is the groups of two or more, and those with statements that were settled by
// others who may be gone.
func shared(ctx context.Context, tx *sql.Tx, collection int64) ([]int64, error) {
	return dbfile.Column[int64](ctx, tx, `SELECT alike FROM statement WHERE collection IN (1, ?1) GROUP BY alike HAVING count(*) > 1
		UNION SELECT alike FROM statement WHERE collection IN (1, ?1) AND settled IS NOT NULL`, collection)
}

// settleEchoes writes down who said the words of one group, and counts in lent whom
// others name.
func settleEchoes(ctx context.Context, update *sql.Stmt, echoes []echo, lent map[string]int) error {
	tellings, all := make([]identity.Telling, len(echoes)), make([]int, len(echoes))
	for i, e := range echoes {
		tellings[i], all[i] = e.telling, i
	}
	verdicts := identity.Across(tellings, [][]int{all})
	agree(tellings, verdicts)
	for i, v := range verdicts {
		e := echoes[i]
		if v.Name != "" && e.telling.Speaker.Name == "" {
			lent[v.Name]++
		}
		if !e.own {
			continue
		}
		var kept []byte
		if v.Conflict || v.Speaker != e.telling.Speaker {
			var err error
			if kept, err = encode(verdict{v.Speaker, v.Conflict}); err != nil {
				return err
			}
		}
		if v.Name == e.person && bytes.Equal(kept, e.settled) {
			continue
		}
		if _, err := update.ExecContext(ctx, v.Name, kept, e.article, e.n); err != nil {
			return fmt.Errorf("name the speaker of statement %d of article %d: %w", e.n, e.article, err)
		}
	}
	return nil
}

// echoes reads the statements of one group.
func echoes(ctx context.Context, read *sql.Stmt, collection, group int64) ([]echo, error) {
	r, err := read.QueryContext(ctx, collection, group)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var out []echo
	for r.Next() {
		var e echo
		var in int64
		var named string
		var fact, settled sql.RawBytes
		if err := r.Scan(&e.article, &e.n, &in, &named, &e.person, &fact, &settled); err != nil {
			return nil, err
		}
		var row struct { // what is read of told
			Statement struct {
				Speaker attribution.Speaker
				Form    attribution.Form
			}
		}
		if err := decode(fact, &row); err != nil {
			return nil, err
		}
		e.own, e.settled = in == collection, bytes.Clone(settled)
		e.telling = identity.Telling{Article: strconv.FormatInt(e.article, 10), Speaker: row.Statement.Speaker, Form: row.Statement.Form}
		if named != "" {
			e.telling.Speaker.Name = e.person
		}
		out = append(out, e)
	}
	return out, r.Err()
}

// agree takes back the conflicts of a group in which all names end alike: a surname
// by itself, or a given name spelt in two ways, contradicts nobody.
func agree(tellings []identity.Telling, verdicts []identity.Verdict) {
	surnames := make(map[string]bool)
	for _, t := range tellings {
		if words := strings.Fields(english.Fold(t.Speaker.Name)); len(words) > 0 {
			surnames[words[len(words)-1]] = true
		}
	}
	if len(surnames) > 1 {
		return
	}
	for i := range verdicts {
		verdicts[i].Conflict = false
	}
}
