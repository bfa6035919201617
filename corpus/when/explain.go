package when

import (
	"fmt"
	"strings"
)

// explain says, for members, how the words came to mean the interval.
func (r *resolver) explain(m *mention, words string, i Interval) string {
	if strings.ContainsAny(words, "\n\t") {
		words = strings.Join(strings.Fields(words), " ")
	}
	day := "publication on " + r.published.String()
	switch {
	case r.supposed:
		day = fmt.Sprintf("publication in %d, as the text tells it", r.published.Year)
	case r.typed:
		day = "today, " + r.published.String()
	}
	switch m.kind {
	case calendar, slashed, years, nthHalf, onHoliday, inDecade, weekOf, isoWeek, weekIn:
		if m.year.number > 0 {
			return fmt.Sprintf("“%s” names the date itself", words)
		}
		return fmt.Sprintf("“%s”, %s %s", words, side(i, r, "the nearest to", "the last before", "the next after"), day)
	case onWeekday:
		return fmt.Sprintf("“%s” %s %s", words, side(i, r, "on the day of", "before", "after"), day)
	case narrated, latest, yearAgo:
		return fmt.Sprintf("“%s”, counted from what the text tells before it", words)
	case spanned:
		return fmt.Sprintf("“%s”, first day to last", words)
	}
	return fmt.Sprintf("“%s”, counted from %s", words, day)
}

// side chooses by where the interval lies from publication.
func side(i Interval, r *resolver, about, before, after string) string {
	switch {
	case r.supposed:
		return about
	case i.To.Before(r.published):
		return before
	case i.From.After(r.published):
		return after
	}
	return about
}
