package article

import (
	"fmt"
	"strings"
	"time"

	"rapporteur/corpus/civil"
)

// readDay reads a publication day as machines and people write it; "" is the unknown day. A time of day is taken in
// the zone it is written in, since that is the date the publisher printed.
func readDay(s string) (civil.Day, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return civil.Day{}, nil
	}
	if len(s) > 10 && (s[10] == 'T' || s[10] == ' ') {
		if d, err := civil.Parse(s[:10]); err == nil {
			return d, nil
		}
	}
	if d, ok := compactDay(s); ok {
		return d, nil
	}
	for _, layout := range []string{
		time.DateOnly, time.RFC1123, time.RFC1123Z, time.RFC850, "Mon, 2 Jan 2006 15:04:05 -0700", "2006/01/02",
		"January 2, 2006", "Jan 2, 2006", "Jan. 2, 2006", "2 January 2006", "2 Jan 2006", "2 Jan. 2006",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return civil.From(t), nil
		}
	}
	return civil.Day{}, fmt.Errorf("%q is not a publication day; write it like 2022-01-21", s[:min(len(s), 40)])
}

// compactDay reads the form 20220121.
func compactDay(s string) (civil.Day, bool) {
	if len(s) != 8 {
		return civil.Day{}, false
	}
	d, err := civil.Parse(fmt.Sprintf("%s-%s-%s", s[:4], s[4:6], s[6:]))
	return d, err == nil
}
