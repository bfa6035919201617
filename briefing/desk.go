package briefing

import (
	"cmp"
	"strconv"
	"strings"

	"rapporteur/corpus/article"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text/term"
	"rapporteur/corpus/when"
)

// Options tune a Desk. The zero value is ready to use.
type Options struct {
	Limit int // most answers to a question; 0 means 50
}

// A Desk answers questions from a store. It is safe for use by several goroutines.
type Desk struct {
	store store.Store
	limit int
	known peopleCache
	memo  term.Memo
}

// New is a desk that answers from st; the caller closes st.
func New(st store.Store, opts Options) *Desk {
	d := &Desk{store: st, limit: opts.Limit}
	if d.limit <= 0 {
		d.limit = 50
	}
	return d
}

// as is the collection that the asker sees.
func (a Asker) as() store.Collection { return store.Collection(a.Guild) }

func (a Asker) asking() when.ParseContext {
	return when.ParseContext{Today: a.Today, DayFirst: a.DayFirst}
}

func cite(a *article.Article, s span.Span) Source {
	at := a.File.File(s)
	return Source{
		ID: sourceID(a.ID, s), Title: a.Title, Publisher: a.Publisher, URL: a.URL,
		Published: a.Published, Path: a.Path, Start: at.Start, End: at.End,
	}
}

// sourceID names a span of an article permanently: an article's ID comes from its content, so neither part changes.
func sourceID(id article.ID, s span.Span) string {
	return string(id) + "-" + strconv.FormatInt(int64(s.Start), 36) + "-" + strconv.FormatInt(int64(s.Len()), 36)
}

func splitSourceID(s string) (id article.ID, at span.Span, ok bool) {
	parts := strings.Split(strings.TrimSpace(s), "-")
	if len(parts) != 3 || parts[0] == "" {
		return "", span.Span{}, false
	}
	start, err1 := strconv.ParseInt(parts[1], 36, 32)
	size, err2 := strconv.ParseInt(parts[2], 36, 32)
	if err1 != nil || err2 != nil || start < 0 || size <= 0 {
		return "", span.Span{}, false
	}
	return article.ID(parts[0]), span.Span{Start: int(start), End: int(start + size)}, true
}

// publishers counts independent publishers among sources. An article without a publisher counts by its title.
func publishers(sources []Source) int {
	seen := make(map[string]bool)
	for _, s := range sources {
		seen[cmp.Or(s.Publisher, "title:"+s.Title)] = true
	}
	return len(seen)
}
