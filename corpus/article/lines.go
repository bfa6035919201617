package article

import (
	"strings"
	"time"
	"unicode"

	"rapporteur/corpus/civil"
)

// header reads the day and the address under a title, in either order, and returns how many rows they take.
func header(text string, rows []row) (day civil.Day, address string, n int) {
	for n < min(len(rows), 2) {
		s := rows[n].Of(text)
		d, ok := dayIn(s, compact, time.DateOnly)
		switch {
		case ok && day.IsZero():
			day = d
		case address == "" && isAddress(s):
			address = s
		default:
			return day, address, n
		}
		n++
	}
	return day, address, n
}

func isAddress(s string) bool {
	scheme, rest, found := strings.Cut(s, "://")
	return found && rest != "" && len(scheme) <= 10 && !strings.ContainsFunc(s, unicode.IsSpace)
}

// parted reports whether most rows have a blank line before them.
func parted(rows []row) bool {
	n := 0
	for _, r := range rows[min(1, len(rows)):] {
		if r.apart {
			n++
		}
	}
	return n*2 > len(rows)-1
}
