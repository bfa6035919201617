// Package schedule says when a digest is due: a rule that a moderator types, a zone, and a pure Next.
//
// # Why wall-clock time counts as UTC
//
// robfig/cron steps through instants of the zone, so it skips 02:30 on the day the clocks go
// forward and has 01:30 twice on the day they go back. Here its Next runs on floating time,
// in which every day has 24 hours, and each wall time is then mapped to one instant:
//
//   - a time that occurs twice (clocks back) is the first of the two;
//   - a time that is skipped (clocks forward) is the first instant after the gap;
//   - a day that is skipped whole, as 30 December 2011 in Samoa, has no occurrence.
//
// Wall times that map to one instant are one occurrence. A daily rule has one occurrence on
// each local day that exists, in every zone; the tests try all zones.
package schedule

import (
	"time"

	"github.com/robfig/cron/v3"
)

// A Schedule is a rule in a zone. Parse and Rule.Schedule make it; it never changes.
type Schedule struct {
	rule Rule
	zone *time.Location
	wall cron.Schedule
}

// An Occurrence is one due time of a schedule.
type Occurrence struct {
	Local string    // the wall time of the rule, "2026-03-08T02:30", which names the occurrence
	Due   time.Time // the instant of that wall time in the zone
}

const localForm = "2006-01-02T15:04"

// Rule is the rule the schedule was made from.
func (s Schedule) Rule() Rule { return s.rule }

// Zone is the zone of the rule's wall time.
func (s Schedule) Zone() *time.Location { return s.zone }

// Next is the first due time after t, or zero when there is none in five years, as a cron.Schedule has it.
func (s Schedule) Next(t time.Time) time.Time {
	o, _ := s.After(t)
	return o.Due
}

// After is the first occurrence due after t; false when there is none.
func (s Schedule) After(t time.Time) (Occurrence, bool) {
	for wall := floating(t.In(s.zone)); ; {
		// A rule has whole minutes, and robfig/cron counts to the next one in seconds.
		wall = s.wall.Next(wall.Truncate(time.Minute).Add(59 * time.Second))
		if wall.IsZero() {
			return Occurrence{}, false
		}
		if due, ok := instant(wall, s.zone); ok && due.After(t) {
			return Occurrence{Local: wall.Format(localForm), Due: due}, true
		}
	}
}

// Between is the newest occurrence with after < Due <= upTo, if any, and how many older ones there are, up to most.
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
		if near := upTo.Add(-48 * time.Hour); older >= most && near.After(after) {
			after = near // every minute for years: continue near the end
		}
	}
}

// floating is t's wall time, as if the zone were UTC.
func floating(t time.Time) time.Time {
	_, offset := t.Zone()
	return t.UTC().Add(time.Duration(offset) * time.Second)
}

// margin is more than any zone's offset from UTC and any gap; the longest are days skipped at the date line.
const margin = 30 * time.Hour

// instant is the first instant of a floating wall time in the zone, or the end of its gap. False for a skipped day.
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

func sameDay(a, b time.Time) bool { return a.Year() == b.Year() && a.YearDay() == b.YearDay() }
