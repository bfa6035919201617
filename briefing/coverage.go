package briefing

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"rapporteur/corpus/when"
)

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

// CompleteDays suggests days that have news for a date typed so far, the newest first, at most
// limit: those inside a date that can be read, else those that begin so in one of the usual forms.
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
	return func(day Day) bool {
		for _, form := range []string{
			"2006-01-02", "2 January 2006", "2 Jan 2006", "January 2 2006", "January 2, 2006", "Jan 2 2006",
			"2.1.2006", "02.01.2006", "1/2/2006", "2/1/2006", "Monday",
		} {
			if strings.HasPrefix(strings.ToLower(day.Time().Format(form)), typed) {
				return true
			}
		}
		return false
	}
}
