package schedule

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/dustin/go-humanize"
	"github.com/dustin/go-humanize/english"
	"github.com/robfig/cron/v3"
)

// String is the rule in plain words, "Monday to Friday at 09:00, Europe/Berlin"; a long cron line stays as it is.
func (s Schedule) String() string {
	plain := "on the cron schedule " + s.rule.Cron
	if fields, ok := s.wall.(*cron.SpecSchedule); ok {
		days, okDays := plainDays(fields)
		times, okTimes := plainTimes(fields)
		switch repeated := strings.HasPrefix(times, "every "); {
		case !okDays || !okTimes:
		case repeated && days == "every day":
			plain = times
		case repeated:
			plain = days + ", " + times
		default:
			plain = days + " " + times
		}
	}
	return plain + ", " + s.rule.Zone
}

const mostNamed = 6 // how many times, days or months are named one by one

// plainTimes is the times of a day in words: "at 09:00 and 17:00", "every 20 minutes from 09:00 to 17:40".
func plainTimes(f *cron.SpecSchedule) (string, bool) {
	minutes, hours := values(f.Minute, 0, 59), values(f.Hour, 0, 23)
	first, last := clockTime(hours[0], minutes[0]), clockTime(hours[len(hours)-1], minutes[len(minutes)-1])
	switch every := step(minutes, 60); {
	case len(minutes)*len(hours) <= mostNamed:
		var times []string
		for _, h := range hours {
			for _, m := range minutes {
				times = append(times, clockTime(h, m))
			}
		}
		return "at " + listed(times), true
	case every > 0 && len(hours) == 24:
		return "every " + counted(every, "minute"), true
	case every > 0 && unbroken(hours):
		return "every " + counted(every, "minute") + " from " + first + " to " + last, true
	case len(minutes) > 1:
		return "", false
	case len(hours) == 24 && minutes[0] > 0:
		return "every hour, " + counted(minutes[0], "minute") + " past", true
	case len(hours) == 24:
		return "every hour", true
	case unbroken(hours):
		return "every hour from " + first + " to " + last, true
	case step(hours, 24) > 0:
		return "every " + counted(step(hours, 24), "hour") + " from " + first, true
	}
	return "", false
}

// plainDays is the days in words, "Mondays in June". A rule with days of the month and of the week is due on both.
func plainDays(f *cron.SpecSchedule) (string, bool) {
	const star = 1 << 63 // robfig/cron's mark of a field that is "*"
	dates, months := values(f.Dom, 1, 31), values(f.Month, 1, 12)
	if f.Dom&star == 0 && len(dates) > mostNamed || len(months) < 12 && len(months) > mostNamed {
		return "", false
	}
	week, of := plainWeek(values(f.Dow, 0, 6)), "every month"
	if len(months) < 12 {
		of = listed(words(months, func(m int) string { return time.Month(m).String() }))
		week += " in " + of
	}
	if f.Dom&star != 0 {
		return week, true
	}
	date := "on the " + listed(words(dates, humanize.Ordinal)) + " of " + of
	if f.Dow&star == 0 {
		date += " and on " + week
	}
	return date, true
}

func plainWeek(days []int) string {
	switch fmt.Sprint(days) {
	case "[0 1 2 3 4 5 6]":
		return "every day"
	case "[1 2 3 4 5]":
		return "Monday to Friday"
	case "[0 6]":
		return "Saturday and Sunday"
	}
	names := words(days, func(d int) string { return time.Weekday(d).String() + "s" })
	if len(names) > 1 && days[0] == 0 {
		names = append(names[1:], names[0])
	}
	return listed(names)
}

func words(numbers []int, word func(int) string) []string {
	var out []string
	for _, n := range numbers {
		out = append(out, word(n))
	}
	return out
}

// values are the numbers from low to high in a bit field of robfig/cron.
func values(bits uint64, low, high int) []int {
	var all []int
	for n := low; n <= high; n++ {
		if bits&(1<<n) != 0 {
			all = append(all, n)
		}
	}
	return all
}

// step is the distance of at least two values that are spread evenly, else 0.
func step(values []int, over int) int {
	each := over / len(values)
	if len(values) == 1 || each*len(values) != over {
		return 0
	}
	for i, v := range values {
		if v != i*each {
			return 0
		}
	}
	return each
}

func unbroken(values []int) bool { return values[len(values)-1]-values[0] == len(values)-1 }

func clockTime(hour, minute int) string { return fmt.Sprintf("%02d:%02d", hour, minute) }

func counted(n int, what string) string {
	if n == 1 {
		return what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func listed(words []string) string { return english.WordSeries(words, "and") }

// Typed is the rule as Parse reads it: a time and days if it has one time, else the cron line.
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

// Changes says in plain words which occurrence daylight saving moves within a year of t; "" for none.
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
