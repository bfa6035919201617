package article

import (
	"fmt"
	"strings"
	"time"

	"rapporteur/corpus/civil"
)

// compact is the layout of days in the headers of files and in names.
const compact = "20060102"

// readDay reads a publication day as machines and people write it; "" is the unknown day. A time of day is taken in
// the zone it is written in, since that is the date the publisher printed.
func readDay(s string) (civil.Day, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return civil.Day{}, nil
	}
	if len(s) > 10 && (s[10] == 'T' || s[10] == ' ') {
		if d, ok := dayIn(s[:10], time.DateOnly); ok {
			return d, nil
		}
	}
	if d, ok := dayIn(s, compact, time.DateOnly, time.RFC1123, time.RFC1123Z, time.RFC850,
		"Mon, 2 Jan 2006 15:04:05 -0700", "2006/01/02", "January 2, 2006", "Jan 2, 2006", "Jan. 2, 2006",
		"2 January 2006", "2 Jan 2006", "2 Jan. 2006"); ok {
		return d, nil
	}
	return civil.Day{}, fmt.Errorf("%q is not a publication day; write it like 2022-01-21", s[:min(len(s), 40)])
}

// dayIn reads a day in the first of the layouts that fits.
func dayIn(s string, layouts ...string) (civil.Day, bool) {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return civil.From(t), true
		}
	}
	return civil.Day{}, false
}
