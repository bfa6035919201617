package when

import (
	"regexp"
	"strings"

	"rapporteur/corpus/text/english"
)

// What members write between and around the parts of a date. These run on typed dates only.
var (
	clockTyped  = regexp.MustCompile(`(?i)(^|[\s\d])(t| at |,? +)\d{1,2}:\d\d(:\d\d)?([.]\d+)?( ?[ap]m)?( ?z| ?gmt| ?utc)?$`)
	glued       = regexp.MustCompile(`(?i)\b(\d{1,2})?(` + months + `)[a-z]{0,6}?(\d{1,4})?\b`)
	months      = strings.ReplaceAll(english.MonthAbbreviations, " ", "|") + "|sep"
	partHyphen  = regexp.MustCompile(`(?i)\b(\d{1,2})[-/ ]([a-z]{3,9})[-/ ](\d{2,4})\b`)
	monthHyphen = regexp.MustCompile(`(?i)\b([a-z]{3,9})[-/](\d{4})\b`)
	pointSpace  = regexp.MustCompile(`(\d\.) +(\d)`)
	pointISO    = regexp.MustCompile(`\b(\d{4})\.(\d{1,2})\.(\d{1,2})\b`)
	yearFirst   = regexp.MustCompile(`(?i)^(\d{4}),? +([a-z]{3,9}\.?)( +\d{1,2})?$`)
	fiscalGlued = regexp.MustCompile(`(?i)\bfy ?(\d{4})\b`)
	words       = regexp.MustCompile(`[A-Za-z]{2,}`)
)

// normalise rewrites a typed date for the grammar: no time of day, spaces between day, month and year, calendar
// words spelt right.
func normalise(typed string) string {
	s := strings.TrimSpace(typed)
	s = clockTyped.ReplaceAllString(s, "$1")
	s = pointISO.ReplaceAllString(s, "$1-$2-$3")
	for range 2 { // matches overlap in "20. 1. 2022"
		s = pointSpace.ReplaceAllString(s, "$1$2")
	}
	s = fiscalGlued.ReplaceAllString(s, "fiscal $1")
	s = words.ReplaceAllStringFunc(s, respell)
	s = glued.ReplaceAllStringFunc(s, unglue)
	s = partHyphen.ReplaceAllStringFunc(s, partDate)
	s = monthHyphen.ReplaceAllStringFunc(s, func(m string) string {
		if name := m[:len(m)-5]; lexicon[strings.ToLower(name)].month > 0 {
			return name + " " + m[len(m)-4:]
		}
		return m
	})
	if m := yearFirst.FindStringSubmatch(s); m != nil && lexicon[strings.ToLower(strings.TrimRight(m[2], "."))].month > 0 {
		s = strings.TrimSpace(m[2]+m[3]) + " " + m[1]
	}
	return s
}

// unglue puts spaces into "17jan2022".
func unglue(m string) string {
	var b strings.Builder
	for i := range len(m) {
		if i > 0 && isDigit(m[i]) != isDigit(m[i-1]) {
			b.WriteByte(' ')
		}
		b.WriteByte(m[i])
	}
	return b.String()
}

// partDate writes "17-Jan-22" as "17 Jan 2022".
func partDate(m string) string {
	parts := strings.FieldsFunc(m, func(r rune) bool { return r == '-' || r == '/' || r == ' ' })
	if len(parts) != 3 || lexicon[strings.ToLower(parts[1])].month == 0 {
		return m
	}
	if len(parts[2]) == 2 {
		parts[2] = "'" + parts[2]
	}
	return strings.Join(parts, " ")
}

// shortened maps what members abbreviate to the word of the calendar.
var shortened = map[string]string{
	"yr": "year", "yrs": "years", "wk": "week", "wks": "weeks", "mth": "month", "mnth": "month", "mths": "months", "mnths": "months",
	"yest": "yesterday", "yday": "yesterday", "ystrday": "yesterday", "tmrw": "tomorrow", "tmr": "tomorrow", "tomo": "tomorrow",
}

// respell returns the calendar word that s abbreviates or misspells, else s.
func respell(s string) string {
	low := strings.ToLower(s)
	if full := shortened[low]; full != "" {
		return full
	}
	if _, known := lexicon[low]; known || len(low) < 5 {
		return s
	}
	const more = " yesterday today tomorrow christmas weekend"
	for right := range strings.FieldsSeq(english.Months + " " + english.Weekdays + more) {
		if len(right) >= 5 && english.Edits([]byte(low), []byte(right)) <= 1+len(right)/8 {
			return right
		}
	}
	return s
}
