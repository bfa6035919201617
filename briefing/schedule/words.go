package schedule

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Typed is the rule as a moderator could type it: a time and days if it has one time, else the
// cron line. Parse reads both as the same rule.
func (r Rule) Typed() (at, days string) {
	f := strings.Fields(r.Cron)
	if len(f) != 5 {
		return r.Cron, ""
	}
	minute, errM := strconv.Atoi(f[0])
	hour, errH := strconv.Atoi(f[1])
	if errM != nil || errH != nil || f[2] != "*" || f[3] != "*" {
		return r.Cron, ""
	}
	at = fmt.Sprintf("%02d:%02d", hour, minute)
	switch f[4] {
	case "*":
		return at, "daily"
	case "1-5":
		return at, "weekdays"
	case "0,6":
		return at, "weekends"
	}
	var names []string
	for _, p := range strings.Split(f[4], ",") {
		d, err := strconv.Atoi(p)
		if err != nil || d < 0 || d > 6 {
			return r.Cron, ""
		}
		names = append(names, strings.ToLower(time.Weekday(d).String()[:3]))
	}
	return at, strings.Join(names, ",")
}

// Changes says in plain words what daylight saving does to the rule within a year of t; "" for
// nothing. A moderator sees it when a chosen hour is skipped.
func (s Schedule) Changes(t time.Time) string {
	last := t.AddDate(1, 0, 0)
	for {
		_, end := t.In(s.zone).ZoneBounds()
		if end.IsZero() || end.After(last) {
			return ""
		}
		// A skipped wall time is due at the very end of the gap.
		o, ok := s.After(end.Add(-1))
		if local := end.In(s.zone).Format(localForm); ok && o.Due.Equal(end) && local != o.Local {
			return fmt.Sprintf("On %s the clocks skip %s, so that day's digest comes at %s.",
				o.Local[:10], o.Local[11:], local[11:])
		}
		t = end
	}
}
