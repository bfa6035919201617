package schedule

import "strings"

// SaysDays reports whether a typed time has days in it, as "daily 09:00" and cron lines have.
func SaysDays(at string) bool {
	_, _, _, ok := dayAndTime(at)
	return ok || cronLine(at)
}

// cronLine reports whether the text is five fields and the first two, minute and hour, look like
// cron. "Every monday at 9:00 am" has five words too.
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
