package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"rapporteur/corpus/article"
	"rapporteur/corpus/store/dbfile"
)

// Events implements Reader.
func (s *SQLite) Events(ctx context.Context, as Collection, q EventQuery) ([]EventHit, error) {
	from, where, args := q.conditions(as)
	if q.Stories > 0 {
		list, err := s.topStories(ctx, as, q)
		if err != nil {
			return nil, fmt.Errorf("most widely reported stories for %q: %w", as, err)
		}
		if q.At != nil {
			where, args = where+" AND "+eventStory+" IN (SELECT value FROM json_each(?))", append(args, array(list))
		} else {
			from, args = ofStories, append([]any{array(list), array(list)}, args...)
		}
	}
	var out []EventHit
	articles := make(map[int64]*article.Article)
	err := dbfile.Rows(ctx, s.read, func(r *sql.Rows) error {
		var h EventHit
		var fact []byte
		var story sql.NullInt64
		if err := r.Scan(&h.Seq, &h.In, &story, &fact); err != nil {
			return err
		}
		var row eventRow
		if err := decode(fact, &row); err != nil {
			return err
		}
		h.Event, h.When, h.Within, h.Story = row.Event, row.When, row.Within, story.Int64
		articles[h.Seq] = nil
		out = append(out, h)
		return nil
	}, "WITH hit AS MATERIALIZED (SELECT e.article, e.n FROM "+from+" WHERE "+where+`) -- from an index alone
		SELECT e.article, c.name, e.story, e.fact
		FROM hit CROSS JOIN event e ON e.article = hit.article AND e.n = hit.n JOIN collection c ON c.id = e.collection
		ORDER BY e.first, e.last, e.article, e.n`, args...)
	if err != nil {
		return nil, fmt.Errorf("events for %q: %w", as, err)
	}
	if err := s.fillArticles(ctx, articles); err != nil {
		return nil, fmt.Errorf("articles of events: %w", err)
	}
	for i := range out {
		out[i].Article = articles[out[i].Seq]
	}
	return out, nil
}

// conditions is the FROM, of the alias e, the WHERE and their arguments.
func (q EventQuery) conditions(as Collection) (from, where string, args []any) {
	from = "event e"
	if q.At != nil {
		from = "(SELECT DISTINCT value FROM json_each(?)) j JOIN event e ON e.article = j.value >> " + sentenceShift +
			" AND e.sentence = j.value & " + sentenceMask
		args = append(args, array(numbers(q.At)))
	}
	conds := []string{"e.collection IN (SELECT id FROM collection WHERE name IN ('', ?))"}
	args = append(args, as)
	if !q.During.From.IsZero() {
		conds, args = append(conds, "e.last >= ?", "e.first <= ?"),
			append(args, number(q.During.From), number(q.During.To))
	}
	switch {
	case q.Longest > 0 && q.Edges:
		conds, args = append(conds, "(e.last - e.first < ? OR e.first = ? OR e.last = ?)"),
			append(args, q.Longest, number(q.During.From), number(q.During.To))
	case q.Longest > 0:
		conds, args = append(conds, "e.last - e.first < ?"), append(args, q.Longest)
	}
	return from, strings.Join(conds, " AND "), args
}

// eventStory is the story of an event under the alias e. One that has not been settled
// is a story by itself, its own number negated.
const eventStory = "coalesce(e.story, -(e.article << " + sentenceShift + " | e.n))"

// topStories finds the most widely reported stories that a query asks for. It reads an
// index alone: a year of a hundred thousand sentences has thirty thousand events.
func (s *SQLite) topStories(ctx context.Context, as Collection, q EventQuery) ([]int64, error) {
	from, where, args := q.conditions(as)
	return dbfile.Column[int64](ctx, s.read, "SELECT "+eventStory+" AS told FROM "+from+" WHERE "+where+` GROUP BY told
		ORDER BY count(DISTINCT coalesce(nullif(e.publisher, ''), e.article)) DESC, min(e.first), told LIMIT ?`,
		append(args, q.Stories)...)
}

// ofStories is the FROM, of the alias e, of the events of stories that topStories found, with two arguments, the
// stories each time. CROSS JOIN keeps the order as written: from few stories to their events.
const ofStories = `(SELECT e.article, e.n FROM json_each(?) j CROSS JOIN event e ON e.story = j.value
	UNION ALL SELECT -value >> ` + sentenceShift + `, -value & ` + sentenceMask + ` FROM json_each(?) WHERE value < 0) t
	CROSS JOIN event e ON e.article = t.article AND e.n = t.n`

// Days implements Reader.
func (s *SQLite) Days(ctx context.Context, as Collection) ([]DayCount, error) {
	var out []DayCount
	err := dbfile.Rows(ctx, s.read, func(r *sql.Rows) error {
		var n sql.NullInt64
		var c DayCount
		err := r.Scan(&n, &c.Events)
		c.Day = day(n)
		out = append(out, c)
		return err
	}, "SELECT first, count(*) FROM event WHERE first = last AND collection IN (SELECT id FROM collection "+
		"WHERE name IN ('', ?)) GROUP BY first ORDER BY first", as)
	return out, dbfile.Wrap(err, "days for %q", as)
}
