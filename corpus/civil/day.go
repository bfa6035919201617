// Package civil has the calendar day: a date with no clock and no zone, which is
// all that a newspaper prints and all that this program claims to know.
package civil

import (
	"cmp"
	"fmt"
	"time"
)

// Day is one day of the proleptic Gregorian calendar. The zero Day means
// "unknown"; it sorts before every real day and prints as "".
type Day struct {
	Year  int
	Month time.Month
	Day   int
}

// Of normalises like time.Date: Of(2022, 1, 32) is 1 February.
func Of(year int, month time.Month, day int) Day {
	return From(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// From is the day on which t falls in t's own location.
func From(t time.Time) Day {
	y, m, d := t.Date()
	return Day{y, m, d}
}

// Parse reads the ISO form, 2022-01-21, and nothing else.
func Parse(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Day{}, fmt.Errorf("parse day %q: want a form like 2022-01-21", s)
	}
	return From(t), nil
}

// IsZero reports whether the day is unknown.
func (d Day) IsZero() bool { return d == Day{} }

// Time is midnight UTC at the start of the day.
func (d Day) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// Add moves by n days, backwards when n is negative.
func (d Day) Add(n int) Day { return Of(d.Year, d.Month, d.Day+n) }

// Sub is the number of days from e to d.
func (d Day) Sub(e Day) int { return int(d.Time().Sub(e.Time()) / (24 * time.Hour)) }

// Weekday is the day of the week.
func (d Day) Weekday() time.Weekday { return d.Time().Weekday() }

// Compare is -1, 0 or +1 as d is before, the same as or after e.
func (d Day) Compare(e Day) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Before reports whether d is earlier than e.
func (d Day) Before(e Day) bool { return d.Compare(e) < 0 }

// After reports whether d is later than e.
func (d Day) After(e Day) bool { return d.Compare(e) > 0 }

// String is the ISO form, or "" for the unknown day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// MarshalJSON writes the ISO form as a string, or null for the unknown day.
func (d Day) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	return []byte(`"` + d.String() + `"`), nil
}

// UnmarshalJSON reads what MarshalJSON writes; "" is unknown as well.
func (d *Day) UnmarshalJSON(b []byte) error {
	switch s := string(b); s {
	case "null", `""`:
		*d = Day{}
		return nil
	default:
		if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
			return fmt.Errorf("parse day %s: want a JSON string", s)
		}
		day, err := Parse(s[1 : len(s)-1])
		*d = day
		return err
	}
}
