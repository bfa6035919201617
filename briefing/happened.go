package briefing

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"rapporteur/corpus/store"
	"rapporteur/corpus/when"
)

const mostNearest = 5 // how many other days are suggested when the one asked about has no news

// Happened lists the events of some days, those by most publishers first. A date it cannot read is an *InputError.
func (d *Desk) Happened(ctx context.Context, q HappenedQuestion) (HappenedAnswer, error) {
	asked, err := d.ReadDays(q.Asker, "on", q.On)
	if err != nil {
		return HappenedAnswer{}, err
	}
	return d.happenedIn(ctx, q.Asker, asked, q.About)
}

func (d *Desk) happenedIn(ctx context.Context, a Asker, asked when.Interval, about string) (HappenedAnswer, error) {
	c, err := d.Coverage(ctx, a)
	ans := HappenedAnswer{From: asked.From, To: asked.To, Events: []Event{}, Coverage: c}
	if err != nil {
		return ans, err
	}
	q := store.EventQuery{During: asked, Longest: asked.Days(), Stories: 2 * d.limit}
	if asked.Days() == 1 {
		q.Longest, q.Edges, q.Stories = longRange, true, 0
	}
	if q.At, err = d.topicPlaces(ctx, a.as(), about); err != nil {
		return ans, fmt.Errorf("what happened: %w", err)
	}
	found, err := d.store.Events(ctx, a.as(), q)
	if err != nil {
		return ans, fmt.Errorf("what happened: %w", err)
	}
	var kept []eventHit
	for _, h := range found {
		if rank := rankInterval(asked, h.When.Interval); rank > 0 && !h.Within.Boilerplate {
			kept = append(kept, d.newEventHit(h, rank))
		}
	}
	more, err := d.undatedEvents(ctx, a.as(), asked, kept, q.At)
	if err != nil {
		return ans, fmt.Errorf("what happened: %w", err)
	}
	ans.Events = mergeEvents(append(kept, more...))
	ans.Events = ans.Events[:min(len(ans.Events), d.limit)]
	if len(ans.Events) == 0 {
		ans.Nearest, err = d.nearest(ctx, a.as(), asked, q.At)
	}
	return ans, err
}

// How the days of an event relate to those asked about; 0 is not at all.
const (
	rankInside = 3 // inside those days
	rankAround = 2 // a week or a few days around the day asked about
)

// rankInterval says whether an event belongs to the answer. For one day: that day, or a week or short range around
// it, but not its month or year. For a longer stretch: what is inside it, and what overlaps and is no longer.
func rankInterval(asked, has when.Interval) int {
	switch {
	case !asked.Overlaps(has):
		return 0
	case asked.Holds(has.From) && asked.Holds(has.To):
		return rankInside
	case asked.Days() > 1 && has.Days() <= asked.Days(),
		asked.Days() == 1 && has.Precision == when.WeekPrecision,
		asked.Days() == 1 && has.Precision == when.RangePrecision && (has.Days() <= longRange || startsOrEnds(asked, has)):
		return rankAround
	}
	return 0
}

// longRange is the most days of a range about each of its days; "since March" is about its first and last day only.
const longRange = 10

func startsOrEnds(asked, has when.Interval) bool {
	return has.Days() <= 366 && (asked.From == has.From || asked.From == has.To)
}

// nearest lists the closest days with news about the topic; without a topic, or news of it, any news counts.
func (d *Desk) nearest(ctx context.Context, as store.Collection, asked when.Interval,
	at []store.Place) ([]NearDay, error) {
	days, err := d.daysAbout(ctx, as, at)
	if err != nil {
		return nil, fmt.Errorf("nearest days: %w", err)
	}
	slices.SortStableFunc(days, func(a, b NearDay) int {
		return cmp.Compare(distance(asked, a.Day), distance(asked, b.Day))
	})
	return slices.Clip(days[:min(len(days), mostNearest)]), nil
}

func (d *Desk) daysAbout(ctx context.Context, as store.Collection, at []store.Place) ([]NearDay, error) {
	counts := make(map[Day]int)
	if len(at) > 0 {
		found, err := d.store.Events(ctx, as, store.EventQuery{At: at, Longest: 1})
		if err != nil {
			return nil, err
		}
		for _, h := range found {
			counts[h.When.From]++
		}
	}
	if len(counts) > 0 {
		return byDay(counts), nil
	}
	all, err := d.store.Days(ctx, as)
	for _, c := range all {
		counts[c.Day] = c.Events
	}
	return byDay(counts), err
}

func byDay(counts map[Day]int) []NearDay {
	out := make([]NearDay, 0, len(counts))
	for day, n := range counts {
		out = append(out, NearDay{day, n})
	}
	slices.SortFunc(out, func(a, b NearDay) int { return a.Day.Compare(b.Day) })
	return out
}

// distance is how many days are between the day and the interval.
func distance(i when.Interval, day Day) int { return max(0, i.From.Sub(day), day.Sub(i.To)) }
