package schedule

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// String is the rule in plain words: "Monday to Friday at 09:00, Europe/Berlin".
func (s Schedule) String() string {
	return s.rule.plain() + ", " + s.rule.Zone
}

func (r Rule) plain() string {
	f := strings.Fields(r.Cron)
	minute, errM := strconv.Atoi(f[0])
	hour, errH := strconv.Atoi(f[1])
	days, ok := plainDays(f[4])
	if errM != nil || errH != nil || f[2] != "*" || f[3] != "*" || !ok {
		return fmt.Sprintf("by the cron line %s", r.Cron)
	}
	return fmt.Sprintf("%s at %02d:%02d", days, hour, minute)
}

func plainDays(field string) (string, bool) {
	switch field {
	case "*":
		return "every day", true
	case "1-5", "1,2,3,4,5":
		return "Monday to Friday", true
	case "0,6", "6,0":
		return "Saturday and Sunday", true
	}
	var names []string
	for _, p := range strings.Split(field, ",") {
		d, err := strconv.Atoi(p)
		if err != nil || d < 0 || d > 6 {
			return "", false
		}
		names = append(names, time.Weekday(d).String()+"s")
	}
	if len(names) > 1 && names[0] == "Sundays" {
		names = slices.Concat(names[1:], names[:1])
	}
	last := len(names) - 1
	if last == 0 {
		return names[0], true
	}
	return strings.Join(names[:last], ", ") + " and " + names[last], true
}

// Typed is the rule as a moderator could type it: a time of day and days where it has
// one time, else the cron line alone. Parse reads both back as the same rule.
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

// Changes says in plain words what the zone's clock does to the rule within a
// year of t: "" when nothing. A moderator sees it when choosing an hour that some
// day skips or has twice.
func (s Schedule) Changes(t time.Time) string {
	last := t.AddDate(1, 0, 0)
	for {
		_, end := t.In(s.zone).ZoneBounds()
		if end.IsZero() || end.After(last) {
			return ""
		}
		// A run whose wall time is skipped comes at the very end of the gap.
		o, ok := s.After(end.Add(-1))
		if local := end.In(s.zone).Format(localForm); ok && o.Due.Equal(end) && local != o.Local {
			return fmt.Sprintf("On %s the clocks skip %s, so that day's digest comes at %s.", o.Local[:10], o.Local[11:], local[11:])
		}
		t = end
	}
}
