package store

import (
	"context"

	"rapporteur/corpus/store/dbfile"
)

// eventStory is the story of an event under the alias e. One that has not been settled
// is a story by itself, its own number negated.
const eventStory = "coalesce(e.story, -(e.article << " + sentenceShift + " | e.n))"

// widest finds the most widely told stories that a query asks for. It reads an index
// alone: a year of a hundred thousand sentences has thirty thousand events.
func (s *SQLite) widest(ctx context.Context, as Collection, q EventQuery) ([]int64, error) {
	from, where, args := q.conditions(as)
	return dbfile.Column[int64](ctx, s.read, "SELECT "+eventStory+" AS told FROM "+from+" WHERE "+where+` GROUP BY told
		ORDER BY count(DISTINCT coalesce(nullif(e.publisher, ''), e.article)) DESC, min(e.first), told LIMIT ?`, append(args, q.Stories)...)
}

// ofStories is the FROM, of the alias e, of the events of stories that widest found,
// with two arguments, the stories each time. CROSS JOIN keeps the order as written:
// from few stories to their events.
const ofStories = `(SELECT e.article, e.n FROM json_each(?) j CROSS JOIN event e ON e.story = j.value
	UNION ALL SELECT -value >> ` + sentenceShift + `, -value & ` + sentenceMask + ` FROM json_each(?) WHERE value < 0) t
	CROSS JOIN event e ON e.article = t.article AND e.n = t.n`
