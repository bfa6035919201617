package store

import (
	"context"
	"database/sql"
	"fmt"

	"rapporteur/corpus/people"
)

// Settle implements Writer.
func (s *SQLite) Settle(ctx context.Context) error {
	err := s.transact(ctx, func(tx *sql.Tx) error {
		stale, err := stale(ctx, tx)
		if err != nil {
			return err
		}
		for _, id := range stale {
			if err := s.settleOne(ctx, tx, id); err != nil {
				return fmt.Errorf("collection %d: %w", id, err)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("settle: %w", err)
	}
	return nil
}

// stale lists the collections to settle: those that changed, and all when the
// operator's did, since every guild's people are told together with the operator's.
func stale(ctx context.Context, tx *sql.Tx) ([]int64, error) {
	var out []int64
	err := rows(ctx, tx, func(r *sql.Rows) error {
		var id int64
		err := r.Scan(&id)
		out = append(out, id)
		return err
	}, "SELECT id FROM collection WHERE stale = 1 OR EXISTS (SELECT 1 FROM collection WHERE name = '' AND stale = 1) ORDER BY id")
	return out, err
}

func (s *SQLite) settleOne(ctx context.Context, tx *sql.Tx, id int64) error {
	words, err := lexicon(ctx, tx, id)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "UPDATE collection SET stale = 0, lexicon = ? WHERE id = ?", words, id)
	return err
}

// settledPeople counts the statements of each speaker.
func (s *SQLite) settledPeople(ctx context.Context, db querier, as Collection) ([]people.Person, error) {
	var out []people.Person
	err := rows(ctx, db, func(r *sql.Rows) error {
		p := people.Person{Kind: people.Human}
		err := r.Scan(&p.Name, &p.Statements)
		out = append(out, p)
		return err
	}, "SELECT s.person, count(*) FROM statement s JOIN article a ON a.seq = s.article WHERE s.person != '' AND "+seen+" GROUP BY s.person ORDER BY count(*) DESC, s.person", as)
	return out, err
}
