package briefing

import (
	"context"
	"errors"
	"fmt"
	"slices"
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

// Coverage is what the corpus has for an asker.
func (d *Desk) Coverage(ctx context.Context, a Asker) (Coverage, error) {
	c, err := d.store.Coverage(ctx, a.as())
	if err != nil {
		return Coverage{}, fmt.Errorf("coverage: %w", err)
	}
	return Coverage{Articles: c.Articles, Publishers: c.Publishers, First: c.First, Last: c.Last}, nil
}

// ReadDays reads a date as members type it. Anything else is an *InputError about the option.
func (d *Desk) ReadDays(a Asker, option, typed string) (Interval, error) {
	i, err := when.Parse(typed, a.asking())
	var bad *when.NotADateError
	switch {
	case errors.As(err, &bad):
		return Interval{}, &InputError{Option: option, Problem: bad.Error()}
	case err != nil:
		return Interval{}, fmt.Errorf("read a date: %w", err)
	}
	return i, nil
}

// CompleteDays suggests at most limit days that have news for a date typed so far, the newest first: those inside a
// date that can be read, else those that begin so in one of the usual forms.
func (d *Desk) CompleteDays(ctx context.Context, a Asker, typed string, limit int) ([]NearDay, error) {
	days, err := d.store.Days(ctx, a.as())
	if err != nil {
		return nil, fmt.Errorf("days that have news: %w", err)
	}
	fits := startsWith(typed)
	if asked, err := when.Parse(typed, a.asking()); err == nil {
		fits = asked.Holds
	}
	out := []NearDay{}
	for i := len(days) - 1; i >= 0 && len(out) < limit; i-- {
		if fits(days[i].Day) {
			out = append(out, NearDay{days[i].Day, days[i].Events})
		}
	}
	return out, nil
}

// startsWith reports which days begin with what was typed, in any of the usual forms.
func startsWith(typed string) func(Day) bool {
	typed = strings.ToLower(strings.Join(strings.Fields(typed), " "))
	forms := []string{"2006-01-02", "2 January 2006", "2 Jan 2006", "January 2 2006", "January 2, 2006", "Jan 2 2006",
		"2.1.2006", "02.01.2006", "1/2/2006", "2/1/2006", "Monday"}
	return func(day Day) bool {
		return slices.ContainsFunc(forms, func(form string) bool {
			return strings.HasPrefix(strings.ToLower(day.Time().Format(form)), typed)
		})
	}
}
