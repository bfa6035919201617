package discord

import (
	"strconv"
	"time"
)

// discordEpoch is the first millisecond of 2015, from which snowflakes count.
const discordEpoch = 1420070400000

// SafeID returns the ID if it consists of digits, as a snowflake does, and "0" otherwise.
func SafeID(id string) string {
	for _, c := range id {
		if c < '0' || c > '9' {
			return "0"
		}
	}
	return id
}

// snowflakeAt is the smallest ID that Discord assigns at t.
func snowflakeAt(t time.Time) string {
	return strconv.FormatInt(max(0, t.UnixMilli()-discordEpoch)<<22, 10)
}

// snowflakeTime is when Discord assigned the ID; zero when it is no snowflake.
func snowflakeTime(id string) time.Time {
	n, err := strconv.ParseUint(id, 10, 64)
	if err != nil {
		return time.Time{}
	}
	return time.UnixMilli(int64(n>>22) + discordEpoch)
}
