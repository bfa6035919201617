// Package schedule says when a digest is due: a rule read from what a moderator
// types, a zone, and a pure Next.
//
// # Why wall-clock time is walked as if it were UTC
//
// robfig/cron steps through instants of the zone, and so it has no run at 02:30
// on the day the clocks go forward and two at 01:30 on the day they go back. Here
// its parser and its Next run on floating time, in which every day has 24 hours,
// and each wall time found is then mapped to one instant of the zone:
//
//   - a time that stands twice (clocks back) is the first of the two;
//   - a time that is skipped (clocks forward) is the first instant after the gap;
//   - a day that is skipped whole, as 30 December 2011 in Samoa, has no run.
//
// Wall times that fall on one instant are one run. That is one run for each local
// day that exists, in every zone; the tests walk all of them.
package schedule

import (
	"time"

	"github.com/robfig/cron/v3"
)

// A Schedule is a rule in a zone. It is made by Parse; it never changes.
type Schedule struct {
	rule Rule
	zone *time.Location
	wall cron.Schedule
}

// An Occurrence is one run that a schedule asks for.
type Occurrence struct {
	// Local is the wall time of the rule, "2026-03-08T02:30": the name of the run,
	// the same whatever became of the zone's clock that day.
	Local string
	// Due is the instant of that wall time in the zone.
	Due time.Time
}

const localForm = "2006-01-02T15:04"

// Rule is the rule the schedule was made from.
func (s Schedule) Rule() Rule { return s.rule }

// Zone is the zone the rule's wall time is read in.
func (s Schedule) Zone() *time.Location { return s.zone }

// Next is the instant of the first run after t, or the zero time when there is
// none within the five years that robfig/cron looks ahead. It makes a Schedule a
// cron.Schedule.
func (s Schedule) Next(t time.Time) time.Time {
	o, _ := s.After(t)
	return o.Due
}

// After is the first run whose instant is after t; false when there is none.
func (s Schedule) After(t time.Time) (Occurrence, bool) {
	for wall := floating(t.In(s.zone)); ; {
		// A rule names whole minutes, and robfig/cron counts to the next one by seconds.
		wall = s.wall.Next(wall.Truncate(time.Minute).Add(59 * time.Second))
		if wall.IsZero() {
			return Occurrence{}, false
		}
		if due, ok := instant(wall, s.zone); ok && due.After(t) {
			return Occurrence{Local: wall.Format(localForm), Due: due}, true
		}
	}
}

// Between gives the newest run with after < Due <= upTo, and how many older ones
// there are in that stretch; past most it stops counting. False when there is no
// run in it.
func (s Schedule) Between(after, upTo time.Time, most int) (newest Occurrence, older int, ok bool) {
	for {
		o, more := s.After(after)
		if !more || o.Due.After(upTo) {
			return newest, older, ok
		}
		if ok {
			older++
		}
		newest, ok, after = o, true, o.Due
		if older >= most {
			// A rule that runs every minute over years away: start from near the end.
			after = latest(after, upTo.Add(-48*time.Hour))
		}
	}
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// floating is t's wall time as if the zone were UTC.
func floating(t time.Time) time.Time {
	_, offset := t.Zone()
	return t.UTC().Add(time.Duration(offset) * time.Second)
}

// margin is more than any zone's offset from UTC and more than any gap, of which
// the longest are the days skipped at the date line.
const margin = 30 * time.Hour

// instant maps a floating wall time to the zone: its first instant there, or the
// end of the gap it falls in. False when its whole day does not exist.
func instant(wall time.Time, zone *time.Location) (time.Time, bool) {
	for t := wall.Add(-margin).In(zone); ; {
		_, end := t.ZoneBounds()
		_, offset := t.Zone()
		at := wall.Add(-time.Duration(offset) * time.Second).In(zone)
		if end.IsZero() || at.Before(end) {
			return at, true
		}
		next := end.In(zone)
		if floating(next).After(wall) {
			return next, sameDay(next, wall) || sameDay(next.Add(-1).In(zone), wall)
		}
		t = next
	}
}

func sameDay(a, b time.Time) bool {
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}
