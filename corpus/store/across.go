package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/attribution/identity"
	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
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
	settled bool
	telling identity.Telling
}

// across gives the statements of a collection the speakers whom other articles
// name for the same words, takes back what no longer holds, and returns how many
// statements of which people were found so, those of the operator's among them.
func across(ctx context.Context, tx *sql.Tx, collection int64) (map[string]int, error) {
	echoes, groups, err := echoes(ctx, tx, collection)
	if err != nil {
		return nil, fmt.Errorf("read statements told by several: %w", err)
	}
	tellings := make([]identity.Telling, len(echoes))
	for i, e := range echoes {
		tellings[i] = e.telling
	}
	update, err := tx.PrepareContext(ctx, "UPDATE statement SET person = ?, settled = ? WHERE article = ? AND n = ?")
	if err != nil {
		return nil, err
	}
	lent := make(map[string]int)
	verdicts := identity.Across(tellings, groups)
	agree(tellings, groups, verdicts)
	for i, v := range verdicts {
		e := echoes[i]
		changed := v.Conflict || v.Speaker != e.telling.Speaker
		if v.Name != "" && e.telling.Speaker.Name == "" {
			lent[v.Name]++
		}
		if !e.own || !changed && !e.settled {
			continue
		}
		var kept []byte
		if changed {
			if kept, err = encode(verdict{v.Speaker, v.Conflict}); err != nil {
				return nil, err
			}
		}
		if _, err := update.ExecContext(ctx, v.Name, kept, e.article, e.n); err != nil {
			return nil, err
		}
	}
	return lent, nil
}

// echoes reads the statements of groups of two or more, and those that were
// settled by others who may be gone.
func echoes(ctx context.Context, tx *sql.Tx, collection int64) ([]echo, [][]int, error) {
	var out []echo
	at := make(map[int64]int)
	var groups [][]int
	err := rows(ctx, tx, func(r *sql.Rows) error {
		var e echo
		var in, group int64
		var named string
		var fact, settled []byte
		if err := r.Scan(&e.article, &e.n, &in, &group, &named, &e.person, &fact, &settled); err != nil {
			return err
		}
		var row told
		if err := decode(fact, &row); err != nil {
			return err
		}
		e.own, e.settled = in == collection, settled != nil
		e.telling = identity.Telling{Article: strconv.FormatInt(e.article, 10), Speaker: row.Statement.Speaker, Form: row.Statement.Form}
		if named != "" {
			e.telling.Speaker.Name = e.person
		}
		if _, ok := at[group]; !ok {
			at[group] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[group]] = append(groups[at[group]], len(out))
		out = append(out, e)
		return nil
	}, `SELECT article, n, collection, alike, named, person, fact, settled FROM statement
		WHERE collection IN (1, ?1) AND (settled IS NOT NULL OR alike IN (
			SELECT alike FROM statement WHERE collection IN (1, ?1) GROUP BY alike HAVING count(*) > 1))
		ORDER BY article, n`, collection)
	return out, groups, err
}

// agree takes back the conflicts of groups in which all names end alike: a surname
// by itself, or a given name spelt in two ways, contradicts nobody.
func agree(tellings []identity.Telling, groups [][]int, verdicts []identity.Verdict) {
	for _, g := range groups {
		surnames := make(map[string]bool)
		for _, i := range g {
			if words := strings.Fields(people.Fold(tellings[i].Speaker.Name)); len(words) > 0 {
				surnames[words[len(words)-1]] = true
			}
		}
		if len(surnames) > 1 {
			continue
		}
		for _, i := range g {
			verdicts[i].Conflict = false
		}
	}
}
