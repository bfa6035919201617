package discord

import (
	"strconv"
	"time"
)

// digits keeps the digits of an ID, which is all that a snowflake has.
func SafeID(id string) string {
	for _, c := range id {
		if c < '0' || c > '9' {
			return "0"
		}
	}
	return id
}

// discordEpoch is the first millisecond of 2015, from which snowflakes count.
const DiscordEpoch = 1420070400000

// snowflake is the least ID that Discord gives at a moment.
func snowflakeAt(t time.Time) string {
	return strconv.FormatInt(max(0, t.UnixMilli()-DiscordEpoch)<<22, 10)
}
