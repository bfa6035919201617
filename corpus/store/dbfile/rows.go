package dbfile

import (
	"context"
	"database/sql"
	"fmt"
)

// A Querier is a database or a transaction on it.
type Querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// Rows runs a query and hands each row to take, whose first error ends it and is
// returned as it is. No rows is no error.
func Rows(ctx context.Context, db Querier, take func(*sql.Rows) error, query string, args ...any) error {
	r, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer r.Close()
	for r.Next() {
		if err := take(r); err != nil {
			return err
		}
	}
	return r.Err()
}

// Column is what a query of one column finds, in its order; never nil without an error.
func Column[T any](ctx context.Context, db Querier, query string, args ...any) ([]T, error) {
	out := []T{}
	err := Rows(ctx, db, func(r *sql.Rows) error {
		var one T
		err := r.Scan(&one)
		out = append(out, one)
		return err
	}, query, args...)
	return out, err
}

// Value is the one column of the first row that a query finds; zero when it finds none.
func Value[T any](ctx context.Context, db Querier, query string, args ...any) (T, error) {
	all, err := Column[T](ctx, db, query, args...)
	if err != nil || len(all) == 0 {
		var none T
		return none, err
	}
	return all[0], nil
}

// Changed runs a statement and reports whether it touched a row.
func Changed(ctx context.Context, db Querier, query string, args ...any) (bool, error) {
	r, err := db.ExecContext(ctx, query, args...)
	if err != nil {
		return false, err
	}
	n, err := r.RowsAffected()
	return n > 0, err
}

// Wrap says in err what was being done; it is nil where err is.
func Wrap(err error, doing string, args ...any) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf(doing+": %w", append(args, err)...)
}
