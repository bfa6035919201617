package schedule

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/robfig/cron/v3"
)

// A Rule is a schedule as the ledger stores it: a cron line of five fields and a zone.
type Rule struct {
	Cron string // "0 9 * * 1-5"
	Zone string // IANA: "Europe/Berlin"
}

// A RuleError is a mistake in what a moderator typed, in words for them.
type RuleError struct {
	Option  string // at, days or timezone
	Problem string
}

// Error is the problem; Option says where it was typed.
func (e *RuleError) Error() string { return e.Problem }

func mistake(option, format, typed string) error {
	return &RuleError{option, fmt.Sprintf(format, typed)}
}

// Parse reads what a moderator types: a time ("09:00", "9am", "21.30") and days ("daily", "weekdays", "weekends",
// "mon, thu"; "" is daily), or at may have both ("weekdays 9am") or a cron line. Errors are of type *RuleError.
func Parse(at, days, zone string) (Schedule, error) {
	if strings.TrimSpace(days) != "" && SaysDays(at) {
		return Schedule{}, mistake("days",
			"the time %q already names days: leave days empty, or type only a time such as 09:00", at)
	}
	if cronLine(at) {
		return Rule{Cron: sundayIsZero(at), Zone: zone}.Schedule()
	}
	if hour, minute, field, ok := dayAndTime(at); ok {
		return onDays(hour, minute, field, zone)
	}
	hour, minute, ok := clock(bare(at))
	if !ok {
		return Schedule{}, mistake("at",
			"%q is not a time: try 09:00, 9am, weekdays 9am, fridays 5pm, or a cron line such as 0 9 * * 1-5", at)
	}
	field, ok := weekdays(days)
	if !ok {
		return Schedule{}, mistake("days",
			"%q is not a list of days: try daily, weekdays, weekends, or days such as mon, thu", days)
	}
	return onDays(hour, minute, field, zone)
}

func onDays(hour, minute int, field, zone string) (Schedule, error) {
	return Rule{Cron: fmt.Sprintf("%d %d * * %s", minute, hour, field), Zone: zone}.Schedule()
}

// Schedule checks the rule. Errors are of type *RuleError.
func (r Rule) Schedule() (Schedule, error) {
	zone, err := time.LoadLocation(r.Zone)
	if err != nil || r.Zone == "" || r.Zone == "Local" {
		return Schedule{}, mistake("timezone",
			"%q is not a time zone: try an IANA name such as Europe/Berlin or America/New_York", r.Zone)
	}
	wall, err := parse(r.Cron)
	if err != nil {
		return Schedule{}, mistake("at",
			"%q is not a cron line: it needs minute, hour, day, month and weekday, such as 0 9 * * 1-5", r.Cron)
	}
	if wall.Next(time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)).IsZero() {
		return Schedule{}, mistake("at",
			"%q names a date that no year has: try 0 9 1 * * for the first of each month", r.Cron)
	}
	return Schedule{rule: r, zone: zone, wall: wall}, nil
}

// parse reads five fields only: robfig/cron also takes "TZ=", which can panic, and "@every", without wall time.
func parse(line string) (s cron.Schedule, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("parse cron line %q: %v", line, p)
		}
	}()
	if strings.ContainsAny(line, "=@") || len(strings.Fields(line)) != 5 {
		return nil, errors.New("want five fields")
	}
	return cron.NewParser(cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow).Parse(line)
}

// sundayIsZero replaces a weekday of 7, which cron daemons accept, by robfig's 0 in a line of five fields.
func sundayIsZero(line string) string {
	f := strings.Fields(line)
	parts := strings.Split(f[4], ",")
	for i, p := range parts {
		switch {
		case p == "7":
			parts[i] = "0"
		case strings.HasSuffix(p, "-7"):
			parts[i] = strings.TrimSuffix(p, "7") + "6,0"
		}
	}
	f[4] = strings.Join(parts, ",")
	return strings.Join(f, " ")
}

var clockForm = regexp.MustCompile(`^(\d{1,2})(?:[:.h ]?(\d{2}))? ?(am|pm|a\.m\.|p\.m\.)?$`)

func clock(s string) (hour, minute int, ok bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	switch s {
	case "noon", "midday":
		return 12, 0, true
	case "midnight":
		return 0, 0, true
	}
	m := clockForm.FindStringSubmatch(s)
	if m == nil || (m[2] == "" && m[3] == "") {
		return 0, 0, false
	}
	hour, _ = strconv.Atoi(m[1])
	minute, _ = strconv.Atoi("0" + m[2])
	if half := strings.ReplaceAll(m[3], ".", ""); half != "" {
		if hour < 1 || hour > 12 {
			return 0, 0, false
		}
		hour %= 12
		if half == "pm" {
			hour += 12
		}
	}
	return hour, minute, hour < 24 && minute < 60
}

func weekdays(s string) (field string, ok bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	switch strings.TrimPrefix(strings.TrimPrefix(s, "on "), "every ") {
	case "", "daily", "day", "all", "*":
		return "*", true
	case "weekdays", "weekday", "workdays", "working days":
		return "1-5", true
	case "weekends", "weekend":
		return "0,6", true
	}
	var chosen []int
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(", /+", r) }) {
		if slices.Contains([]string{"and", "every", "each", "on", "weekly"}, word) {
			continue
		}
		from, to, isRange := strings.Cut(word, "-")
		if !isRange {
			to = from
		}
		a, okA := weekday(from)
		b, okB := weekday(to)
		if !okA || !okB {
			return "", false
		}
		for d := a; ; d = (d + 1) % 7 {
			chosen = append(chosen, d)
			if d == b {
				break
			}
		}
	}
	slices.Sort(chosen)
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(slices.Compact(chosen)), " ", ","), "[]"), len(chosen) > 0
}

// weekday reads "thu", "thurs", "thursday" or "thursdays".
func weekday(s string) (int, bool) {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "."), "s")
	for d := range 7 {
		full := strings.ToLower(time.Weekday(d).String())
		if len(s) >= 2 && strings.HasPrefix(full, s) || len(s) >= 3 && strings.HasPrefix(strings.TrimSuffix(full, "day"), s) {
			return d, true
		}
	}
	return 0, false
}

// SaysDays reports whether a typed time has days in it, as "daily 09:00" and cron lines have.
func SaysDays(at string) bool {
	_, _, _, ok := dayAndTime(at)
	return ok || cronLine(at)
}

// cronLine reports whether the text is five fields, of which minute and hour look like cron.
func cronLine(s string) bool {
	f := strings.Fields(s)
	return len(f) == 5 && strings.Trim(f[0]+f[1], "0123456789*/,-") == ""
}

// dayAndTime reads days and a time in either order: "daily 09:00", "9am on weekdays", "weekly on friday at 17:00".
func dayAndTime(s string) (hour, minute int, field string, ok bool) {
	words := strings.Fields(s)
	for i := 1; i < len(words); i++ {
		before, after := strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		for _, typed := range [][2]string{{before, after}, {after, before}} {
			hour, minute, ok = clock(bare(typed[0]))
			if !ok {
				continue
			}
			if field, ok = weekdays(typed[1]); ok {
				return hour, minute, field, true
			}
		}
	}
	return 0, 0, "", false
}

// bare removes an "at" before a time and a comma after it.
func bare(time string) string {
	word, rest, more := strings.Cut(time, " ")
	if more && (strings.EqualFold(word, "at") || word == "@") {
		time = rest
	}
	return strings.TrimSuffix(time, ",")
}
