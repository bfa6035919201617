package when

import (
	"regexp"
	"strings"

	"rapporteur/corpus/text/english"
)

// What members write between, before and after the parts of a date. These run on
// typed dates only, never on articles.
var (
	clockTyped  = regexp.MustCompile(`(?i)(^|[\s\d])(t| at |,? +)\d{1,2}:\d\d(:\d\d)?([.]\d+)?( ?[ap]m)?( ?z| ?gmt| ?utc)?$`)
	glued       = regexp.MustCompile(`(?i)\b(\d{1,2})?(` + strings.ReplaceAll(english.MonthAbbreviations, " ", "|") + `|sep)[a-z]{0,6}?(\d{1,4})?\b`)
	partHyphen  = regexp.MustCompile(`(?i)\b(\d{1,2})[-/ ]([a-z]{3,9})[-/ ](\d{2,4})\b`)
	monthHyphen = regexp.MustCompile(`(?i)\b([a-z]{3,9})[-/](\d{4})\b`)
	pointSpace  = regexp.MustCompile(`(\d\.) +(\d)`)
	pointISO    = regexp.MustCompile(`\b(\d{4})\.(\d{1,2})\.(\d{1,2})\b`)
	yearFirst   = regexp.MustCompile(`(?i)^(\d{4}),? +([a-z]{3,9}\.?)( +\d{1,2})?$`)
	fiscalGlued = regexp.MustCompile(`(?i)\bfy ?(\d{4})\b`)
	words       = regexp.MustCompile(`[A-Za-z]{2,}`)
)

// tidy writes a typed date in the form the grammar reads: without the time of day,
// with spaces between day, month and year, and the calendar's words spelt right.
func tidy(typed string) string {
	s := strings.TrimSpace(typed)
	s = clockTyped.ReplaceAllString(s, "$1")
	s = pointISO.ReplaceAllString(s, "$1-$2-$3")
	for range 2 { // matches overlap in "20. 1. 2022"
		s = pointSpace.ReplaceAllString(s, "$1$2")
	}
	s = fiscalGlued.ReplaceAllString(s, "fiscal $1")
	s = words.ReplaceAllStringFunc(s, spell)
	s = glued.ReplaceAllStringFunc(s, unglue)
	s = partHyphen.ReplaceAllStringFunc(s, partDate)
	s = monthHyphen.ReplaceAllStringFunc(s, func(m string) string {
		name, year := m[:len(m)-5], m[len(m)-4:]
		if lexicon[strings.ToLower(name)].month == 0 {
			return m
		}
		return name + " " + year
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

// spell is the calendar's word that s abbreviates or misspells, else s.
func spell(s string) string {
	low := strings.ToLower(s)
	switch low {
	case "yr":
		return "year"
	case "yrs":
		return "years"
	case "wk":
		return "week"
	case "wks":
		return "weeks"
	case "mth", "mnth":
		return "month"
	case "mths", "mnths":
		return "months"
	case "yest", "yday", "ystrday":
		return "yesterday"
	case "tmrw", "tmr", "tomo":
		return "tomorrow"
	}
	if _, known := lexicon[low]; known || len(low) < 5 {
		return s
	}
	for right := range strings.FieldsSeq(english.Months + " " + english.Weekdays + " yesterday today tomorrow christmas weekend") {
		if len(right) < 5 {
			continue
		}
		most := 1
		if len(right) >= 8 {
			most = 2
		}
		if abs(len(low)-len(right)) <= most && editDistance(low, right) <= most {
			return right
		}
	}
	return s
}

func abs(n int) int { return max(n, -n) }

// editDistance is the number of letters to add, leave out, change or swap with their
// neighbour to make a into b (optimal string alignment; Boytsov, 2011).
func editDistance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			change := rows[i-1][j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			rows[i][j] = min(change, rows[i-1][j]+1, rows[i][j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
