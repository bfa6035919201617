package store

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/consolidate"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store/dbfile"
	"rapporteur/corpus/text/english"
)

// A verdict is what a statement's row keeps of a speaker that other articles name.
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

// A retelling is a statement whose words other articles report as well.
type retelling struct {
	article int64
	n       int
	own     bool
	person  string
	settled []byte // the verdict that its row keeps; nil for none
	telling consolidate.Telling
}

// across gives the statements of a collection the speakers that other articles name for the same words, and takes
// back what no longer holds. It returns how many statements of each person were found so, those of the operator
// included. It reads one group at a time: in a large corpus several articles report most statements.
func across(ctx context.Context, tx *sql.Tx, collection int64) (map[string]int, error) {
	groups, err := shared(ctx, tx, collection)
	if err != nil {
		return nil, fmt.Errorf("list statements that several articles report: %w", err)
	}
	read, err := tx.PrepareContext(ctx, "SELECT article, n, collection, named, person, fact, settled FROM statement "+
		"WHERE collection IN (1, ?) AND alike = ? ORDER BY article, n")
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
	for _, number := range groups {
		group, err := readRetellings(ctx, read, collection, number)
		if err != nil {
			return nil, fmt.Errorf("read statements that several articles report: %w", err)
		}
		if err := settleGroup(ctx, update, group, lent); err != nil {
			return nil, err
		}
	}
	return lent, nil
}

// shared lists the groups of two or more, and those whose speakers came from articles that may have been removed.
func shared(ctx context.Context, tx *sql.Tx, collection int64) ([]int64, error) {
	return dbfile.Column[int64](ctx, tx,
		`SELECT alike FROM statement WHERE collection IN (1, ?1) GROUP BY alike HAVING count(*) > 1
		UNION SELECT alike FROM statement WHERE collection IN (1, ?1) AND settled IS NOT NULL`, collection)
}

// settleGroup writes down who said the words of one group, and counts in lent the people whom other articles name.
func settleGroup(ctx context.Context, update *sql.Stmt, group []retelling, lent map[string]int) error {
	tellings, all := make([]consolidate.Telling, len(group)), make([]int, len(group))
	for i, e := range group {
		tellings[i], all[i] = e.telling, i
	}
	verdicts := consolidate.Across(tellings, [][]int{all})
	agree(tellings, verdicts)
	for i, v := range verdicts {
		e := group[i]
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

// readRetellings reads the statements of one group.
func readRetellings(ctx context.Context, read *sql.Stmt, collection, group int64) ([]retelling, error) {
	r, err := read.QueryContext(ctx, collection, group)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var out []retelling
	for r.Next() {
		var e retelling
		var in int64
		var named string
		var fact, settled sql.RawBytes
		if err := r.Scan(&e.article, &e.n, &in, &named, &e.person, &fact, &settled); err != nil {
			return nil, err
		}
		var row struct { // what is read of a statementRow
			Statement struct {
				Speaker attribution.Speaker
				Form    attribution.Form
			}
		}
		if err := decode(fact, &row); err != nil {
			return nil, err
		}
		e.own, e.settled = in == collection, bytes.Clone(settled)
		e.telling = consolidate.Telling{Article: strconv.FormatInt(e.article, 10), Speaker: row.Statement.Speaker,
			Form: row.Statement.Form}
		if named != "" {
			e.telling.Speaker.Name = e.person
		}
		out = append(out, e)
	}
	return out, r.Err()
}

// agree takes back the conflicts of a group in which all names end alike: a surname by
// itself, or a given name spelt in two ways, is no contradiction.
func agree(tellings []consolidate.Telling, verdicts []consolidate.Verdict) {
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
