package briefing

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"rapporteur/corpus/store"
	"rapporteur/corpus/when"
)

// A TimelineQuestion asks for the most-reported days of a stretch.
type TimelineQuestion struct {
	Asker
	About string // words the events must be about
	From  Day    // zero: from the first day that has news
	To    Day    // zero: to the last
	Days  int    // at most this many; 0 means 15
}

// A TimelineDay is one day of a timeline.
type TimelineDay struct {
	Day       Day   `json:"day"`
	Sentences int   `json:"told"` // sentences about the day
	Event     Event `json:"event"`
}

// A TimelineAnswer is the most-reported days, and how many sentences are about each day.
type TimelineAnswer struct {
	From     Day           `json:"from"`
	To       Day           `json:"to"`
	Days     []TimelineDay `json:"days"`
	Counts   []NearDay     `json:"counts"` // of each day with any, by day
	Coverage Coverage      `json:"coverage"`
}

const timelineDays = 15 // how many days can be read at a glance

// Timeline lists the most-reported days of a stretch, with the event by most publishers of each. There may be none.
func (d *Desk) Timeline(ctx context.Context, q TimelineQuestion) (TimelineAnswer, error) {
	c, err := d.Coverage(ctx, q.Asker)
	ans := TimelineAnswer{From: q.From, To: q.To, Days: []TimelineDay{}, Counts: []NearDay{}, Coverage: c}
	if err != nil {
		return ans, err
	}
	if q.Days <= 0 {
		q.Days = timelineDays
	}
	if err := checkOrder(q.From, q.To); err != nil {
		return ans, err
	}
	if ans.Counts, err = d.counts(ctx, q); err != nil {
		return ans, fmt.Errorf("timeline: %w", err)
	}
	if len(ans.Counts) == 0 {
		return ans, nil
	}
	ans.From = cmp.Or(ans.From, ans.Counts[0].Day)
	ans.To = cmp.Or(ans.To, ans.Counts[len(ans.Counts)-1].Day)
	ans.Days, err = d.eventOfDays(ctx, q, ans.Counts)
	return ans, err
}

// counts is how many sentences are about each day of the stretch, without plans.
func (d *Desk) counts(ctx context.Context, q TimelineQuestion) ([]NearDay, error) {
	at, err := d.topicPlaces(ctx, q.as(), q.About)
	if err != nil {
		return nil, err
	}
	found, err := d.store.Events(ctx, q.as(), store.EventQuery{At: at, Longest: 1})
	if err != nil {
		return nil, err
	}
	counts := map[Day]int{}
	for _, h := range found {
		day := h.When.From
		if !h.Planned && !h.Within.Boilerplate && !day.Before(q.From) && (q.To.IsZero() || !day.After(q.To)) {
			counts[day]++
		}
	}
	return byDay(counts), nil
}

// eventOfDays finds the event to show for each of the most-reported days.
func (d *Desk) eventOfDays(ctx context.Context, q TimelineQuestion, counts []NearDay) ([]TimelineDay, error) {
	most := slices.Clone(counts)
	slices.SortStableFunc(most, func(a, b NearDay) int { return cmp.Compare(b.Events, a.Events) })
	out := []TimelineDay{}
	for _, c := range most {
		if len(out) == q.Days {
			break
		}
		day, err := d.happenedIn(ctx, q.Asker, Interval{From: c.Day, To: c.Day, Precision: when.DayPrecision}, q.About)
		if err != nil {
			return nil, fmt.Errorf("timeline: %w", err)
		}
		at := slices.IndexFunc(day.Events, func(e Event) bool { return e.From == c.Day && e.To == c.Day && !e.Planned })
		if at >= 0 {
			out = append(out, TimelineDay{Day: c.Day, Sentences: c.Events, Event: day.Events[at]})
		}
	}
	slices.SortFunc(out, func(a, b TimelineDay) int { return a.Day.Compare(b.Day) })
	return out, nil
}
